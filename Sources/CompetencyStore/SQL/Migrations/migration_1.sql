-- Version 1. The same text runs on SQLite and on PostgreSQL: text ids, bigint milliseconds, ISO days as text,
-- 0 and 1 for no and yes. Facts are only ever added; nothing here is updated or deleted by the program.

create table company_setting (
  name text not null primary key,
  setting_value text not null
);

create table booking (
  number integer not null primary key,
  recorded_at bigint not null,
  acting_person text,
  account text not null,
  kind text not null,
  undoes integer references booking (number),
  check ((kind = 'undo') = (undoes is not null)),
  check (undoes is null or undoes < number)
);

create table person_version (
  booking integer not null references booking (number),
  ordinal integer not null,
  person_id text not null,
  given_name text not null,
  name_prefix text not null,
  family_name text not null,
  personnel_number text not null,
  team text not null,
  roles text not null,
  primary key (booking, ordinal)
);

create table trainee_version (
  booking integer not null references booking (number),
  ordinal integer not null,
  trainee_id text not null,
  given_name text not null,
  name_prefix text not null,
  family_name text not null,
  personnel_number text not null,
  team text not null,
  profile_id text not null,
  profile_version integer not null,
  mentor_id text,
  line_manager_id text,
  school_id text,
  student_number text not null,
  starts_on text not null,
  expected_end text,
  rhythm text,
  programme text not null,
  pathway text,
  training_status text not null,
  primary key (booking, ordinal)
);

create table task_version (
  booking integer not null references booking (number),
  ordinal integer not null,
  task_code text not null,
  title text not null,
  task_group text not null,
  people_needed integer,
  repeat_months integer,
  is_safety integer not null check (is_safety in (0, 1)),
  primary key (booking, ordinal)
);

create table profile_version (
  booking integer not null references booking (number),
  ordinal integer not null,
  profile_id text not null,
  version integer not null check (version >= 1),
  title text not null,
  primary key (booking, ordinal)
);

create table profile_task (
  booking integer not null,
  ordinal integer not null,
  position integer not null,
  task_code text not null,
  target_level text not null,
  planned_week integer,
  primary key (booking, ordinal, position),
  foreign key (booking, ordinal) references profile_version (booking, ordinal)
);

create table school_version (
  booking integer not null references booking (number),
  ordinal integer not null,
  school_id text not null,
  school_name text not null,
  institution_code text not null,
  dialect text not null,
  other_numbers text not null,
  has_nine_digit_numbers integer not null check (has_nine_digit_numbers in (0, 1)),
  primary key (booking, ordinal)
);

create table school_message (
  sender text not null,
  message_id text not null,
  created_at bigint not null,
  replaces text,
  content_digest text not null,
  sender_name text not null,
  file_name text not null,
  file_bytes bytea not null,
  primary key (sender, message_id)
);

create table message_arrival (
  booking integer not null references booking (number),
  sender text not null,
  message_id text not null,
  primary key (booking, sender, message_id),
  foreign key (sender, message_id) references school_message (sender, message_id)
);

create table form_reading (
  booking integer not null references booking (number),
  ordinal integer not null,
  sender text not null,
  form_id text not null,
  participant text not null,
  held_on text not null,
  content_digest text not null,
  form_kind text not null,
  trainee_id text,
  conversation_minutes integer,
  next_conversation text,
  file_name text not null,
  source_line integer,
  primary key (booking, ordinal)
);

create table form_arrival (
  booking integer not null,
  sender text not null,
  message_id text not null,
  position integer not null,
  form_id text not null,
  participant text not null,
  held_on text not null,
  form_version integer not null,
  reading_booking integer not null,
  reading_ordinal integer not null,
  primary key (booking, sender, message_id, position),
  foreign key (booking, sender, message_id) references message_arrival (booking, sender, message_id),
  foreign key (reading_booking, reading_ordinal) references form_reading (booking, ordinal)
);

create table reading_line (
  booking integer not null,
  ordinal integer not null,
  position integer not null,
  source_line integer,
  source_path text not null,
  task_written text not null,
  task_code text,
  level_written text,
  level_id text,
  without_reason text,
  said_by_role text not null,
  seen_on text not null,
  primary key (booking, ordinal, position),
  foreign key (booking, ordinal) references form_reading (booking, ordinal),
  check ((level_written is null) = (without_reason is not null))
);

create table reading_agreement (
  booking integer not null,
  ordinal integer not null,
  position integer not null,
  agreement_id text not null,
  owner_role text not null,
  due_on text,
  agreement_status text not null,
  task_written text not null,
  follows text not null,
  primary key (booking, ordinal, position),
  foreign key (booking, ordinal) references form_reading (booking, ordinal)
);

create table reading_topic (
  booking integer not null,
  ordinal integer not null,
  position integer not null,
  topic_code text not null,
  contributed_by text,
  primary key (booking, ordinal, position),
  foreign key (booking, ordinal) references form_reading (booking, ordinal)
);

create table hand_record (
  booking integer not null references booking (number),
  ordinal integer not null,
  trainee_id text not null,
  task_code text not null,
  level_id text,
  without_reason text,
  seen_on text not null,
  seen_by text not null,
  said_by_role text not null,
  source text not null,
  primary key (booking, ordinal),
  check ((level_id is null) = (without_reason is not null))
);

create table withdrawal (
  booking integer not null references booking (number),
  ordinal integer not null,
  trainee_id text not null,
  task_code text not null,
  to_level text not null,
  withdrawn_on text not null,
  withdrawn_by text not null,
  primary key (booking, ordinal)
);

create table decision (
  booking integer not null references booking (number),
  ordinal integer not null,
  trainee_id text not null,
  task_code text not null,
  level_id text not null,
  seen_on text not null,
  said_by_role text not null,
  sender text,
  verdict text not null,
  primary key (booking, ordinal)
);

create table answer (
  booking integer not null references booking (number),
  ordinal integer not null,
  sender text not null,
  subject text not null,
  written text not null,
  meaning text not null,
  meaning_value text,
  is_remembered integer not null check (is_remembered in (0, 1)),
  primary key (booking, ordinal)
);

-- Text that a person wrote stands here and nowhere else but in the kept bytes of a message, so that it can be erased alone.
create table written_text (
  booking integer not null references booking (number),
  ordinal integer not null,
  position integer not null,
  kind text not null,
  body text not null,
  primary key (booking, ordinal, position, kind)
);
