-- The rows of conversation_plan about one trainee, in the order in which they were written.
-- $1 trainee_id
select
  booking, ordinal, conversation_booking, conversation_ordinal, trainee_id, conversation_kind, template_id,
  template_version, planned_on, planned_time, minutes, holder_id
from conversation_plan
where trainee_id = $1
order by booking, ordinal;
