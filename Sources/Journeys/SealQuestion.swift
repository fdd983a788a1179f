public import CompetencyCore
internal import CompetencyStore

/// Asks whether every booking (*boeking*) is as it was sealed (*verzegeld*).
public struct SealQuestion: Sendable {
  /// A seal that was written down elsewhere, or the beginning of one: what shows that the newest bookings were cut off.
  private let noted: String?
  /// How many hexadecimal digits of a seal are told: 64 bits, which nobody meets by trying.
  private static let told = 16

  /// A question without or with a seal that was noted, of at least eight hexadecimal digits.
  ///
  /// - Throws: ``Refusal`` when that is no seal.
  public init(noted: String? = nil) throws(Refusal) {
    let digits = noted.map { $0.utf8.map { $0 | 0x20 } }
    if let noted, let digits {
      let isHex = digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
      guard isHex, (8...64).contains(digits.count) else {
        throw Refusal(
          .usage, .value_not_understood, values: ["option": "--seal", "value": noted, "expected": "3f9a1c22d4e5f607"])
      }
    }
    self.noted = digits.map { String(decoding: $0, as: UTF8.self) }
  }

  /// A seal as people note it: the booking and the first digits.
  static func short(_ seal: SealVerdict.Seal) -> String { "\(seal.booking) \(seal.hex.prefix(told))" }

  func checkup(_ reader: StoreReader, _ store: Store) -> Checkup {
    do throws(Refusal) {
      guard try store.telling({ try reader.hasSeals() }) else { return Checkup("seals", [problem("older", "", store)]) }
      let verdict = try store.telling { try reader.sealVerdict() }
      let head = verdict.seals.last.map(Self.short) ?? ""
      if let (booking, why) = verdict.firstBroken {
        return Checkup("seals", detail: head, [problem(why.rawValue, booking.description, store)])
      }
      if let noted, !verdict.seals.contains(where: { $0.hex.utf8.starts(with: noted.utf8) }) {
        return Checkup("seals", detail: head, [problem("unknown", noted, store)])
      }
      return Checkup("seals", detail: head)
    } catch {
      return Checkup("seals", error)
    }
  }

  private func problem(_ kind: String, _ which: String, _ store: Store) -> Problem {
    Problem(
      .seal_broken, at: SourcePlace(file: store.path), values: ["kind": kind, "booking": which, "file": store.path])
  }
}

extension ReportJourney {
  /// The newest seal as people note it, for the foot of a report; nil when there is none.
  ///
  /// - Throws: ``Refusal`` when the database cannot be read.
  public static func seal(_ context: JourneyContext) throws(Refusal) -> String? {
    try context.store.read { reader in try reader.hasSeals() ? reader.newestSeal().map(SealQuestion.short) : nil }
  }
}
