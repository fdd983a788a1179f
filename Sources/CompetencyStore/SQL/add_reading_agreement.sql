-- Adds one row to reading_agreement.
-- $1 booking, $2 ordinal, $3 position, $4 agreement_id, $5 owner_role, $6 due_on, $7 agreement_status, $8 task_written,
-- $9 follows
insert into reading_agreement (
  booking, ordinal, position, agreement_id, owner_role, due_on, agreement_status, task_written, follows
) values (
  $1, $2, $3, $4, $5, $6, $7, $8, $9
);
