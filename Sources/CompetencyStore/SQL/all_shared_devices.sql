-- The devices that teams share.
select hash, team, made_at, made_by from shared_device order by team, made_at, hash;
