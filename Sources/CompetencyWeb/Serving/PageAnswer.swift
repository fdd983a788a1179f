internal import CompetencyCore
internal import Wording

/// What a page answers.
struct PageAnswer: Sendable {
  /// A cookie that goes along.
  struct Cookie: Sendable {
    let name: Cookies.Name
    let value: String
    /// For how long, in seconds; 0 takes it away; nil until the browser closes.
    let seconds: Int?
  }

  var status = 200
  var type = "text/html; charset=utf-8"
  var body: [UInt8] = []
  /// Where to go instead; empty to stay.
  var location = ""
  /// The name under which the answer is saved; empty for one that is shown.
  var fileName = ""
  /// Whether anybody may keep it: the style sheet and the script, whose address changes when they do.
  var isPublic = false
  /// After how many seconds it is worth to try again; nil when it need not be said.
  var retryAfter: Int?
  var cookies: [Cookie] = []
  /// The trainees by whose facts and the set-up alone it can change; nil when anything may change it.
  var about: Set<TraineeID>?
  /// Headers of this answer alone.
  var headers: [(name: String, value: String)] = []

  /// The same, which changes by the set-up and by the facts of these trainees alone.
  func about(_ trainees: some Sequence<Trainee>) -> PageAnswer {
    var answer = self
    answer.about = Set(trainees.map(\.id))
    return answer
  }

  /// Goes to another page, after something was done.
  static func redirect(_ path: String) -> PageAnswer {
    var answer = PageAnswer(status: 303)
    answer.location = path
    return answer
  }

  /// A document for a script of ours.
  static func data(_ document: JSONValue, status: Int = 200) -> PageAnswer {
    PageAnswer(status: status, type: "application/json; charset=utf-8", body: document.line)
  }

  /// A file to save.
  static func file(_ bytes: [UInt8], type: String, name: String) -> PageAnswer {
    var answer = PageAnswer(type: type, body: bytes)
    answer.fileName = name
    return answer
  }
}
