-- Adds one row to written_text.
-- $1 booking, $2 ordinal, $3 position, $4 kind, $5 body
insert into written_text (
  booking, ordinal, position, kind, body
) values (
  $1, $2, $3, $4, $5
);
