public import CompetencyCore

/// Appointments as a calendar file (iCalendar, RFC 5545), which any calendar program takes in.
public struct CalendarFile: Sendable {
  /// An appointment, without what is to be said in it.
  public struct Event: Sendable {
    /// The name under which a calendar knows it again.
    public let uid: String
    /// How often it changed.
    public let sequence: Int
    /// When it was written.
    public let stamp: Instant
    /// The day.
    public let day: CalendarDate
    /// The time in Dutch clock time; nil for the whole day.
    public let time: TimeOfDay?
    /// How long it takes, in minutes.
    public let minutes: Int
    /// What the calendar shows.
    public let summary: String
    /// Whether it does not take place.
    public let isCancelled: Bool

    /// An appointment for a conversation; a conversation that is moved keeps its name.
    public init(_ plan: ConversationPlan, sequence: Int, stamp: Instant, summary: String, isCancelled: Bool) {
      self.init(
        uid: plan.conversation.description + "@vakmatrix", sequence: sequence, stamp: stamp, day: plan.day, time: plan.time,
        minutes: plan.minutes, summary: summary, isCancelled: isCancelled)
    }

    /// An appointment from checked parts.
    public init(
      uid: String, sequence: Int, stamp: Instant, day: CalendarDate, time: TimeOfDay?, minutes: Int, summary: String,
      isCancelled: Bool
    ) {
      (self.uid, self.sequence, self.stamp, self.day, self.time) = (uid, sequence, stamp, day, time)
      (self.minutes, self.summary, self.isCancelled) = (minutes, summary, isCancelled)
    }
  }

  /// The appointments, in the order in which they are written.
  public let events: [Event]

  /// What a calendar program calls it; nil for a file that is taken in once.
  private let name: String?

  /// A file of appointments, to be taken in once.
  public init(_ events: [Event]) { (self.events, name) = (events, nil) }

  /// What is under an address that a calendar program asks again and again, under a name.
  public init(_ events: [Event], subscribedAs name: String) { (self.events, self.name) = (events, name) }

  /// The bytes of the file.
  public var bytes: [UInt8] {
    var lines = CalendarLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//Vakmatrix//Vakmatrix 1.0//NL")
    lines.add("CALSCALE", "GREGORIAN")
    lines.add("METHOD", "PUBLISH")
    if let name {
      // The second of each pair is what programs read that are older than RFC 7986.
      lines.add(text: "NAME", name)
      lines.add(text: "X-WR-CALNAME", name)
      lines.add("REFRESH-INTERVAL;VALUE=DURATION", Self.refresh)
      lines.add("X-PUBLISHED-TTL", Self.refresh)
    }
    // A calendar must hold something (RFC 5545, 3.6), also when nothing is planned.
    if events.isEmpty || events.contains(where: { $0.time != nil }) { addZone(&lines) }
    for event in events { add(event, &lines) }
    lines.add("END", "VCALENDAR")
    return lines.bytes
  }

  private func add(_ event: Event, _ lines: inout CalendarLines) {
    lines.add("BEGIN", "VEVENT")
    lines.add(text: "UID", event.uid)
    lines.add("DTSTAMP", moment(event.stamp))
    lines.add("SEQUENCE", "\(event.sequence)")
    if let time = event.time {
      lines.add("DTSTART;TZID=" + Self.zone, basic(event.day) + "T" + two(time.minutes / 60) + two(time.minutes % 60) + "00")
      lines.add("DURATION", "PT\(event.minutes)M")
    } else {
      lines.add("DTSTART;VALUE=DATE", basic(event.day))
      lines.add("DTEND;VALUE=DATE", basic(event.day.adding(days: 1)))
      // Without a time nobody is occupied the whole day.
      lines.add("TRANSP", "TRANSPARENT")
    }
    lines.add(text: "SUMMARY", event.summary)
    lines.add("CLASS", "PRIVATE")
    lines.add("STATUS", event.isCancelled ? "CANCELLED" : "CONFIRMED")
    lines.add("END", "VEVENT")
  }

  private static let zone = "Europe/Amsterdam"
  /// How often it is worth to look again: a conversation that is moved in the morning is seen before the afternoon.
  private static let refresh = "PT2H"

  /// Summer time since 1996 in the Netherlands: from the last Sunday of March through the last Sunday of October.
  private func addZone(_ lines: inout CalendarLines) {
    lines.add("BEGIN", "VTIMEZONE")
    lines.add("TZID", Self.zone)
    for (kind, name, from, to, start, month) in [
      ("DAYLIGHT", "CEST", "+0100", "+0200", "19960331T020000", 3), ("STANDARD", "CET", "+0200", "+0100", "19961027T030000", 10),
    ] {
      lines.add("BEGIN", kind)
      lines.add("DTSTART", start)
      lines.add("TZOFFSETFROM", from)
      lines.add("TZOFFSETTO", to)
      lines.add("TZNAME", name)
      lines.add("RRULE", "FREQ=YEARLY;BYMONTH=\(month);BYDAY=-1SU")
      lines.add("END", kind)
    }
    lines.add("END", "VTIMEZONE")
  }
}

private func basic(_ day: CalendarDate) -> String { day.iso.filter { $0 != "-" } }

private func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }

/// A moment in UTC: `20261120T091200Z`.
private func moment(_ instant: Instant) -> String {
  let seconds = Int((Double(instant.milliseconds) / 1000).rounded(.down))
  let dayNumber = Int((Double(seconds) / 86_400).rounded(.down))
  let rest = seconds - dayNumber * 86_400
  return basic(CalendarDate(dayNumber: dayNumber)) + "T" + two(rest / 3600) + two(rest / 60 % 60) + two(rest % 60) + "Z"
}
