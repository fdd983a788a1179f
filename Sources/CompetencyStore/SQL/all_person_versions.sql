-- Every row of person_version, in the order in which they were written.
select
  booking, ordinal, person_id, given_name, name_prefix, family_name, personnel_number, team, roles
from person_version
order by booking, ordinal;
