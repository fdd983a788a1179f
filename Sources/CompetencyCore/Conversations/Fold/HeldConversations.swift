extension Knowledge {
  /// The forms about a trainee of this day or before, by day, then by message and form.
  public func forms(of trainee: TraineeID, upTo day: CalendarDate) -> [CountingForm] {
    let forms = formsByDay[trainee] ?? []
    return Array(forms.prefix { $0.arrival.identity.heldOn <= day })
  }

  /// The days on which conversations with a trainee were held, on this day or before, earliest first; each day once.
  ///
  /// A school's form and what was written down here may be of one and the same conversation, which is then held once.
  public func conversationDays(of trainee: TraineeID, upTo day: CalendarDate) -> [CalendarDate] {
    let inForms = forms(of: trainee, upTo: day).filter(\.reading.kind.isConversation).map(\.arrival.identity.heldOn)
    return Set(inForms + heldHere(with: trainee).filter { $0 <= day }).sorted()
  }

  /// The day for the next conversation: the first that is planned and not held yet, else the day that a form last named; nil
  /// when there is none, or one was held on that day or after it.
  public func nextConversation(of trainee: TraineeID, asOf day: CalendarDate) -> CalendarDate? {
    let last = conversationDays(of: trainee, upTo: day).last
    let planned = conversations(with: trainee).filter { $0.state == .planned }.map(\.plan.day)
      .filter { planned in last.map { $0 < planned } ?? true }
    if let first = planned.min() { return first }
    let held = forms(of: trainee, upTo: day).filter(\.reading.kind.isConversation)
    guard let last, let naming = held.last(where: { $0.reading.nextConversation != nil }),
      let named = naming.reading.nextConversation, last < named
    else { return nil }
    return named
  }

  private func heldHere(with trainee: TraineeID) -> [CalendarDate] {
    conversations(with: trainee).compactMap(\.heldOn)
  }
}
