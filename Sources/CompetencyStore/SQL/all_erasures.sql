-- What was erased, in the order in which it was.
select booking, ordinal, trainee_id, extent, ground, fact_count, text_count, message_count
from erasure
order by booking, ordinal;
