public import CompetencyCore
internal import CompetencyStore
internal import Glibc

/// Makes copies of the database (*reservekopie*) and puts them back (*herstellen*).
public enum BackupJourney {
  /// A copy that was made or put back.
  public struct Outcome: Sendable {
    /// The file of the copy.
    public let file: String
    /// How many bookings it holds.
    public let bookings: Int
    /// The newest of them with the beginning of its seal, `b-0042 2847885c3ce6f68a`; nil when there is none.
    public let seal: String?
    /// Where the database that stood there was laid aside; nil when there was none.
    public let aside: String?
  }

  /// Makes a copy that was put back into a scratch place and looked over before it counts.
  ///
  /// - Parameter target: the file, or a folder in which it gets a name with the moment: `vakmatrix_2026-11-20_0200.sqlite`.
  /// - Throws: ``Refusal`` when the acting person may not do this, the file is there already, or the copy is not good.
  public static func make(_ context: JourneyContext, target: String) throws(Refusal) -> Outcome {
    // Who acts is only known from the database itself; without a name it is the administration.
    if context.actingText != nil { try context.look(.takeOut, .frame) { _ in } }
    let file = isFolder(target) ? joined(target, "vakmatrix_\(try stamp(context, context.store)).sqlite") : target
    return outcome(file, try context.store.backUp(to: file), aside: nil)
  }

  /// Puts a copy back.
  ///
  /// - Parameter replaces: whether a database with bookings gives way; it is laid aside under a name with the moment.
  /// - Throws: ``Refusal`` when the copy is not good, or the database has bookings or is in use.
  public static func putBack(_ context: JourneyContext, file: String, replaces: Bool) throws(Refusal) -> Outcome {
    do throws(Refusal) {
      try Store(path: file, holder: "", gate: context.store.gate).read { _ in }
    } catch {
      guard error.problems.first?.code == .not_a_database else { throw error }
      throw Refusal(.dataWrong, .export_faulty, at: SourcePlace(file: file), values: ["kind": "no_folder"])
    }
    if context.actingText != nil, context.store.exists { try context.look(.putBack, .frame) { _ in } }
    let aside =
      replaces && context.store.exists
      ? context.store.path + ".opzij-" + (try stamp(context, Store(path: file, holder: "", gate: context.store.gate))) : nil
    let content = try context.store.putBack(file, isRehearsal: context.isDryRun, replacing: aside)
    return outcome(file, content, aside: context.isDryRun ? nil : aside)
  }

  /// Whether a path is a file, as a backup is, and not the folder of an export.
  public static func isFile(_ path: String) -> Bool { access(path, F_OK) == 0 && !isFolder(path) }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func outcome(_ file: String, _ content: BackupContent, aside: String?) -> Outcome {
    Outcome(
      file: file, bookings: content.bookings, seal: content.newest.map { SealQuestion.short($0) }, aside: aside)
  }

  /// The moment in the company's zone, as a file's name has it.
  private static func stamp(_ context: JourneyContext, _ store: Store) throws(Refusal) -> String {
    let zone = try store.read { reader in try reader.setting(CompanyZone.settingName) } ?? CompanyZone.standard
    let moment = CompanyZone.moment(of: context.now, zone: zone)
    return moment.day.iso + "_" + String(decoding: moment.time.utf8.filter { $0 != UInt8(ascii: ".") }, as: UTF8.self)
  }

  private static func joined(_ folder: String, _ name: String) -> String {
    folder.utf8.last == UInt8(ascii: "/") ? folder + name : folder + "/" + name
  }
}
