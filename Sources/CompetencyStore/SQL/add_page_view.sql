-- Notes that somebody looked at a trainee on a day; once is enough.
-- $1 viewer, $2 trainee, $3 page, $4 seen_on
insert into page_view (
  viewer, trainee, page, seen_on
) values (
  $1, $2, $3, $4
) on conflict do nothing;
