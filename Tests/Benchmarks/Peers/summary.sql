-- HR's 27 columns of every trainee on 20 November 2026, from the product's own tables: for a company in which nothing was undone,
-- taken back, recorded by hand or answered later. The rows are those of ‘report hr’.
with asof(day) as (select '2026-11-20'),
said as (
  select reading.trainee_id, line.task_code, line.seen_on,
    case line.level_id when 'beheerst' then 2 when 'aangeleerd' then 1 else 0 end as rank
  from form_reading reading join reading_line line on line.booking = reading.booking and line.ordinal = reading.ordinal, asof
  where line.level_id is not null and line.seen_on <= asof.day
    and line.said_by_role in ('werkplekbegeleider', 'praktijkopleider', 'leidinggevende')
),
cell as (
  select trainee_id, task_code, max(rank) as level, max(seen_on) filter (where rank = 2) as last_mastered
  from said group by trainee_id, task_code
),
counted as (
  select t.trainee_id, count(*) as tasks, count(*) filter (where cell.level = 1) as taught,
    count(*) filter (where cell.level = 2) as mastered,
    count(*) filter (where p.planned_week < cast((julianday(asof.day) - julianday(t.starts_on)) / 7 as integer) + 1) as planned,
    count(*) filter (where cell.level = 2 and date(cell.last_mastered, '+' || task.repeat_months || ' months') < asof.day) as stale
  from trainee_version t
  join profile_version v on v.profile_id = t.profile_id and v.version = t.profile_version
  join profile_task p on p.booking = v.booking and p.ordinal = v.ordinal
  join task_version task on task.task_code = p.task_code
  left join cell on cell.trainee_id = t.trainee_id and cell.task_code = p.task_code, asof
  group by t.trainee_id
),
talked as (
  select trainee_id, max(held_on) as last_conversation,
    count(distinct held_on) filter (where held_on > date(asof.day, '-12 months')) as in_year
  from form_reading, asof
  where form_kind in ('startgesprek', 'voortgangsgesprek', 'ontwikkelgesprek', 'eindgesprek', 'bpv_bezoek') and held_on <= asof.day
  group by trainee_id
),
named as (
  select trainee_id, next_conversation, row_number() over (partition by trainee_id order by held_on desc) as place
  from form_reading, asof where next_conversation is not null and held_on <= asof.day
),
agreed as (
  select reading.trainee_id, agreement.agreement_id, agreement.agreement_status as status, agreement.due_on,
    row_number() over (
      partition by reading.trainee_id, agreement.agreement_id order by agreement.agreement_status = 'open', reading.held_on desc) as place
  from form_reading reading
  join reading_agreement agreement on agreement.booking = reading.booking and agreement.ordinal = reading.ordinal, asof
  where reading.held_on <= asof.day
),
open as (
  select trainee_id, count(*) as agreements, count(*) filter (where due_on < asof.day) as overdue
  from agreed, asof where place = 1 and status = 'open' group by trainee_id
)
select t.personnel_number as personeelsnummer, t.given_name as roepnaam, t.name_prefix as tussenvoegsel,
  t.family_name as achternaam, t.team, m.given_name || ' ' || m.family_name as leidinggevende,
  b.given_name || ' ' || b.family_name as werkplekbegeleider, coalesce(nullif(t.programme, ''), v.title) as opleiding,
  t.pathway as leerweg, s.school_name as school, t.starts_on as startdatum, t.expected_end as verwachte_einddatum, t.training_status as status, asof.day as peildatum,
  strftime('%Y', asof.day, '-3 days', 'weekday 4') || '-W' || printf('%02d', (strftime('%j', asof.day, '-3 days', 'weekday 4') - 1) / 7 + 1) as peilweek, counted.tasks as taken_in_profiel, counted.taught as taken_aangeleerd,
  counted.mastered as taken_beheerst,
  printf('%.2f', 1.0 * counted.mastered / counted.tasks) as deel_beheerst, counted.planned as gepland_beheerst, counted.mastered - counted.planned as verschil_met_plan,
  counted.stale as taken_verouderd, talked.last_conversation as laatste_gesprek,
  case when named.next_conversation > talked.last_conversation then named.next_conversation end as volgend_gesprek,
  coalesce(talked.in_year, 0) as gesprekken_12_maanden, coalesce(open.agreements, 0) as afspraken_open,
  coalesce(open.overdue, 0) as afspraken_te_laat
from trainee_version t
left join counted on counted.trainee_id = t.trainee_id
left join talked on talked.trainee_id = t.trainee_id
left join named on named.trainee_id = t.trainee_id and named.place = 1
left join open on open.trainee_id = t.trainee_id
left join person_version m on m.person_id = t.line_manager_id
left join person_version b on b.person_id = t.mentor_id
left join profile_version v on v.profile_id = t.profile_id and v.version = t.profile_version
left join school_version s on s.school_id = t.school_id, asof
order by t.family_name, t.given_name;
