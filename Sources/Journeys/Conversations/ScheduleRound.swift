internal import CompetencyCore

/// With whom conversations are to be planned, and what stands already.
struct ScheduleRound {
  private(set) var members: [ConversationScheduling.Member] = []
  private(set) var standing: [PersonID: [CalendarDate]] = [:]
  private(set) var unplaced: [ScheduleJourney.Unplaced] = []
  private let situation: Situation

  init(_ situation: Situation) { self.situation = situation }

  /// Gathers the current trainees with a rhythm whose words the acting person may read.
  mutating func gather(team typed: String?) throws(Refusal) {
    let readable = situation.company.currentTrainees.filter { situation.access.readsWords(of: $0) }
    var chosen = readable
    if let typed {
      let teams = Set(readable.map(\.team)).filter { !$0.isEmpty }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      let team = try TeamFinder.find(typed, among: teams)
      chosen = readable.filter { sameBytes($0.team, team) }
    }
    for trainee in chosen { take(trainee) }
    takeStanding(readable: Set(readable.map(\.id)))
  }

  private mutating func take(_ trainee: Trainee) {
    guard let rhythm = trainee.rhythm else { return }
    let ahead = situation.knowledge.conversations(with: trainee.id).filter(\.isAhead)
    // What was to be held and was not is the next conversation; one more beside it would hide that.
    if let waiting = ahead.first(where: { $0.plan.day < situation.today || $0.state != .planned }) {
      unplaced.append(.init(trainee: trainee, why: .waiting(waiting.id, waiting.plan.day)))
      return
    }
    guard let holder = holder(of: trainee) else {
      unplaced.append(.init(trainee: trainee, why: .noHolder))
      return
    }
    let last = situation.knowledge.conversationDays(of: trainee.id, upTo: situation.today).last ?? trainee.start
    members.append(
      .init(
        trainee: trainee.id, holder: holder, rhythm: rhythm, last: last, expectedEnd: trainee.expectedEnd,
        planned: ahead.map(\.plan.day)))
  }

  /// The acting person who leads or guides the trainee, else who leads, else who guides.
  private func holder(of trainee: Trainee) -> PersonID? {
    let near = [trainee.lineManager, trainee.mentor].compactMap(\.self)
    return near.first { $0 == situation.actor.id } ?? near.first
  }

  /// Conversations of others take room too: those that the acting person may see, and those of who holds one here.
  private mutating func takeStanding(readable: Set<TraineeID>) {
    let planned = Set(members.map(\.trainee))
    let holders = Set(members.map(\.holder))
    for trainee in Set(situation.knowledge.conversations.plans.map(\.trainee)).subtracting(planned) {
      for conversation in situation.knowledge.conversations(with: trainee) where conversation.isAhead {
        let plan = conversation.plan
        if readable.contains(trainee) || holders.contains(plan.holder) { standing[plan.holder, default: []].append(plan.day) }
      }
    }
  }
}
