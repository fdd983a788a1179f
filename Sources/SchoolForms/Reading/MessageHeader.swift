import CompetencyCore

/// What a message says of itself.
struct MessageHeader {
  let key: MessageKey
  let numbers: [OrganisationNumber]
  let senderName: String
  let createdAt: Instant
  let replaces: MessageID?
  let recipient: MessageHead.Recipient
  let scales: [StatedScale]

  /// The header of a message that is as the schema says.
  init(root: TreeElement) throws(Fault) {
    numbers = Self.senderNumbers(in: root)
    recipient = MessageHead.Recipient(
      numbers: Self.numbers(of: root.first("ontvanger")), name: root.first("ontvanger")?.token(in: "naam") ?? "")
    scales = Scales.stated(in: root)
    guard let sender = SenderKey(numbers: numbers) else { throw unexplained(root) }
    key = MessageKey(sender: sender, id: MessageID(lowercased(root.token(in: "berichtid"))))
    senderName = root.first("afzender")?.token(in: "naam") ?? ""
    createdAt = try root.value(in: "aanmaakdatum") { Instant(xml: $0) }
    replaces = root.first("vervangt").map { MessageID(lowercased(collapsed($0.text))) }
  }

  /// The same as the product knows it.
  func head(file: String) -> MessageHead {
    MessageHead(
      key: key, senderNumbers: numbers, senderName: senderName, createdAt: createdAt, replaces: replaces, file: file,
      recipient: recipient, scales: scales)
  }

  /// Where a signature stands; nil when the message has none.
  static func signature(in root: TreeElement) -> TreeElement? {
    root.children.first { $0.namespace.map { sameScalars($0, "http://www.w3.org/2000/09/xmldsig#") } ?? false }
  }

  /// Every number of the sender that is right, in the order of the message.
  static func senderNumbers(in root: TreeElement) -> [OrganisationNumber] { numbers(of: root.first("afzender")) }

  private static func numbers(of organisation: TreeElement?) -> [OrganisationNumber] {
    guard let organisation else { return [] }
    return organisation.children("identificatie").compactMap { element in
      let value = collapsed(element.text)
      guard let kind = element.token("soort").flatMap(OrganisationNumber.Kind.init(rawValue:)), !value.isEmpty else { return nil }
      return OrganisationNumber(kind: kind, value: value)
    }
  }

  /// A message that says it takes its own place.
  func replacingItself(in root: TreeElement) -> Fault? {
    guard replaces == key.id else { return nil }
    var fault = Fault(.replaces_itself)
    if let element = root.first("vervangt") { (fault.line, fault.path) = (element.mark.line, element.path) }
    return fault
  }
}
