-- Notes which booking a request made, so that the same request sent again makes none.
-- $1 request_key, $2 booking, $3 made_at
insert into answered_request (
  request_key, booking, made_at
) values (
  $1, $2, $3
);
