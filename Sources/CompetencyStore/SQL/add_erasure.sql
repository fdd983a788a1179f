-- Adds one row to erasure.
-- $1 booking, $2 ordinal, $3 trainee_id, $4 extent, $5 ground, $6 fact_count, $7 text_count, $8 message_count
insert into erasure (
  booking, ordinal, trainee_id, extent, ground, fact_count, text_count, message_count
) values (
  $1, $2, $3, $4, $5, $6, $7, $8
);
