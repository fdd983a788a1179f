-- Adds one row to booking.
-- $1 number, $2 recorded_at, $3 acting_person, $4 account, $5 kind, $6 undoes
insert into booking (
  number, recorded_at, acting_person, account, kind, undoes
) values (
  $1, $2, $3, $4, $5, $6
);
