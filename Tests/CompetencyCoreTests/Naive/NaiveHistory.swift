/// What happened, in words and numbers only: the naive model shares no type with the product.
///
/// A day is a number that reads like one (20260131), an absent sender, person or day is an empty text or zero.
struct NaiveHistory {
  /// Booking b-0001 first.
  var bookings: [NaiveBooking] = []
  /// Levels, lowest first, and the two that serve as marks.
  var scale = NaiveScale.standard
}

struct NaiveScale {
  let levels: [String]
  let taught: String
  let mastered: String

  static let standard = NaiveScale(levels: ["nog_niet", "aangeleerd", "beheerst"], taught: "aangeleerd", mastered: "beheerst")
  static let five = NaiveScale(
    levels: ["nog_niet", "gezien", "aangeleerd", "met_hulp", "beheerst", "leert_anderen"], taught: "aangeleerd",
    mastered: "beheerst")

  func rank(_ level: String) -> Int { levels.firstIndex(of: level) ?? -1 }
}

struct NaiveBooking {
  /// The day on which it was written.
  let day: Int
  let acts: [NaiveAct]
}

enum NaiveAct {
  case message(NaiveMessage)
  case said(NaiveSaid)
  case withdrawn(NaiveWithdrawal)
  case decided(NaiveDecision)
  case answered(NaiveAnswer)
  /// The number of the booking that is undone.
  case undid(Int)
  /// A task has to be seen again after so many months; zero for never.
  case repeats(task: String, months: Int)
}

struct NaiveMessage: Hashable {
  let sender: String
  let id: String
  /// The aanmaakdatum.
  let made: Int
  /// The id that it replaces; empty for none.
  let vervangt: String
  var forms: [NaiveForm]
}

struct NaiveForm: Hashable {
  let id: String
  let version: Int
  let participant: String
  let heldOn: Int
  /// Whom it is about.
  var trainee: NaiveWord
  var lines: [NaiveLine]
}

/// A word of a form: understood on arrival, or asked about since a booking.
enum NaiveWord: Hashable {
  case known(String)
  case asked(String, since: Int)
}

struct NaiveLine: Hashable {
  var task: NaiveWord
  /// The level; nil when `without` says why there is none.
  var level: NaiveWord?
  let without: String
  let role: String
  let day: Int
}

/// What a person recorded by hand.
struct NaiveSaid: Hashable {
  let trainee: String
  let task: String
  let level: String
  let without: String
  let day: Int
  let role: String
  let by: String
  let source: String
}

struct NaiveWithdrawal: Hashable {
  let trainee: String
  let task: String
  let to: String
  let day: Int
  let by: String
}

struct NaiveDecision: Hashable {
  let trainee: String
  let task: String
  let level: String
  let day: Int
  let role: String
  let sender: String
  /// `accepted`, `refused` or `dismissed`.
  let verdict: String
}

struct NaiveAnswer: Hashable {
  let sender: String
  /// `trainee`, `task` or `level`.
  let subject: String
  let word: String
  /// What is meant; empty for a line that is to be skipped.
  let meaning: String
  let isRemembered: Bool
}
