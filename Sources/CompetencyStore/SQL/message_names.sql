-- The sender's name of each message that is kept.
select distinct sender, sender_name from school_message order by sender, sender_name;
