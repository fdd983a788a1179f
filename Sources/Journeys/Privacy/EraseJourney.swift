public import CompetencyCore
internal import CompetencyStore
internal import Glibc

/// Erasing a trainee (wissen; AVG, article 17): all by which somebody can be known goes, what was counted stays.
public enum EraseJourney {
  /// What an erasure did.
  public struct Outcome: Sendable {
    /// The booking; nil when it was only tried.
    public let booking: BookingNumber?
    /// Who it was, as long as this is remembered.
    public let name: String
    /// The id that the person had.
    public let person: TraineeID
    /// What is left to tell of it.
    public let erasure: Erasure
    /// How many messages with forms of others too lost all their bytes, since they could not be cut.
    public let lostMessages: Int
    /// Whether nothing of it is left in the bytes of the database; not so while another program reads an older moment.
    public let isCleared: Bool
    /// Files beside the database that were made earlier and may hold it still.
    public let olderFiles: [String]
  }

  /// Erases a trainee.
  ///
  /// - Parameter who: the id or the personeelsnummer, whole: what cannot be taken back is not done by a piece of a name.
  /// - Throws: ``Refusal`` when the acting person may not do this, or nobody has that id or number.
  public static func run(
    _ context: JourneyContext, who: String, dialects: [DialectFile]
  ) throws(Refusal) -> Outcome {
    let work = { (situation: Situation, writer: StoreWriter) throws -> (Trainee, TraineeErasing.Done, BookingNumber) in
      let trainee = try exactly(who, in: situation.company)
      let booking = context.booking(.erase, after: situation)
      try writer.add(booking)
      var erasing = try TraineeErasing(situation, writer, booking, dialects)
      return (trainee, try erasing.erase(trainee, .person, .asked), booking.number)
    }
    let (result, isCleared) =
      context.isDryRun ? (try context.rehearse(.protect, .everything, work), true) : try context.erase(.protect, work)
    let (trainee, done, booking) = result
    return Outcome(
      booking: context.isDryRun ? nil : booking, name: trainee.name.full, person: trainee.id,
      erasure: done.erasure,
      lostMessages: done.lostMessages, isCleared: isCleared, olderFiles: olderFiles(context))
  }

  /// The trainee with this id or number; a piece of a name is told with the command that works.
  private static func exactly(_ who: String, in company: Company) throws(Refusal) -> Trainee {
    let id = try PersonFinder(company).trainee(who, visible: Set(company.trainees.keys))
    guard let trainee = company.trainees[id] else { throw Refusal(.notFound, .person_not_found, values: ["who": who]) }
    guard sameBytes(trainee.id.text, who) || sameBytes(trainee.personnelNumber, who) else {
      throw Refusal(
        .usage, .erase_by_name,
        values: ["who": trainee.name.full, "command": "vakmatrix privacy erase \(trainee.id)"])
    }
    return trainee
  }

  /// What lies beside the database of the same name: laid aside, copied, half made.
  static func olderFiles(_ context: JourneyContext) -> [String] {
    let path = context.store.path
    let cut = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = cut.map { String(path[...$0]) } ?? ""
    let name = Array(path.utf8[(cut.map { path.utf8.index(after: $0) } ?? path.startIndex)...])
    let stem = Array(name.prefix { $0 != UInt8(ascii: ".") })
    let ours = StoreFiles.endings.map { name + Array($0.utf8) }
    guard let stream = opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { closedir(stream) }
    var found: [String] = []
    while let entry = readdir(stream) {
      let bytes = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      let isOfUs = bytes.starts(with: stem) && (bytes.holds(".opzij-") || bytes.holds(".sqlite"))
      if isOfUs, !ours.contains(bytes) { found.append(folder + String(decoding: bytes, as: UTF8.self)) }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

extension [UInt8] {
  /// Whether these signs stand in it.
  fileprivate func holds(_ text: StaticString) -> Bool {
    let signs = Array(text.description.utf8)
    return indices.contains { self[$0...].starts(with: signs) }
  }
}

extension JourneyContext {
  /// Writes in one transaction that erases, and clears the bytes of the database after it.
  func erase<Value>(
    _ act: Act, _ body: (Situation, StoreWriter) throws -> Value
  ) throws(Refusal) -> (value: Value, isCleared: Bool) {
    try store.erase(at: now) { writer in try body(situation(writer.reader, act, .everything, remembers: false), writer) }
  }
}
