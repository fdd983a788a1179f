-- Version 3: conversations, and the agreements, goals and obstacles that follow from them; marks in forms. A fact names another by that
-- one's booking and ordinal; the words stand in written_text.

create table conversation_plan (
  booking integer not null references booking (number),
  ordinal integer not null,
  conversation_booking integer not null,
  conversation_ordinal integer not null,
  trainee_id text not null,
  conversation_kind text not null,
  template_id text not null,
  template_version integer not null check (template_version >= 1),
  planned_on text not null,
  planned_time integer check (planned_time between 0 and 1439),
  minutes integer not null check (minutes >= 1),
  holder_id text not null,
  primary key (booking, ordinal),
  -- The first plan of a conversation names itself.
  foreign key (conversation_booking, conversation_ordinal) references conversation_plan (booking, ordinal)
);

create table conversation_event (
  booking integer not null references booking (number),
  ordinal integer not null,
  conversation_booking integer not null,
  conversation_ordinal integer not null,
  trainee_id text not null,
  change_kind text not null check (
    change_kind in ('cancelled', 'ready', 'started', 'recorded', 'seen', 'agreed', 'change_asked', 'rated')
  ),
  side text check (side in ('medewerker', 'begeleider')),
  happened_on text,
  minutes integer check (minutes >= 1),
  is_shared integer check (is_shared in (0, 1)),
  version_booking integer,
  version_ordinal integer,
  was_useful integer check (was_useful in (0, 1)),
  primary key (booking, ordinal),
  foreign key (conversation_booking, conversation_ordinal) references conversation_plan (booking, ordinal),
  foreign key (version_booking, version_ordinal) references conversation_event (booking, ordinal),
  check ((side is not null) = (change_kind in ('ready', 'rated'))),
  check ((happened_on is not null) = (change_kind in ('started', 'recorded'))),
  check (minutes is null or change_kind = 'recorded'),
  check ((is_shared is not null) = (change_kind = 'recorded')),
  check ((version_booking is not null) = (change_kind in ('seen', 'agreed', 'change_asked'))),
  check ((version_booking is null) = (version_ordinal is null)),
  check ((was_useful is not null) = (change_kind = 'rated'))
);

create table preparation_answer (
  booking integer not null references booking (number),
  ordinal integer not null,
  conversation_booking integer not null,
  conversation_ordinal integer not null,
  trainee_id text not null,
  side text not null check (side in ('medewerker', 'begeleider')),
  question_id text not null,
  primary key (booking, ordinal),
  foreign key (conversation_booking, conversation_ordinal) references conversation_plan (booking, ordinal)
);

create table conversation_note (
  booking integer not null references booking (number),
  ordinal integer not null,
  conversation_booking integer not null,
  conversation_ordinal integer not null,
  version_booking integer not null,
  version_ordinal integer not null,
  trainee_id text not null,
  note_kind text not null check (note_kind in ('topic', 'compliment', 'feedback', 'support', 'ambition')),
  topic_code text,
  task_code text,
  side text check (side in ('medewerker', 'begeleider')),
  primary key (booking, ordinal),
  foreign key (conversation_booking, conversation_ordinal) references conversation_plan (booking, ordinal),
  foreign key (version_booking, version_ordinal) references conversation_event (booking, ordinal),
  check ((topic_code is not null) = (note_kind = 'topic')),
  check (task_code is null or note_kind = 'compliment'),
  check ((side is not null) = (note_kind in ('feedback', 'support', 'ambition')))
);

-- An agreement is named by its fact, or by a sender, a participant and the sender's id.
create table agreement (
  booking integer not null references booking (number),
  ordinal integer not null,
  trainee_id text not null,
  conversation_booking integer,
  conversation_ordinal integer,
  owner_id text not null,
  made_on text not null,
  due_on text,
  task_code text,
  follows_booking integer,
  follows_ordinal integer,
  follows_sender text,
  follows_participant text,
  follows_id text,
  primary key (booking, ordinal),
  foreign key (conversation_booking, conversation_ordinal) references conversation_plan (booking, ordinal),
  foreign key (follows_booking, follows_ordinal) references agreement (booking, ordinal),
  check ((conversation_booking is null) = (conversation_ordinal is null)),
  check ((follows_booking is null) = (follows_ordinal is null)),
  check ((follows_sender is null) = (follows_participant is null)),
  check ((follows_sender is null) = (follows_id is null)),
  check (follows_booking is null or follows_sender is null)
);

