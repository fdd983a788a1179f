import CompetencyCore
import Foundation
import ProgressReports
import Testing
import Wording

@Suite struct HRSummaryTests {
  @Test func `the page has a line a team, without a name of anybody in training`() throws {
    let matrix = CompetencyMatrix(
      SampleTeam.knowledge, asOf: SampleTeam.today, trainees: Set(SampleTeam.knowledge.company.trainees.keys))
    let summary = HRSummary(HRReport(matrix.sharedProgress(), asOf: SampleTeam.today), smallestGroup: 3)
    for language in Language.allCases {
      let page = try summary.html(try Texts(language), folders: TemplateFolders())
      try expectGolden(page, "hr.\(language.rawValue).html")
      for trainee in SampleTeam.knowledge.company.trainees.values {
        for part in [trainee.name.full, trainee.name.given, trainee.personnelNumber] where !part.isEmpty {
          #expect(!Data(page).contains(Data((">" + part).utf8)) && !Data(page).contains(Data((" " + part).utf8)), "\(part)")
        }
      }
    }
  }

  @Test func `a team that is too small does not stand by itself`() {
    let summary = Self.summary(["Noord": 9, "Zuid": 11, "Montage": 3, "Expeditie": 2])
    #expect(summary.lines.map(\.team) == ["Noord", "Zuid", nil])
    #expect(summary.lines.map(\.people) == [9, 11, 5])
  }

  @Test func `what the total less the other teams would tell of a small team is not told either`() {
    let summary = Self.summary(["Noord": 9, "Zuid": 11, "Expeditie": 2])
    #expect(summary.lines.map(\.team) == ["Zuid", nil])
    #expect(summary.lines.map(\.people) == [11, 11])
  }

  @Test func `who has finished, stopped or is on pause is not counted`() {
    let rows = Trainee.Status.allCases.flatMap { Self.rows("Noord", 5, status: $0) }
    let summary = HRSummary(HRReport(rows, asOf: SampleTeam.today))
    #expect(summary.total.people == 5)
  }

  @Test func `the course is what was mastered at the end of each month`() {
    let days = ["2025-11-20", "2025-11-21", "2026-06-30", "2026-11-20", "2026-11-21"].map(SampleTeam.day)
    let summary = HRSummary(HRReport(Self.rows("Noord", 5, mastered: days), asOf: SampleTeam.day("2026-11-20")))
    #expect(summary.total.course == [5, 10, 10, 10, 10, 10, 10, 10, 15, 15, 15, 15, 20])
    #expect(summary.total.tasks == 5 * 36)
  }

  private static func summary(_ sizes: [String: Int]) -> HRSummary {
    HRSummary(HRReport(sizes.flatMap { rows($0.key, $0.value) }, asOf: SampleTeam.today))
  }

  private static func rows(
    _ team: String, _ count: Int, status: Trainee.Status = .lopend, mastered: [CalendarDate] = []
  ) -> [SharedProgress] {
    var ledger = Ledger()
    let booking = Booking(number: .first, recordedAt: Instant(milliseconds: 0), by: nil, account: "", kind: .setup)
    ledger.bookings = [booking]
    let profileID = SampleTeam.made(ProfileID("alles"))
    let codes = (1...36).map { SampleTeam.code("T-\($0)") }
    let profile = Profile(
      id: profileID, version: 1, title: "", tasks: codes.map { ProfileTask(task: $0, target: .beheerst, week: nil) })
    ledger.setup.append((booking: .first, row: .profile(profile)))
    for number in 0..<count {
      var trainee = Trainee(
        id: SampleTeam.id("x-\(number)"), name: PersonName(given: "", family: ""), team: team, profile: profileID,
        start: SampleTeam.day("2025-09-01"))
      (trainee.status, trainee.profileVersion) = (status, 1)
      ledger.setup.append((booking: .first, row: .trainee(trainee)))
      for (task, day) in zip(codes, mastered) {
        ledger.records.append(
          HandRecord(
            id: FactID(booking: .first, ordinal: ledger.records.count + 1), trainee: trainee.id, task: task,
            judgement: .level(.beheerst), seenOn: day, seenBy: SampleTeam.id("mo"), role: .werkplekbegeleider, source: .hand))
      }
    }
    let trainees = Set(Knowledge(ledger).company.trainees.keys)
    return CompetencyMatrix(Knowledge(ledger), asOf: SampleTeam.day("2026-11-22"), trainees: trainees).sharedProgress()
  }
}
