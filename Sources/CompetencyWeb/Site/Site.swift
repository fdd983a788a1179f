internal import CompetencyCore
internal import Journeys
internal import Synchronization
internal import Wording

/// The pages of one company: what they are made of, and who is in.
final class Site: Sendable {
  let settings: SiteSettings
  let sessions = SessionKeeper()
  let guesses = GuessCounter()
  let views = ViewGathering()
  let repeats = RepeatGuard()
  let uploads = UploadShelf()
  let kept = PageKeep()
  let memory = CompanyMemory()
  private let listening = Mutex<String?>(nil)
  private let lastStanding = Mutex<PageKeep.Standing?>(nil)
  let watch: DatabaseWatch
  let looks: PageLooks
  /// What nobody outside can know, for as long as the server runs: marks devices that signed in before.
  let deviceKey = SecretHash.token()
  private let dutch: Texts
  private let english: Texts

  /// The pages of the database, with every template read.
  ///
  /// - Throws: ``CompetencyCore/Refusal`` when the database, a text or a template cannot be used.
  init(_ settings: SiteSettings) throws(Refusal) {
    self.settings = settings
    dutch = try Texts(.nl, folders: settings.folders)
    english = try Texts(.en, folders: settings.folders)
    looks = try PageLooks(settings.folders, texts: [dutch, english])
    watch = try DatabaseWatch(
      JourneyContext(
        database: settings.database, holder: "vakmatrix serve", now: settings.clock(), actingText: nil,
        account: settings.account, isDryRun: false))
  }

  /// The address that people type; on this machine alone with the port that is listened on, which nobody knows before.
  var origin: String { listening.withLock { $0 } ?? settings.origin }

  /// Notes on which port is listened, and gives the address that people type.
  func listens(on port: Int?) -> String {
    if settings.isLoopback, let port { listening.withLock { $0 = "http://localhost:\(port)" } }
    return origin
  }

  func texts(_ language: Language) -> Texts { language == .en ? english : dutch }

  func context(acting: String?, now: Instant, isDryRun: Bool = false) -> JourneyContext {
    JourneyContext(
      database: settings.database, holder: "vakmatrix serve", now: now, actingText: acting, account: settings.account,
      isDryRun: isDryRun, memory: memory)
  }

  /// The state of the database, which is read anew when anything was written since it was read last.
  func standing(at now: Instant) throws(Refusal) -> PageKeep.Standing {
    let version = watch.version()
    if let last = lastStanding.withLock({ $0 }), last.version == version, version >= 0 { return last }
    let standing = PageKeep.Standing(version: version, moment: try memory.moment(context(acting: nil, now: now)))
    lastStanding.withLock { $0 = standing }
    return standing
  }

  /// Keeps who looked at whom since the last time.
  func keepViews() {
    let context = context(acting: nil, now: settings.clock())
    do {
      try views.keep { try ViewJourney.note(context, $0) }
    } catch {
      settings.log(LogLine(.warning, "views_not_kept"))
    }
  }
}
