-- The booking that a request made.
-- $1 request_key
select booking from answered_request where request_key = $1;
