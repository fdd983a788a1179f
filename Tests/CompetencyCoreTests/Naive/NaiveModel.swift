/// Rules 1 to 4 and 12 of design §3a, sentence by sentence and without a thought for speed.
struct NaiveModel {
  let history: NaiveHistory
  /// The booking up to which things are known.
  let knownOn: Int
  let fault: NaiveFault?
  /// The numbers of the live bookings, found once: nearly every rule asks for them.
  private(set) var live: [Int] = []

  init(_ history: NaiveHistory, knownOn: Int? = nil, fault: NaiveFault? = nil) {
    (self.history, self.knownOn, self.fault) = (history, knownOn ?? history.bookings.count, fault)
    live = known.filter(isLive)
  }

  /// The numbers of the bookings that are known (rule 12).
  var known: ClosedRange<Int> { 1...(fault == .knownOnCutsOnSeenOn ? history.bookings.count : knownOn) }

  func acts(of number: Int) -> [NaiveAct] { history.bookings[number - 1].acts }

  /// Rule 1: a booking is live unless a live booking undoes it.
  private func isLive(_ number: Int) -> Bool {
    !known.contains { other in
      acts(of: other).contains { act in
        guard case .undid(number) = act else { return false }
        return fault == .undoOfUndoIgnored || isLive(other)
      }
    }
  }

  /// Every arrival of a message, with its booking, live or not.
  var arrivals: [(booking: Int, message: NaiveMessage)] {
    known.flatMap { number in
      acts(of: number).compactMap { act in
        if case .message(let message) = act { (number, message) } else { nil }
      }
    }
  }

  /// Rule 2: imported by a live booking, and not corrected by a message that a live booking imported.
  func countingMessages() -> [NaiveMessage] {
    let all = arrivals
    let imported = all.filter { live.contains($0.booking) }.map(\.message)
    return imported.indices.filter { index in
      let message = imported[index]
      let isFirstArrival = !imported[..<index].contains { $0.sender == message.sender && $0.id == message.id }
      return isFirstArrival && !isReplaced(message, imported: imported, arrived: all.map(\.message))
    }.map { imported[$0] }
  }

  private func isReplaced(_ message: NaiveMessage, imported: [NaiveMessage], arrived: [NaiveMessage]) -> Bool {
    if fault == .replacedOnlyByCountingMessage {
      return imported.contains { other in
        names(other, message) && !isReplaced(other, imported: imported, arrived: arrived)
      }
    }
    return imported.contains { corrects($0, message, over: arrived) }
  }

  private func names(_ one: NaiveMessage, _ other: NaiveMessage) -> Bool {
    one.sender == other.sender && one.vervangt == other.id
  }

  /// Directly, or over other messages, whether those still count or not.
  private func corrects(_ one: NaiveMessage, _ other: NaiveMessage, over arrived: [NaiveMessage]) -> Bool {
    names(one, other) || arrived.contains { between in names(one, between) && corrects(between, other, over: arrived) }
  }

  /// Rule 3: of the forms with one identity, the highest versie, then the latest aanmaakdatum, then the berichtid.
  func countingForms() -> [(form: NaiveForm, message: NaiveMessage)] {
    let all = countingMessages().flatMap { message in message.forms.map { (form: $0, message: message) } }
    return all.filter { one in
      !all.contains { other in
        let isSameForm =
          other.message.sender == one.message.sender && other.form.id == one.form.id
          && other.form.participant == one.form.participant && other.form.heldOn == one.form.heldOn
        guard isSameForm else { return false }
        if other.form.version != one.form.version { return other.form.version > one.form.version }
        if other.message.made != one.message.made { return other.message.made > one.message.made }
        return other.message.id > one.message.id
      }
    }
  }

  /// Rule 4: what forms and people say, as far as it counts.
  func statements() -> [NaiveStatement] {
    saidInForms() + saidByHand()
  }

  private func saidInForms() -> [NaiveStatement] {
    countingForms().flatMap { form, message in
      form.lines.indices.compactMap { index in
        let line = form.lines[index]
        guard let trainee = meaning(of: form.trainee, subject: "trainee", sender: message.sender),
          let task = meaning(of: line.task, subject: "task", sender: message.sender)
        else { return nil }
        var level = ""
        if let word = line.level {
          guard let ours = meaning(of: word, subject: "level", sender: message.sender) else { return nil }
          level = ours
        }
        return NaiveStatement(
          trainee: trainee, task: task, level: level, without: line.without, day: line.day, role: line.role, by: "",
          source: "form", sender: message.sender, message: message.id, form: form.id, line: index + 1, booking: 0, place: 0)
      }
    }
  }

  /// A parked word needs its answer's booking to be live; an answer for once says nothing of what came after it.
  private func meaning(of word: NaiveWord, subject: String, sender: String) -> String? {
    guard case .asked(let asked, let since) = word else {
      if case .known(let text) = word { return text } else { return nil }
    }
    for number in live {
      for case .answered(let answer) in acts(of: number)
      where answer.sender == sender && answer.subject == subject && answer.word == asked {
        guard answer.isRemembered || since < number else { continue }
        return answer.meaning.isEmpty ? nil : answer.meaning
      }
    }
    return nil
  }

  /// Whether a form says something that it says only since a question was answered.
  func isAnsweredLater(_ form: NaiveForm, from sender: String) -> Bool {
    form.lines.contains { line in
      let words = [(form.trainee, "trainee"), (line.task, "task")] + (line.level.map { [($0, "level")] } ?? [])
      let wasAsked = words.contains { if case .asked = $0.0 { true } else { false } }
      return wasAsked && words.allSatisfy { meaning(of: $0.0, subject: $0.1, sender: sender) != nil }
    }
  }

  private func saidByHand() -> [NaiveStatement] {
    facts { act in
      if case .said(let said) = act { said } else { nil }
    }.map { placed in
      let said = placed.fact
      return NaiveStatement(
        trainee: said.trainee, task: said.task, level: said.level, without: said.without, day: said.day, role: said.role,
        by: said.by, source: said.source, sender: "", message: "", form: "", line: 0, booking: placed.booking,
        place: placed.place)
    }
  }

  /// The acts of one kind in live bookings, with their booking and their place in it.
  func facts<Kind>(_ pick: (NaiveAct) -> Kind?) -> [NaiveFacts.Placed<Kind>] {
    live.flatMap { number in
      acts(of: number).enumerated().compactMap { place, act in
        pick(act).map { NaiveFacts.Placed(booking: number, place: place, fact: $0) }
      }
    }
  }
}
