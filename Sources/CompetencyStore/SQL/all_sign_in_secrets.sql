-- Who signs in with what, without the hashes.
select person, kind, made_at, made_by from sign_in_secret order by person, kind;
