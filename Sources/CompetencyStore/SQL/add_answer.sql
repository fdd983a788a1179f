-- Adds one row to answer.
-- $1 booking, $2 ordinal, $3 sender, $4 subject, $5 written, $6 meaning, $7 meaning_value, $8 is_remembered
insert into answer (
  booking, ordinal, sender, subject, written, meaning, meaning_value, is_remembered
) values (
  $1, $2, $3, $4, $5, $6, $7, $8
);
