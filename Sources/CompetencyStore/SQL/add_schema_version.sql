-- Notes that a version of the schema was applied.
-- $1 version, $2 applied_at
insert into schema_version (version, applied_at) values ($1, $2);
