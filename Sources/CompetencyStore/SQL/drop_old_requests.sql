-- Forgets requests that nobody sends again.
-- $1 made_at
delete from answered_request where made_at < $1;
