-- Gives a fact another salt.
-- $1 booking, $2 ordinal, $3 salt
insert into fact_salt (
  booking, ordinal, salt
) values (
  $1, $2, $3
)
on conflict (booking, ordinal) do update set salt = excluded.salt;
