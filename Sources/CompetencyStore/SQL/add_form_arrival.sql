-- Adds one row to form_arrival.
-- $1 booking, $2 sender, $3 message_id, $4 position, $5 form_id, $6 participant, $7 held_on, $8 form_version,
-- $9 reading_booking, $10 reading_ordinal
insert into form_arrival (
  booking, sender, message_id, position, form_id, participant, held_on, form_version, reading_booking, reading_ordinal
) values (
  $1, $2, $3, $4, $5, $6, $7, $8, $9, $10
);
