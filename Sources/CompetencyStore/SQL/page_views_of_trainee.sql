-- Who looked at a trainee, the last first.
-- $1 trainee
select viewer, trainee, page, seen_on from page_view where trainee = $1 order by seen_on desc, viewer, page;
