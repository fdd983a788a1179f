-- The rows of preparation_answer about one trainee, in the order in which they were written.
-- $1 trainee_id
select
  booking, ordinal, conversation_booking, conversation_ordinal, trainee_id, side, question_id
from preparation_answer
where trainee_id = $1
order by booking, ordinal;
