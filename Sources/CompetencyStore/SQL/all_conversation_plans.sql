-- Every row of conversation_plan, in the order in which they were written.
select
  booking, ordinal, conversation_booking, conversation_ordinal, trainee_id, conversation_kind, template_id,
  template_version, planned_on, planned_time, minutes, holder_id
from conversation_plan
order by booking, ordinal;
