/// All that the benchmarks ask of the product's own tables, and of the rows that floor and peer store.
enum Questions {
  static let judgementsOfProduct = "select count(*) from reading_line where task_code is not null"
  static let judgementsOfPeer = "select count(*) from judgement"

  /// The rows of the floor, for `.import`.
  static let tables = ["message", "form", "judgement", "topic", "agreement"]

  /// Levels by rank; what a person of the leerbedrijf says counts, what trainee and school say is a proposal.
  private static let said = """
    with said as (
      select reading.trainee_id, line.task_code, line.level_id, line.seen_on, line.said_by_role, reading.form_id,
        reading.booking, reading.ordinal, line.position,
        case line.level_id when 'beheerst' then 2 when 'aangeleerd' then 1 else 0 end as rank,
        line.said_by_role in ('werkplekbegeleider', 'praktijkopleider', 'leidinggevende') as counts
      from form_reading reading join reading_line line on line.booking = reading.booking and line.ordinal = reading.ordinal
      where line.level_id is not null
    )
    """

  /// One trainee: the level of each task with its two days and the open proposals.
  static func cells(of trainee: String) -> String {
    said + """
       select task_code, max(rank) filter (where counts) as level, min(seen_on) filter (where counts and rank = 1) as taught_on,
        min(seen_on) filter (where counts and rank = 2) as mastered_on, max(seen_on) filter (where counts) as last_seen_on,
        max(rank) filter (where not counts) as proposed
      from said where trainee_id = '\(trainee)' group by task_code order by task_code;
      """
  }

  /// One trainee: every fact in the order of its history, with the words beside it and the name of who saw it.
  static func history(of trainee: String) -> String {
    said + """
       select said.task_code, said.seen_on, said.level_id, said.said_by_role, said.form_id, judge.body as judge, note.body as note
      from said
      left join written_text judge on judge.booking = said.booking and judge.ordinal = said.ordinal
        and judge.kind = 'judge' and judge.position = (
          select max(named.position) from written_text named
          join reading_line line on line.booking = named.booking and line.ordinal = named.ordinal and line.position = named.position
          where named.booking = said.booking and named.ordinal = said.ordinal and named.kind = 'judge'
            and named.position <= said.position and line.said_by_role = said.said_by_role)
      left join written_text note on note.booking = said.booking and note.ordinal = said.ordinal
        and note.position = said.position and note.kind = 'note'
      where said.trainee_id = '\(trainee)' order by said.task_code, said.seen_on desc;
      """
  }
}
