/// Gives bookings their numbers, and reads arriving forms with the answers that are remembered at that moment.
///
/// A form that is here with the same content keeps what was made of it then; one that was undone is read anew.
struct ArrivalDesk {
  private struct Content: Hashable {
    let sender: String
    let form: String
    let participant: String
    let heldOn: Int
    let trainee: NaiveWord
    let lines: [NaiveLine]
  }
  private(set) var history = NaiveHistory()
  private var numbers: [Int: Int] = [:]
  private var read: [Content: [(booking: Int, form: NaiveForm)]] = [:]

  init(scale: NaiveScale) { history.scale = scale }

  mutating func book(_ event: FoldCase.Event, on day: Int) {
    let number = history.bookings.count + 1
    var acts: [NaiveAct] = []
    for act in event.acts {
      if case .message(let message) = act { acts.append(.message(receive(message, in: number))) } else { acts.append(act) }
    }
    if let target = event.undoes.flatMap({ numbers[$0] }) { acts.append(.undid(target)) }
    history.bookings.append(NaiveBooking(day: day, acts: acts))
    numbers[event.id] = number
  }

  private mutating func receive(_ message: NaiveMessage, in number: Int) -> NaiveMessage {
    var received = message
    for index in message.forms.indices { received.forms[index] = receive(message.forms[index], from: message.sender, number) }
    return received
  }

  private mutating func receive(_ form: NaiveForm, from sender: String, _ number: Int) -> NaiveForm {
    let content = Content(
      sender: sender, form: form.id, participant: form.participant, heldOn: form.heldOn, trainee: form.trainee,
      lines: form.lines)
    var received = form
    let live = NaiveModel(history).live
    if let known = read[content]?.first(where: { live.contains($0.booking) || $0.booking == number }) {
      (received.trainee, received.lines) = (known.form.trainee, known.form.lines)
      read[content, default: []].append((number, received))
      return received
    }
    received.trainee = understood(form.trainee, "trainee", sender, number)
    for index in form.lines.indices {
      received.lines[index].task = understood(form.lines[index].task, "task", sender, number)
      received.lines[index].level = form.lines[index].level.map { understood($0, "level", sender, number) }
    }
    read[content, default: []].append((number, received))
    return received
  }

  private func understood(_ word: NaiveWord, _ subject: String, _ sender: String, _ number: Int) -> NaiveWord {
    guard case .asked(let text, _) = word else { return word }
    let model = NaiveModel(history)
    for booking in model.live {
      for case .answered(let answer) in model.acts(of: booking)
      where answer.isRemembered && answer.sender == sender && answer.subject == subject && answer.word == text {
        if !answer.meaning.isEmpty { return .known(answer.meaning) }
      }
    }
    return .asked(text, since: number)
  }
}