create table agreement_event (
  booking integer not null references booking (number),
  ordinal integer not null,
  agreement_booking integer,
  agreement_ordinal integer,
  sender text,
  participant text,
  agreement_id text,
  trainee_id text not null,
  happened_on text not null,
  change_kind text not null check (change_kind in ('done', 'dropped', 'moved', 'step', 'step_done')),
  moved_to text,
  step_booking integer,
  step_ordinal integer,
  primary key (booking, ordinal),
  foreign key (agreement_booking, agreement_ordinal) references agreement (booking, ordinal),
  foreign key (step_booking, step_ordinal) references agreement_event (booking, ordinal),
  check ((agreement_booking is null) = (agreement_ordinal is null)),
  check ((sender is null) = (participant is null)),
  check ((sender is null) = (agreement_id is null)),
  check ((agreement_booking is null) = (sender is not null)),
  check ((moved_to is not null) = (change_kind = 'moved')),
  check ((step_booking is not null) = (change_kind = 'step_done')),
  check ((step_booking is null) = (step_ordinal is null))
);

create table goal (
  booking integer not null references booking (number),
  ordinal integer not null,
  trainee_id text not null,
  conversation_booking integer,
  conversation_ordinal integer,
  set_on text not null,
  priority integer not null check (priority >= 1),
  follows_booking integer,
  follows_ordinal integer,
  primary key (booking, ordinal),
  foreign key (conversation_booking, conversation_ordinal) references conversation_plan (booking, ordinal),
  foreign key (follows_booking, follows_ordinal) references goal (booking, ordinal),
  check ((conversation_booking is null) = (conversation_ordinal is null)),
  check ((follows_booking is null) = (follows_ordinal is null))
);

create table goal_key_result (
  booking integer not null,
  ordinal integer not null,
  position integer not null,
  result_kind text not null check (result_kind in ('level', 'count', 'day')),
  task_code text,
  task_count integer,
  level_id text,
  due_on text,
  primary key (booking, ordinal, position),
  foreign key (booking, ordinal) references goal (booking, ordinal),
  check ((task_code is not null) = (result_kind = 'level')),
  check ((task_count is not null) = (result_kind = 'count')),
  check ((level_id is null) = (result_kind = 'day')),
  check (due_on is not null or result_kind <> 'day')
);

create table goal_review (
  booking integer not null references booking (number),
  ordinal integer not null,
  goal_booking integer not null,
  goal_ordinal integer not null,
  trainee_id text not null,
  conversation_booking integer,
  conversation_ordinal integer,
  reviewed_on text not null,
  verdict text not null check (verdict in ('keep', 'drop', 'reached')),
  primary key (booking, ordinal),
  foreign key (goal_booking, goal_ordinal) references goal (booking, ordinal),
  foreign key (conversation_booking, conversation_ordinal) references conversation_plan (booking, ordinal),
  check ((conversation_booking is null) = (conversation_ordinal is null))
);

create table obstacle (
  booking integer not null references booking (number),
  ordinal integer not null,
  trainee_id text not null,
  conversation_booking integer,
  conversation_ordinal integer,
  first_seen_on text not null,
  owner_id text,
  primary key (booking, ordinal),
  foreign key (conversation_booking, conversation_ordinal) references conversation_plan (booking, ordinal),
  check ((conversation_booking is null) = (conversation_ordinal is null))
);

create table obstacle_end (
  booking integer not null references booking (number),
  ordinal integer not null,
  obstacle_booking integer not null,
  obstacle_ordinal integer not null,
  trainee_id text not null,
  ended_on text not null,
  primary key (booking, ordinal),
  foreign key (obstacle_booking, obstacle_ordinal) references obstacle (booking, ordinal)
);

-- The mark itself stands in written_text at the same position.
create table reading_assessment (
  booking integer not null,
  ordinal integer not null,
  position integer not null,
  part_written text not null,
  scale_written text not null,
  said_by_role text not null,
  given_on text not null,
  primary key (booking, ordinal, position),
  foreign key (booking, ordinal) references form_reading (booking, ordinal)
);

-- What was learned of a profile, for who follows it next; the words stand in written_text.
create table profile_lesson (
  booking integer not null references booking (number),
  ordinal integer not null,
  profile_id text not null,
  profile_version integer not null,
  trainee_id text not null,
  primary key (booking, ordinal)
);

create index profile_lesson_profile on profile_lesson (profile_id);
create index conversation_plan_trainee on conversation_plan (trainee_id);
create index conversation_event_trainee on conversation_event (trainee_id);
create index preparation_answer_trainee on preparation_answer (trainee_id);
create index preparation_answer_conversation on preparation_answer (conversation_booking, conversation_ordinal);
create index conversation_note_trainee on conversation_note (trainee_id);
create index agreement_trainee on agreement (trainee_id);
create index agreement_event_trainee on agreement_event (trainee_id);
create index goal_trainee on goal (trainee_id);
create index goal_review_trainee on goal_review (trainee_id);
create index obstacle_trainee on obstacle (trainee_id);
create index obstacle_end_trainee on obstacle_end (trainee_id);
