-- The digest of a message that was here before.
-- $1 sender, $2 message_id
select content_digest
from message_content
where sender = $1 and message_id = $2;
