-- The hash of what somebody signs in with.
-- $1 person, $2 kind
select hash from sign_in_secret where person = $1 and kind = $2;
