-- Adds one row to reading_topic.
-- $1 booking, $2 ordinal, $3 position, $4 topic_code, $5 contributed_by
insert into reading_topic (
  booking, ordinal, position, topic_code, contributed_by
) values (
  $1, $2, $3, $4, $5
);
