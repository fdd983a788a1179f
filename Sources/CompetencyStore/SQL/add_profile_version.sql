-- Adds one row to profile_version.
-- $1 booking, $2 ordinal, $3 profile_id, $4 version, $5 title
insert into profile_version (
  booking, ordinal, profile_id, version, title
) values (
  $1, $2, $3, $4, $5
);
