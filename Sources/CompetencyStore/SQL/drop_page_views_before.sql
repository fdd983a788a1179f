-- Forgets who looked at whom before a day.
-- $1 seen_on
delete from page_view
where seen_on < $1;
