extension ConversationScheduling {
  /// Plans: whose conversation is due first is placed first, on its ideal day or on the first free day after it.
  public func plan(_ members: [Member]) -> Outcome {
    var outcome = Outcome()
    var room = DayRoom(self, members)
    var queue = members.sorted { $0.trainee < $1.trainee }.map { MemberRhythm($0, from: period.lowerBound) }
    for rhythm in queue {
      guard rhythm.isOverdue, let dueOn = rhythm.due, rhythm.member.expectedEnd.map({ dueOn <= $0 }) ?? true else { continue }
      outcome.overdue.append(
        Overdue(trainee: rhythm.member.trainee, dueOn: dueOn, days: period.lowerBound.dayNumber - dueOn.dayNumber))
    }
    while let (index, turn) = nextTurn(queue) {
      place(turn, of: &queue[index], &room, &outcome)
    }
    outcome.placed.sort { ($0.day, $0.trainee) < ($1.day, $1.trainee) }
    outcome.unplaced.sort { ($0.ideal, $0.trainee) < ($1.ideal, $1.trainee) }
    outcome.overdue.sort { ($0.dueOn, $0.trainee) < ($1.dueOn, $1.trainee) }
    return outcome
  }

  /// A conversation whose turn it is: due on a day, to be placed from another on.
  private typealias Turn = (start: CalendarDate, ideal: CalendarDate)

  private func nextTurn(_ queue: [MemberRhythm]) -> (index: Int, turn: Turn)? {
    var first: (index: Int, turn: Turn)?
    for (index, rhythm) in queue.enumerated() {
      guard let ideal = rhythm.due, ideal <= period.upperBound else { continue }
      let turn = (start: max(ideal, period.lowerBound), ideal: ideal)
      // The queue is in the order of the trainees, which decides between equals.
      if first.map({ turn < $0.turn }) ?? true { first = (index, turn) }
    }
    return first
  }

  private func place(_ turn: Turn, of rhythm: inout MemberRhythm, _ room: inout DayRoom, _ outcome: inout Outcome) {
    let member = rhythm.member
    if let end = member.expectedEnd, end < turn.start {
      // After the training no conversation is due any more; one that was due before its end is missed.
      if turn.ideal <= end { outcome.unplaced.append(unplaced(member, turn.ideal, .training)) }
      rhythm.stop()
      return
    }
    let isCatchUp = rhythm.isOverdue
    let next = isCatchUp ? nil : rhythm.after
    let (limit, why) = lastDay(member, next)
    var day = turn.start
    while day < limit, room.hindrance(on: day, member.holder) != nil { day = day.adding(days: 1) }
    guard day <= limit, room.hindrance(on: day, member.holder) == nil else {
      outcome.unplaced.append(unplaced(member, turn.ideal, why))
      if isCatchUp { rhythm.stop() } else { rhythm.goOn() }
      return
    }
    let moved: Reason? = isCatchUp ? .overdue : day == turn.ideal ? nil : room.hindrance(on: turn.ideal, member.holder)
    outcome.placed.append(
      Placement(trainee: member.trainee, holder: member.holder, day: day, ideal: turn.ideal, moved: moved))
    room.take(day, member.holder)
    if isCatchUp { rhythm.catchUp(on: day) } else { rhythm.goOn() }
  }

  private func lastDay(_ member: Member, _ next: CalendarDate?) -> (CalendarDate, Limit) {
    var last = (period.upperBound, Limit.period)
    if let end = member.expectedEnd, end < last.0 { last = (end, .training) }
    if let next, next.adding(days: -1) < last.0 { last = (next.adding(days: -1), .next) }
    return last
  }

  private func unplaced(_ member: Member, _ ideal: CalendarDate, _ why: Limit) -> Unplaced {
    Unplaced(trainee: member.trainee, holder: member.holder, ideal: ideal, why: why)
  }
}
