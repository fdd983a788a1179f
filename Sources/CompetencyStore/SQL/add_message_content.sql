-- Adds one row to message_content.
-- $1 sender, $2 message_id, $3 content_digest
insert into message_content (
  sender, message_id, content_digest
) values (
  $1, $2, $3
);
