-- Changes the digest of what a message says.
-- $1 content_digest, $2 sender, $3 message_id
update message_content
set content_digest = $1
where sender = $2 and message_id = $3;
