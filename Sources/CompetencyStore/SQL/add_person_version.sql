-- Adds one row to person_version.
-- $1 booking, $2 ordinal, $3 person_id, $4 given_name, $5 name_prefix, $6 family_name, $7 personnel_number, $8 team,
-- $9 roles
insert into person_version (
  booking, ordinal, person_id, given_name, name_prefix, family_name, personnel_number, team, roles
) values (
  $1, $2, $3, $4, $5, $6, $7, $8, $9
);
