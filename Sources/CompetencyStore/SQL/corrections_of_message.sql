-- The messages that say they take the place of a message.
-- $1 sender, $2 message_id of the replaced message
select sender, message_id
from school_message
where sender = $1 and replaces = $2 and replaces is not null;
