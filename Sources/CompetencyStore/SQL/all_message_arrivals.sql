-- Every arrival of a message with what identifies and dates the message, in the order in which they were written.
select
  message_arrival.booking, school_message.sender, school_message.message_id, school_message.created_at,
  school_message.replaces, school_message.content_digest
from message_arrival
join school_message
  on school_message.sender = message_arrival.sender and school_message.message_id = message_arrival.message_id
order by message_arrival.booking, school_message.sender, school_message.message_id;
