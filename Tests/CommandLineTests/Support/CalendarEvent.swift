import Foundation
import Testing

/// An appointment as a parser reads it that others wrote (python3-icalendar).
struct CalendarEvent: Decodable {
  let uid, start, summary, classified, status: String
  let sequence, minutes: Int
  let hasDescription: Bool

  /// The appointments of a calendar file at a desk.
  static func read(_ file: String, at desk: Desk) throws -> [CalendarEvent] {
    let script = """
      import datetime, icalendar, json, sys
      found = []
      calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
      assert not calendar.errors and str(calendar["METHOD"]) == "PUBLISH" and calendar.subcomponents
      for event in calendar.walk("VEVENT"):
        assert not event.errors
        start = event["DTSTART"].dt
        isTimed = isinstance(start, datetime.datetime)
        if isTimed: start = start.astimezone(datetime.timezone.utc)
        found.append({
          "uid": str(event["UID"]), "summary": str(event["SUMMARY"]), "classified": str(event["CLASS"]),
          "status": str(event["STATUS"]), "sequence": int(event["SEQUENCE"]), "hasDescription": "DESCRIPTION" in event,
          "start": start.strftime("%Y-%m-%dT%H:%M:%SZ" if isTimed else "%Y-%m-%d"),
          "minutes": int(event["DURATION"].dt.total_seconds() // 60) if isTimed else 0})
      print(json.dumps(found))
      """
    let outcome = try desk.tool("/usr/bin/python3", "-c", script, file)
    #expect(outcome.exit == 0, "\(outcome.errorText)")
    return try outcome.document([CalendarEvent].self)
  }
}
