import CLibXML2
import CompetencyCore

// Around the forms.
extension DialectReading {
  mutating func senderNumbers(_ root: xmlNodePtr) throws(Fault) -> [OrganisationNumber] {
    let number = try values.needed(dialect.message.school, at: root, .sender) { text -> OrganisationNumber? in
      guard text.utf8.contains(Sign.colon) else { return OrganisationNumber(kind: .instellingscode, value: text) }
      return OrganisationNumber(written: text)
    }
    return number.map { [$0] } ?? []
  }

  mutating func head(
    _ root: xmlNodePtr, numbers: [OrganisationNumber], forms: [SchoolForm], fileDigest: String
  ) throws(Fault) -> MessageHead? {
    let (rule, days) = (dialect.message, dialect.days)
    let id = try values.token(rule.id, at: root, most: 128)?.text ?? fileDigest
    let name = try values.token(rule.schoolName, at: root)?.text ?? ""
    let created = try values.optional(rule.created, at: root, .moment) { moment($0, days) }
    let replaces = try values.token(rule.replaces, at: root, most: 128)?.text
    guard let sender = SenderKey(numbers: numbers), let last = forms.map(\.heldOn).max() else { return nil }
    return MessageHead(
      key: MessageKey(sender: sender, id: messageID(id)), senderNumbers: numbers, senderName: name,
      createdAt: created ?? midnight(last), replaces: replaces.map(messageID), file: file,
      scales: dialect.scales.map { $0.stated })
  }

  /// A dialect that was raised to a new version reads what it read before as another message, the later of the two.
  private func messageID(_ text: String) -> MessageID {
    guard dialect.version > 1 else { return MessageID(text) }
    let digits = String(dialect.version)
    return MessageID(text + "@" + String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits)
  }
}

/// The moment of a text: with its zone, or else in UTC; of a day its beginning.
private func moment(_ text: String, _ days: DayPatterns) -> Instant? {
  Instant(xml: text) ?? Instant(xml: text + "Z") ?? days.day(text).map(midnight)
}

private func midnight(_ day: CalendarDate) -> Instant { Instant(milliseconds: Int64(day.dayNumber) * 86_400_000) }
