-- The words of one side's preparation of a conversation, in the order in which they were written. No other statement
-- gives the words of a preparation.
-- $1 conversation_booking, $2 conversation_ordinal, $3 side
select a.booking, a.ordinal, a.question_id, coalesce(w.body, '')
from preparation_answer a
left join written_text w on w.booking = a.booking and w.ordinal = a.ordinal and w.kind = 'preparation'
where a.conversation_booking = $1 and a.conversation_ordinal = $2 and a.side = $3
order by a.booking, a.ordinal;
