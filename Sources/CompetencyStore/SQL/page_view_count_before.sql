-- How many looks there were before a day.
-- $1 seen_on
select count(*)
from page_view
where seen_on < $1;
