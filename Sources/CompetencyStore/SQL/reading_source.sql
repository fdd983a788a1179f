-- Where a reading was read, and where each of its lines stands.
-- $1 booking, $2 ordinal
select form_reading.file_name, form_reading.source_line, reading_line.position, reading_line.source_line, reading_line.source_path
from form_reading
left join reading_line on reading_line.booking = form_reading.booking and reading_line.ordinal = form_reading.ordinal
where form_reading.booking = $1 and form_reading.ordinal = $2
order by reading_line.position;
