public import CompetencyCore
public import Wording

/// The view model of `Templates/Reports/trainee.mustache`: one sheet of A4, ready to print.
struct TraineePage: Sendable {
  struct Group: Sendable { let title, notYet, taught, mastered, without, plan: String }
  struct Mastered: Sendable { let day, task, who: String }
  struct Agreement: Sendable {
    let text, owner, due: String
    let isOverdue: Bool
  }

  let words: [String: String]
  let language: String
  let style: HTMLFragment
  let name, asOf, week, team, training, people, inShort: String
  let status: String?
  let chart: HTMLFragment?
  let notYetGlyph, taughtGlyph, masteredGlyph: HTMLFragment
  let notYetName, taughtName, masteredName: String
  let groups: [Group]
  let hasGroups, hasWithout: Bool
  let newlyMasteredTitle: String
  let newlyMastered: [Mastered]
  let hasNewlyMastered: Bool
  let newlyMasteredMore: String?
  let inProgress, stale, behind, waiting: String?
  let agreements: [Agreement]
  let hasAgreements: Bool
  let agreementsMore, endedAgreements: String?
  let nextConversation: String
  let signatures: [String]
  let origin: String?
}

extension TraineePage {
  /// How many newly mastered tasks, and how many agreements, one sheet has room for.
  private static let mostRows = 5
  /// How many groups it has room for.
  private static let mostGroups = 9
  /// How many columns of text a line, a name at the head and a name beside something else take at most.
  private static let (longest, longestName, longestBeside) = (80, 36, 24)

  init(_ wording: TraineeWording, style: HTMLFragment, origin: ReportOrigin) {
    let (report, texts) = (wording.report, wording.texts)
    let (scale, company) = (report.company.scale, report.company)
    func level(_ rank: Int) -> LevelID { scale.level(atRank: rank) }
    func glyph(_ rank: Int) -> HTMLFragment {
      var html = HTMLBuilder()
      LevelDrawing(scale: scale).draw(level(rank), in: &html)
      return html.fragment
    }
    words = texts.words(under: "report.")
    (language, self.style, self.origin) = (texts.language.rawValue, style, origin.sentence(texts))
    name = wording.fitting(report.trainee.name.full, Self.longestName)
    team = wording.fitting(report.trainee.team, Self.longestBeside)
    (training, people) = (
      wording.fitting(wording.training, Self.longest), wording.fitting(wording.people, Self.longest)
    )
    (asOf, week) = (texts.say("report.as_of_full", ["date": texts.fullDate(report.asOf)]), texts.week(of: report.asOf))
    (status, inShort, chart) = (wording.status, wording.inShort, RouteChart(report, texts)?.fragment)
    (notYetGlyph, taughtGlyph, masteredGlyph) = (glyph(0), glyph(scale.taughtRank), glyph(scale.masteredRank))
    (notYetName, taughtName) = (texts.level(level(0)), texts.level(level(scale.taughtRank)))
    masteredName = texts.level(level(scale.masteredRank))
    groups = (wording.isPaper ? Self.fitting(report.groups, texts) : report.groups).map { group in
      Group(
        title: wording.fitting(group.title.isEmpty ? texts.say("matrix.no_group") : group.title, Self.longestBeside),
        notYet: String(group.notYet), taught: String(group.taught), mastered: String(group.mastered),
        without: String(group.without), plan: wording.plan(group))
    }
    (hasGroups, hasWithout) = (!report.groups.isEmpty, report.groups.contains { $0.without > 0 })
    newlyMasteredTitle = wording.newlyMasteredTitle
    newlyMastered = report.newlyMastered.prefix(Self.mostRows).map { item in
      Mastered(
        day: item.day.map { $0.year == report.asOf.year ? texts.shortDay($0) : texts.date($0) } ?? "", task: wording.label(item),
        who: wording.who(item))
    }
    hasNewlyMastered = !report.newlyMastered.isEmpty
    func more(_ count: Int) -> String? {
      count > Self.mostRows ? texts.say("report.and_more", count: count - Self.mostRows) : nil
    }
    (newlyMasteredMore, agreementsMore) = (more(report.newlyMastered.count), more(report.openAgreements.count))
    (inProgress, stale, behind, waiting) = (wording.inProgress, wording.stale, wording.behind, wording.waiting)
    agreements = report.openAgreements.prefix(Self.mostRows).map { agreement in
      Agreement(
        text: wording.fitting(wording.text(of: agreement), Self.longest),
        owner: wording.fitting(wording.owner(agreement), Self.longestBeside), due: wording.due(agreement),
        isOverdue: agreement.isOverdue)
    }
    (hasAgreements, endedAgreements) = (!report.openAgreements.isEmpty, wording.endedAgreements)
    nextConversation = wording.nextConversation
    signatures = ([report.trainee.id, report.trainee.mentor, report.trainee.lineManager].compactMap { $0 })
      .compactMap { company.name(of: $0).map { wording.fitting($0.given, Self.longestBeside) } }
  }
}

extension TraineePage {
  /// The groups that there is room for; the rest of them stand together in the last row.
  private static func fitting(_ groups: [TraineeReport.GroupCount], _ texts: Texts) -> [TraineeReport.GroupCount] {
    guard groups.count > mostGroups else { return groups }
    let rest = groups.dropFirst(mostGroups - 1)
    let title = texts.say("report.and_more", count: rest.count)
    return groups.prefix(mostGroups - 1) + [rest.reduce(TraineeReport.GroupCount(title: title)) { $0 + $1 }]
  }
}

extension TraineeReport {
  /// The report as a page for screen, or for one sheet of paper, on which long texts are cut by rule.
  ///
  /// - Throws: ``CompetencyCore/Refusal`` when the template cannot be used.
  public func html(
    _ texts: Texts, folders: TemplateFolders, origin: ReportOrigin = ReportOrigin(), isPaper: Bool = false
  ) throws(Refusal) -> [UInt8] {
    let style = try HTMLFragment(styleSheet: "Reports/report.css", folders: folders)
    let template = try HTMLTemplate("Reports/trainee.mustache", folders: folders)
    return try template.document(of: TraineePage(TraineeWording(self, texts, isPaper: isPaper), style: style, origin: origin))
  }
}
