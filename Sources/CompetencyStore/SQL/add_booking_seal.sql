-- Adds one row to booking_seal.
-- $1 booking, $2 digest
insert into booking_seal (booking, digest) values ($1, $2);
