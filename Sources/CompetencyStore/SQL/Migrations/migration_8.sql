-- Version 8: what was erased of whom, what may no longer be used of whom, and how somebody sees what was written of them.

-- What is left of an erasure. The name of who it was is nowhere: trainee_id is the made-up one that the facts have now, unless
-- only the words went.
create table erasure (
  booking integer not null references booking (number),
  ordinal integer not null,
  trainee_id text not null,
  extent text not null check (extent in ('words', 'person')),
  ground text not null check (ground in ('asked', 'term')),
  fact_count integer not null,
  text_count integer not null,
  message_count integer not null,
  primary key (booking, ordinal)
);

-- A booking that an erasure changed, with what its seal would be now. The seal that it was given stays, for those after it
-- were made from it; nobody can find out any more what it was made from, since the salts of what changed are new.
create table resealed_booking (
  booking integer not null references booking (number),
  ordinal integer not null,
  resealed integer not null references booking (number),
  digest text not null check (length(digest) = 64),
  primary key (booking, ordinal),
  check (resealed < booking)
);

-- That somebody's data may only be kept and no longer used, or may be used again; the reason stands in written_text.
create table restriction (
  booking integer not null references booking (number),
  ordinal integer not null,
  trainee_id text not null,
  is_restricted integer not null check (is_restricted in (0, 1)),
  primary key (booking, ordinal)
);

-- How somebody sees what was written of them: the words stand in written_text, what they are about stays as it is.
create table own_view (
  booking integer not null references booking (number),
  ordinal integer not null,
  trainee_id text not null,
  about_booking integer references booking (number),
  primary key (booking, ordinal)
);
create index own_view_trainee on own_view (trainee_id);
