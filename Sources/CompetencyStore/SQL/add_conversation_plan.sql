-- Adds one row to conversation_plan.
-- $1 booking, $2 ordinal, $3 conversation_booking, $4 conversation_ordinal, $5 trainee_id, $6 conversation_kind,
-- $7 template_id, $8 template_version, $9 planned_on, $10 planned_time, $11 minutes, $12 holder_id
insert into conversation_plan (
  booking, ordinal, conversation_booking, conversation_ordinal, trainee_id, conversation_kind, template_id,
  template_version, planned_on, planned_time, minutes, holder_id
) values (
  $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
);
