-- Version 5: which tasks may hang on the wall, and which teams a wall was talked over with.

create table wall_task (
  booking integer not null,
  ordinal integer not null,
  primary key (booking, ordinal),
  foreign key (booking, ordinal) references task_version (booking, ordinal)
);

create table wall_talk (
  booking integer not null references booking (number),
  ordinal integer not null,
  team text not null,
  primary key (booking, ordinal)
);
