-- Adds one row to resealed_booking.
-- $1 booking, $2 ordinal, $3 resealed, $4 digest
insert into resealed_booking (
  booking, ordinal, resealed, digest
) values (
  $1, $2, $3, $4
);
