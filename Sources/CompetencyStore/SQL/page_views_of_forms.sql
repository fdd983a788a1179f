-- Who read forms of schools to the end, the first who did first.
select viewer, trainee, page, seen_on from page_view where page like 'form_read %' order by seen_on, viewer, page;
