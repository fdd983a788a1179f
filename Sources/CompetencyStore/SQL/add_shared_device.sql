-- Adds a device that a team shares.
-- $1 hash, $2 team, $3 made_at, $4 made_by
insert into shared_device (
  hash, team, made_at, made_by
) values (
  $1, $2, $3, $4
);
