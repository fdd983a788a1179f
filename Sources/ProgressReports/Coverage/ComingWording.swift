import CompetencyCore
import Wording

/// Says who has a task still to come that a team lacks people for, and when there will be enough.
struct ComingWording {
  let texts: Texts
  /// The day from which weeks are told.
  let asOf: CalendarDate
  /// What people call a trainee.
  let name: (TraineeID) -> String
  private static let most = 3

  /// The first few up to the one who makes it enough, and when that is; empty when nobody has it to come or enough can do it.
  func plan(_ task: TaskCoverage) -> String {
    guard task.standing != .enough else { return "" }
    let last = task.coming.firstIndex { !$0.isLate && $0.plannedBy == task.enoughBy } ?? task.coming.count - 1
    let shown = task.coming.prefix(min(last + 1, Self.most))
    var parts = shown.map { coming in
      let week = texts.week(of: coming.plannedBy, readOn: asOf)
      return texts.say(coming.isLate ? "coverage.late" : "coverage.coming", ["who": name(coming.trainee), "week": week])
    }
    guard let enough = task.enoughBy else {
      let more = task.coming.count - shown.count
      if more > 0 { parts.append(texts.say("report.and_more", count: more)) }
      return parts.joined(separator: ", ")
    }
    let isTold = shown.last?.plannedBy == enough
    let week = texts.week(of: enough, readOn: asOf)
    return parts.joined(separator: ", ") + texts.say(isTold ? "coverage.then_enough" : "coverage.enough_by", ["week": week])
  }
}
