-- Version 4: how a task is learned, and routes that were planned anew for one trainee. The reason of a new plan stands in
-- written_text, beside the first change of its booking.

create table profile_task_way (
  booking integer not null,
  ordinal integer not null,
  position integer not null,
  learning_way text not null check (learning_way in ('voordoen', 'meelopen', 'onder_toezicht', 'cursus', 'school')),
  primary key (booking, ordinal, position),
  foreign key (booking, ordinal, position) references profile_task (booking, ordinal, position)
);

create table route_change (
  booking integer not null references booking (number),
  ordinal integer not null,
  trainee_id text not null,
  task_code text not null,
  changed_on text not null,
  changed_by text not null,
  -- Whether the week changed; then planned_week is the new one, or null for a task that is no longer planned.
  changes_week integer not null check (changes_week in (0, 1)),
  planned_week integer check (planned_week >= 1),
  learning_way text check (learning_way in ('voordoen', 'meelopen', 'onder_toezicht', 'cursus', 'school')),
  primary key (booking, ordinal),
  check (changes_week = 1 or planned_week is null),
  check (changes_week = 1 or learning_way is not null)
);

create index route_change_trainee on route_change (trainee_id);
