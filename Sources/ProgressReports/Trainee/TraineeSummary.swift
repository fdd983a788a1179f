import CompetencyCore
import Wording

extension TraineeWording {
  /// The whole in three or four sentences, from fixed texts.
  var inShort: String {
    let name = ["name": givenName]
    guard let route = report.route, !route.stops.isEmpty else { return texts.say("short.no_profile", name) }
    let counts = ["mastered": String(route.masteredCount), "total": String(route.stops.count)]
    let first = texts.say("short.mastered", name.merging(counts) { given, _ in given })
    return [first, plan(route), forecast, sinceLast, attention].compactMap { $0 }.joined(separator: " ")
  }

  private func plan(_ route: Route) -> String {
    guard route.stops.contains(where: { $0.planned.week != nil }) else { return texts.say("short.no_plan") }
    switch route.position {
    case .on: return texts.say("short.on_plan")
    case .ahead: return texts.say("short.ahead", count: route.difference)
    case .behind: return texts.say("short.behind", count: -route.difference)
    }
  }

  private var forecast: String? { report.forecast.map { texts.forecast($0, of: givenName) } }

  /// The first name, cut where a sentence has no room for it.
  private var givenName: String { fitting(report.trainee.name.given, 24) }

  private var sinceLast: String {
    guard let last = report.lastConversation else { return texts.say("short.no_conversation") }
    return texts.say("short.since", count: report.newlyMastered.count, ["date": texts.dayAndMonth(last)])
  }

  private var attention: String? {
    let late = report.behind.filter { behind in !report.stale.contains { $0.task == behind.task } }
    guard let first = (report.stale + late).first else { return nil }
    return texts.say("short.attention", count: report.stale.count + late.count, ["task": label(first)])
  }
}
