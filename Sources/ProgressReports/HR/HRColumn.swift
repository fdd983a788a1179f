import CompetencyCore
import Wording

/// The columns that HR gets, in an order that never changes: a new one is added at the end.
public enum HRColumn: String, CaseIterable, Sendable {
  case personeelsnummer, roepnaam, tussenvoegsel, achternaam, team, leidinggevende, werkplekbegeleider, opleiding, leerweg
  case school, startdatum, verwachte_einddatum, status, peildatum, peilweek, taken_in_profiel, taken_aangeleerd
  case taken_beheerst, deel_beheerst, gepland_beheerst, verschil_met_plan, taken_verouderd, laatste_gesprek
  case volgend_gesprek, gesprekken_12_maanden, afspraken_open, afspraken_te_laat

  /// What stands in this column for one person.
  func value(of row: SharedProgress) -> TableField {
    switch self {
    case .personeelsnummer: text(row.personnelNumber)
    case .roepnaam: text(row.name.given)
    case .tussenvoegsel: text(row.name.prefix)
    case .achternaam: text(row.name.family)
    case .team: text(row.teamName)
    case .leidinggevende: text(row.lineManagerName?.full)
    case .werkplekbegeleider: text(row.mentorName?.full)
    case .opleiding: text(row.programmeName)
    case .leerweg: text(row.pathway?.rawValue)
    case .school: text(row.schoolName)
    case .startdatum: .date(row.start)
    case .verwachte_einddatum: .day(row.expectedEnd)
    case .status: text(row.status.rawValue)
    case .peildatum: .date(row.asOf)
    case .peilweek: text(row.asOf.isoWeekText)
    default: number(of: row)
    }
  }

  private func number(of row: SharedProgress) -> TableField {
    switch self {
    case .taken_in_profiel: .number(row.tasksInProfile)
    case .taken_aangeleerd: .number(row.tasksTaught)
    case .taken_beheerst: .number(row.tasksMastered)
    case .deel_beheerst: .decimal(FixedDecimal(row.shareMastered, digits: 2))
    case .gepland_beheerst: .number(row.tasksPlannedMastered)
    case .verschil_met_plan: .number(row.tasksMastered - row.tasksPlannedMastered)
    case .taken_verouderd: .number(row.tasksStale)
    case .laatste_gesprek: .day(row.lastConversation)
    case .volgend_gesprek: .day(row.nextConversation)
    case .gesprekken_12_maanden: .number(row.conversationsInTwelveMonths)
    case .afspraken_open: .number(row.agreementsOpen)
    case .afspraken_te_laat: .number(row.agreementsOverdue)
    default: .empty
    }
  }

  private func text(_ text: String?) -> TableField { text.map { $0.isEmpty ? .empty : .text($0) } ?? .empty }
}
