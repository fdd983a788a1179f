-- One team on 20 November 2026 as XML, a cell a trainee and task, for team.xsl; of the same kind of company as summary.sql.
create temp table member as
select trainee_id, given_name, profile_id, profile_version from trainee_version where team = 'Hal 010' order by trainee_id;
create temp table cell as
select reading.trainee_id, line.task_code,
  max(case line.level_id when 'beheerst' then 2 when 'aangeleerd' then 1 else 0 end) as level
from member join form_reading reading on reading.trainee_id = member.trainee_id
join reading_line line on line.booking = reading.booking and line.ordinal = reading.ordinal
where line.level_id is not null and line.seen_on <= '2026-11-20'
  and line.said_by_role in ('werkplekbegeleider', 'praktijkopleider', 'leidinggevende')
group by reading.trainee_id, line.task_code;
create index temp.cell_key on cell (task_code, trainee_id);
select '<team>';
select '<name>' || given_name || '</name>' from member order by trainee_id;
select '<task code="' || task.task_code || '" title="' || task.title || '">' || (
  select group_concat('<c l="' || coalesce(cell.level, 0) || '"/>', '')
  from member left join cell on cell.trainee_id = member.trainee_id and cell.task_code = task.task_code) || '</task>'
from task_version task
where task.task_code in (
  select p.task_code from member join profile_version v on v.profile_id = member.profile_id and v.version = member.profile_version
  join profile_task p on p.booking = v.booking and p.ordinal = v.ordinal)
order by task.booking, task.ordinal;
select '</team>';
