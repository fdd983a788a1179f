-- The marks of a reading with their words; nothing else reads those.
-- $1 booking, $2 ordinal
select
  reading_assessment.booking, reading_assessment.ordinal, reading_assessment.position, part_written, scale_written,
  said_by_role, given_on, body
from reading_assessment
join written_text on
  written_text.booking = reading_assessment.booking and written_text.ordinal = reading_assessment.ordinal
  and written_text.position = reading_assessment.position and written_text.kind = 'assessment'
where reading_assessment.booking = $1 and reading_assessment.ordinal = $2
order by reading_assessment.position;
