-- The versions of the schema that this database went through; the first thing that is made.
create table if not exists schema_version (
  version integer not null primary key,
  applied_at bigint not null
);
