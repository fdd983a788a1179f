internal import CompetencyCore

/// Whether the schema takes this as the id of a message.
func isSchemaID(_ text: String) -> Bool {
  let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
  let prefix = Array("urn:uuid:".utf8)
  guard groups.count == 5, groups[0].starts(with: prefix) else { return false }
  let digits = [groups[0].dropFirst(prefix.count)] + groups.dropFirst()
  return digits.map(\.count) == [8, 4, 4, 4, 12]
    && digits.joined().allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }
}

extension ReturnJourney.Question {
  /// By which numbers and name the school knows us: as it was typed, else as the school's own message names us. Never guessed.
  func sender(told: MessageHead.Recipient?, school: School) throws(Refusal) -> MessageHead.Recipient {
    let name = ownName ?? told?.name ?? ""
    guard let ownNumber else {
      if let told, !told.numbers.isEmpty { return MessageHead.Recipient(numbers: told.numbers, name: name) }
      throw Refusal(.usage, .own_number_needed, values: ["school": school.name])
    }
    guard let number = OrganisationNumber(written: ownNumber) else {
      throw Refusal(
        .usage, .value_not_understood,
        values: ["option": "--from", "value": ownNumber, "expected": "leerbedrijf_id:…, kvk:…, lokaal:…"])
    }
    return MessageHead.Recipient(numbers: [number], name: name)
  }

  /// The id of the earlier return whose place it takes; nil for none.
  func replacedMessage() throws(Refusal) -> MessageID? {
    guard let replaced else { return nil }
    guard isSchemaID(replaced) else {
      throw Refusal(
        .usage, .value_not_understood, values: ["option": "--replaces", "value": replaced, "expected": "urn:uuid:…"])
    }
    return MessageID(replaced)
  }
}
