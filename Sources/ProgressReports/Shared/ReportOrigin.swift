import CompetencyCore
import Wording

/// Where a report comes from, for its foot: who asked for it, as of which knowledge, and the newest seal of the database then.
public struct ReportOrigin: Sendable {
  /// The name of who asked for it; nil for the administration.
  public let madeBy: String?
  /// The booking or the ISO day that it was known on; nil for now.
  public let knownOn: String?
  /// The newest seal, `b-0042 2847885c3ce6f68a`: on paper it shows later that no booking was cut off; nil when it is not told.
  public let seal: String?

  /// An origin; no moment of making, so that the same data give the same bytes.
  public init(madeBy: String? = nil, knownOn: String? = nil, seal: String? = nil) {
    (self.madeBy, self.knownOn, self.seal) = (madeBy, knownOn, seal)
  }

  /// The sentence in the foot of a report; nil when there is nothing to say.
  func sentence(_ texts: Texts, made key: String = "report.made_by") -> String? {
    let made = madeBy.map { texts.say(key, ["who": $0]) }
    let known = knownOnText(texts).map { texts.say("report.known_on", ["on": $0]) }
    let sealed = seal.map { texts.say("report.seal", ["seal": $0]) }
    let parts = [made, known, sealed].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// What it was known on, as people write it; nil for now.
  func knownOnText(_ texts: Texts) -> String? { knownOn.map { on in CalendarDate(iso: on).map(texts.date) ?? on } }
}
