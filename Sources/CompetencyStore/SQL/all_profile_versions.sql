-- Every row of profile_version, in the order in which they were written.
select
  booking, ordinal, profile_id, version, title
from profile_version
order by booking, ordinal;
