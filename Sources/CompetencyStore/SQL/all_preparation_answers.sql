-- Every row of preparation_answer, in the order in which they were written.
select
  booking, ordinal, conversation_booking, conversation_ordinal, trainee_id, side, question_id
from preparation_answer
order by booking, ordinal;
