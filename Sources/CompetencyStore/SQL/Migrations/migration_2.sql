-- Version 2: a message of any size is kept in pieces and its digest when it has ended, and what is asked about one
-- participant or one trainee is found without reading all.

create table message_content (
  sender text not null,
  message_id text not null,
  content_digest text not null,
  primary key (sender, message_id),
  foreign key (sender, message_id) references school_message (sender, message_id)
);

insert into message_content (sender, message_id, content_digest)
select sender, message_id, content_digest
from school_message;

create table message_piece (
  sender text not null,
  message_id text not null,
  position integer not null,
  piece_bytes bytea not null,
  primary key (sender, message_id, position),
  foreign key (sender, message_id) references school_message (sender, message_id)
);

insert into message_piece (sender, message_id, position, piece_bytes)
select sender, message_id, 1, file_bytes
from school_message;

-- The name of a task is no text about a person: it stands with the line. The rows of version 1 stay where they are.
alter table reading_line add column task_name_written text;

-- A judge's name stands beside the first line of a role and holds for those of that role that follow; lines of version 1
-- that have none get an empty one, so that they are not taken for their neighbour's.
insert into written_text (booking, ordinal, position, kind, body)
select l.booking, l.ordinal, l.position, 'judge', ''
from reading_line l
where exists (
    select 1 from written_text w
    where w.booking = l.booking and w.ordinal = l.ordinal and w.position < l.position and w.kind = 'judge'
  )
  and not exists (
    select 1 from written_text w
    where w.booking = l.booking and w.ordinal = l.ordinal and w.position = l.position and w.kind = 'judge'
  );

alter table school_message drop column content_digest;
alter table school_message drop column file_bytes;

create index school_message_replaces on school_message (sender, replaces) where replaces is not null;
create index message_arrival_message on message_arrival (sender, message_id);
create index form_arrival_form on form_arrival (sender, form_id);
create index form_arrival_participant on form_arrival (sender, participant);
create index form_arrival_message on form_arrival (sender, message_id);
create index form_reading_participant on form_reading (sender, participant);
create index form_reading_trainee on form_reading (trainee_id);
create index hand_record_trainee on hand_record (trainee_id);
create index withdrawal_trainee on withdrawal (trainee_id);
create index decision_trainee on decision (trainee_id);
