import Foundation
import Testing

@Suite struct KnownOnTests {
  /// Everything that can be booked after b-0003, each as the command lines that book it.
  private static let later = [
    (what: "an import", lines: ["import SampleData/Forms --json"]),
    (what: "an answer", lines: ["inbox answer QUESTION VER-05"]),
    (what: "levels by hand", lines: ["matrix set sanne LAS-02=beheerst LAS-03=aangeleerd --by mo --on 2026-11-19"]),
    (what: "a withdrawal", lines: ["matrix set sanne BAS-01=aangeleerd --by mo --on 2026-11-20 --reason overgedaan"]),
    (what: "a proposal taken over", lines: ["inbox accept PROPOSAL --by mo"]),
    (what: "a proposal refused", lines: ["inbox refuse PROPOSAL --by mo"]),
    (what: "a disagreement settled", lines: ["inbox accept DISAGREEMENT --by petra --reason samen-bekeken"]),
    (what: "an undone import", lines: ["undo b-0002"]),
    (what: "an undone undo", lines: ["undo b-0011"]),
    (what: "another set-up", lines: ["setup changed"]),
    (what: "a trainee on the new version of the profile", lines: ["trainee edit sanne --profile constructie-3"]),
    (what: "a trainee who stopped", lines: ["trainee end daan --stopped"]),
  ]

  @Test func `what was known at a booking stays byte for byte, whatever is booked later`() throws {
    let desk = try Desk(.company)
    try Self.importTheFirstHalf(at: desk)
    try Self.changeTheCompany(at: desk)
    let known = try desk.matrix(knownOn: "b-0003")
    var now = known

    for (what, lines) in Self.later {
      for line in lines { try Self.run(line, at: desk) }
      #expect(try desk.matrix(knownOn: "b-0003") == known, "after \(what)")
      let matrix = try desk.run("matrix show --as-of 2026-11-20 --json").bytes
      #expect(matrix != now, "\(what) changes the matrix of now")
      now = matrix
    }
    #expect(try desk.bookings().count == 3 + Self.later.count)
  }

  @Test func `the matrix before the first import is known too`() throws {
    let desk = try Desk(.company)
    let empty = try desk.matrix(knownOn: "b-0001")

    try desk.run("import SampleData/Forms", exit: 3)

    #expect(try desk.matrix(knownOn: "b-0001") == empty)
    #expect(try desk.matrix(knownOn: "b-0002") != empty)
  }

  @Test func `a booking that is not there yet is not found`() throws {
    let desk = try Desk(.company)
    let outcome = try desk.run("matrix show --known-on b-0002", exit: 66)
    #expect(outcome.errorText.contains("b-0002"))
  }

  /// Two bookings of forms, in which the correction and the message of the question are still to come.
  private static func importTheFirstHalf(at desk: Desk) throws {
    let early = Samples.forms.filter { $0 < "2026-09" && $0 != Samples.correction }
    let halves = [early.prefix(15), early.dropFirst(15)]
    for half in halves { try desk.run("import " + half.map { "SampleData/Forms/" + $0 }.joined(separator: " ")) }
  }

  /// Other months until a task must be seen again, and a profile with a task less and another week.
  private static func changeTheCompany(at desk: Desk) throws {
    try desk.copyCompany(to: "changed", changing: "taken.csv") { text in
      text.replacing(";12;", with: ";1;").replacing(";24;", with: ";2;")
    }
    let profiles = try Samples.text("company/profielen.csv")
    let changed = profiles.split(separator: "\n").filter { !$0.contains("constructie-3;Constructiewerker niveau 3;VER-06") }
    #expect(changed.count < profiles.split(separator: "\n").count)
    try desk.write("changed/profielen.csv", changed.joined(separator: "\n") + "\n")
  }

  private static func run(_ line: String, at desk: Desk) throws {
    let inbox = line.contains("inbox") ? try desk.inbox() : []
    let question = inbox.first { $0.kind == "question" }?.item ?? ""
    let proposal = inbox.first { $0.kind == "proposal" && ["t-014", "t-015"].contains($0.trainee) }?.item ?? ""
    let disagreement = inbox.first { $0.kind == "disagreement" && $0.trainee == "t-003" }?.item ?? ""
    let typed = line.replacing("QUESTION", with: question).replacing("PROPOSAL", with: proposal)
      .replacing("DISAGREEMENT", with: disagreement)
    try desk.run(typed, exit: typed.hasPrefix("import") ? 3 : 0)
  }
}
