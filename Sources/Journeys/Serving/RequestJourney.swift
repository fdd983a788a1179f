public import CompetencyCore
internal import CompetencyStore

/// Requests that change something carry a key, so that one that is sent twice changes once.
public enum RequestJourney {
  /// The booking that a request of this person made before; nil when it made none.
  public static func booking(_ context: JourneyContext, ofRequest key: String) throws(Refusal) -> BookingNumber? {
    try context.store.read { try $0.booking(ofRequest: key) }
  }
}
