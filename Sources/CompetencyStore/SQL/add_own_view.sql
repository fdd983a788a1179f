-- Adds one row to own_view.
-- $1 booking, $2 ordinal, $3 trainee_id, $4 about_booking
insert into own_view (
  booking, ordinal, trainee_id, about_booking
) values (
  $1, $2, $3, $4
);
