-- Adds one row to agreement_event.
-- $1 booking, $2 ordinal, $3 agreement_booking, $4 agreement_ordinal, $5 sender, $6 participant, $7 agreement_id,
-- $8 trainee_id, $9 happened_on, $10 change_kind, $11 moved_to, $12 step_booking, $13 step_ordinal
insert into agreement_event (
  booking, ordinal, agreement_booking, agreement_ordinal, sender, participant, agreement_id, trainee_id,
  happened_on, change_kind, moved_to, step_booking, step_ordinal
) values (
  $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
);
