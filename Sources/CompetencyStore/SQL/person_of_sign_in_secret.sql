-- Whose badge or calendar address it is, by its hash.
-- $1 kind, $2 hash
select person from sign_in_secret where kind = $1 and hash = $2;
