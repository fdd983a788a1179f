-- The number of the newest booking; null when there is none.
select max(number) from booking;
