/// What somebody says of a task, wherever it was said.
struct NaiveStatement {
  let trainee: String
  let task: String
  /// Empty when `without` says why there is none.
  let level: String
  let without: String
  let day: Int
  let role: String
  let by: String
  let source: String
  let sender: String
  let message: String
  let form: String
  let line: Int
  /// Of what was recorded by hand: its booking and its place in it; 0 for a form.
  let booking: Int
  let place: Int

  var isByHand: Bool { source != "form" }
  var isObservation: Bool { ["werkplekbegeleider", "praktijkopleider", "leidinggevende"].contains(role) }

  /// What a cell shows of the observation that it names.
  var text: String { "\(day) \(role) \(level) \(source) \(by) \(sender)" }

  /// The content for which decisions hold, within its cell.
  var content: String { "\(day) \(role) \(level) \(sender)" }

  /// Rule 13: the earliest day, then role, afzender, berichtid, form id, line; nothing about the order of arrival.
  func goesBefore(_ other: NaiveStatement) -> Bool {
    if day != other.day { return day < other.day }
    if role != other.role { return Self.place(of: role) < Self.place(of: other.role) }
    if sender != other.sender { return sender < other.sender }
    if message != other.message { return message < other.message }
    if form != other.form { return form < other.form }
    return line < other.line
  }

  private static func place(of role: String) -> Int {
    let order = ["werkplekbegeleider", "praktijkopleider", "leidinggevende", "student", "bpv_begeleider", "examinator"]
    return order.firstIndex(of: role) ?? order.count
  }
}

/// What one cell shows, in a form that product and naive model can both be turned into.
struct CellView: Equatable {
  var level = "nog_niet"
  var without = ""
  var aangeleerdOn = 0
  var beheerstOn = 0
  var lastSeenOn = 0
  /// The observation that is named; empty for none.
  var named = ""
  var proposals: [String] = []
  var disagreements: [String] = []
  var isStale = false
}
