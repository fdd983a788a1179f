-- Who opened a page, the last first.
-- $1 page
select viewer, trainee, page, seen_on from page_view where page = $1 order by seen_on desc, viewer, trainee;
