-- Adds one row to message_arrival.
-- $1 booking, $2 sender, $3 message_id
insert into message_arrival (
  booking, sender, message_id
) values (
  $1, $2, $3
);
