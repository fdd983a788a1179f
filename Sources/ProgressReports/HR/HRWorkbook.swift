public import CompetencyCore
public import Wording

extension HRReport {
  /// The workbook: `overzicht` with one row a person, `velden` with what each column means, `verantwoording` with where the
  /// numbers come from and what is not in them.
  ///
  /// - Throws: ``CompetencyCore/Refusal`` when the file cannot be made.
  public func xlsx(_ texts: Texts, origin: ReportOrigin = ReportOrigin()) throws(Refusal) -> [UInt8] {
    // The names of sheets and columns are a contract, like those of JSON; the sentences about them are in the reader's language.
    try Workbook(
      title: texts.say("report.hr.title", ["date": texts.date(asOf)]), day: asOf,
      sheets: [
        Workbook.Sheet(
          name: "overzicht",
          columns: HRColumn.allCases.map { .init(title: $0.rawValue, width: $0.width, isShare: $0 == .deel_beheerst) },
          rows: rows.map { row in HRColumn.allCases.map { $0.value(of: row) } }),
        Workbook.Sheet(
          name: "velden",
          columns: [("veld", 24), ("betekenis", 90), ("soort", 30), ("sinds versie", 14)].map { .init(title: $0, width: $1) },
          rows: HRColumn.allCases.map { column in
            [
              column.rawValue, texts.say("hr.meaning." + column.rawValue), texts.say("hr.kind." + column.kind.rawValue),
              column.since,
            ]
            .map { .text($0) }
          }),
        Workbook.Sheet(
          name: "verantwoording", columns: [("onderwerp", 24), ("inhoud", 110)].map { .init(title: $0, width: $1) },
          rows: accountability(texts, origin).map { subject, content in [.text(subject), content] }),
      ]
    ).bytes()
  }

  private func accountability(_ texts: Texts, _ origin: ReportOrigin) -> [(String, TableField)] {
    [
      (texts.say("hr.account.as_of"), .date(asOf)),
      (texts.say("hr.account.people"), .number(rows.count)),
      (texts.say("hr.account.filter"), .text(texts.say("hr.account.filter_all"))),
      (texts.say("hr.account.made_for"), .text(origin.madeBy ?? texts.say("hr.account.administration"))),
      (texts.say("hr.account.known_on"), .text(origin.knownOnText(texts) ?? texts.say("hr.account.now"))),
      (texts.say("hr.account.not_in_it"), .text(texts.say("hr.account.left_out"))),
    ]
  }
}

extension HRColumn {
  /// What stands in a column.
  enum Kind: String { case text, date, number, share, week, status, pathway }

  /// What stands in this column.
  var kind: Kind {
    switch self {
    case .startdatum, .verwachte_einddatum, .peildatum, .laatste_gesprek, .volgend_gesprek: .date
    case .peilweek: .week
    case .status: .status
    case .leerweg: .pathway
    case .deel_beheerst: .share
    case .taken_in_profiel, .taken_aangeleerd, .taken_beheerst, .gepland_beheerst, .verschil_met_plan, .taken_verouderd,
      .gesprekken_12_maanden, .afspraken_open, .afspraken_te_laat:
      .number
    default: .text
    }
  }

  /// The version of the contract that brought the column.
  var since: String { "1.0" }

  /// The width in signs: of its name, or of what usually stands in it.
  var width: Int {
    switch self {
    case .leidinggevende, .werkplekbegeleider, .team, .school, .achternaam: 22
    case .opleiding: 34
    default: rawValue.utf8.count + 4
    }
  }
}
