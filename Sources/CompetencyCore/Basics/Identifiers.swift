/// The id of a person of the leerbedrijf or of a trainee; both share one name space: `[a-z0-9.-]{1,32}`.
public struct PersonID: ExactText {
  /// The text as it was written.
  public let text: String

  /// An id of one to 32 small letters, digits, dots and hyphens; nil for anything else.
  public init?(_ raw: some StringProtocol) {
    let isID = raw.utf8.withContiguousStorageIfAvailable(isPlainID) ?? Array(raw.utf8).withUnsafeBufferPointer(isPlainID)
    guard isID else { return nil }
    text = String(raw)
  }
}

/// The id of a trainee (medewerker in opleiding): a person like the others, in the same name space.
public typealias TraineeID = PersonID

/// The id of a school in the company's own list: `roc-delta`.
public struct SchoolID: ExactText {
  /// The text as it was written.
  public let text: String

  /// An id of one to 32 small letters, digits, dots and hyphens; nil for anything else.
  public init?(_ raw: some StringProtocol) {
    guard let checked = PersonID(raw) else { return nil }
    text = checked.text
  }
}

/// The code of a task or werkproces as the company or the school writes it (`LAS-02`, `B1-K1-W1`); case counts.
public struct TaskCode: ExactText {
  /// The text as it was written.
  public let text: String

  /// A code of one to 256 scalars without control characters; nil for anything else.
  public init?(_ raw: some StringProtocol) {
    let isCode = raw.utf8.withContiguousStorageIfAvailable(isPlainCode) ?? Array(raw.utf8).withUnsafeBufferPointer(isPlainCode)
    guard isCode else { return nil }
    text = String(raw)
  }
}

/// The id of a profile (takenlijst): `constructie-3`.
public struct ProfileID: ExactText {
  /// The text as it was written.
  public let text: String

  /// An id of one to 32 small letters, digits, dots and hyphens; nil for anything else.
  public init?(_ raw: some StringProtocol) {
    guard let checked = PersonID(raw) else { return nil }
    text = checked.text
  }
}

/// The id of a level of a scale: `nog_niet`, `aangeleerd`, `beheerst`.
public struct LevelID: ExactText {
  /// The text as it was written.
  public let text: String

  /// An id of one to 64 bytes; nil when it is empty or longer.
  public init?(_ raw: some StringProtocol) {
    guard (1...64).contains(raw.utf8.count) else { return nil }
    text = String(raw)
  }

  private init(standard: StaticString) { text = standard.description }

  /// Not seen yet: the level of a cell without observations, and the lowest of every scale.
  public static let nogNiet = LevelID(standard: "nog_niet")
  /// Explained, shown and done under supervision.
  public static let aangeleerd = LevelID(standard: "aangeleerd")
  /// Done alone, safely and at pace.
  public static let beheerst = LevelID(standard: "beheerst")
}

private func isPlainCode(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  // Every scalar has one byte that does not continue another.
  let scalars = bytes.count { $0 & 0xC0 != 0x80 }
  return (1...256).contains(scalars) && !bytes.contains { $0 < 0x20 || $0 == 0x7F }
}

private func isPlainID(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  (1...32).contains(bytes.count) && bytes.allSatisfy(isPlainIDByte)
}

private func isPlainIDByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"): true
  default: false
  }
}
