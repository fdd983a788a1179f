-- Adds one row to message_piece.
-- $1 sender, $2 message_id, $3 position, $4 piece_bytes
insert into message_piece (
  sender, message_id, position, piece_bytes
) values (
  $1, $2, $3, $4
);
