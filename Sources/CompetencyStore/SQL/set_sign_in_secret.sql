-- What somebody signs in with from now on; it takes the place of what was before it.
-- $1 person, $2 kind, $3 hash, $4 made_at, $5 made_by
insert into sign_in_secret (
  person, kind, hash, made_at, made_by
) values (
  $1, $2, $3, $4, $5
) on conflict (person, kind) do update set hash = excluded.hash, made_at = excluded.made_at, made_by = excluded.made_by;
