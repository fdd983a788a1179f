-- The versions of the schema that were applied, oldest first.
select version from schema_version order by version;
