/// The JSON documents of the program, as far as the tests read them.
struct ImportDocument: Decodable {
  let booking: String?
  let dryRun: Bool
  let files, messages, forms, observations, proposals, agreements, replaced, alreadyKnown, disagreements, questions: Int
  let problems: [ProblemDocument]
}

struct ProblemDocument: Decodable {
  let code, severity, text: String
  let file: String?
  let line: Int?
}

struct ErrorDocument: Decodable {
  let schema: String
  let exit: Int32
  let problems: [ProblemDocument]
}

struct LogDocument: Decodable {
  struct Entry: Decodable {
    let booking, kind: String
    let live: Bool
  }
  let bookings: [Entry]
}

struct InboxDocument: Decodable {
  struct Item: Decodable {
    let item, kind: String
    let asks, written, trainee, task, role: String?
  }
  let items: [Item]
}

struct MatrixDocument: Decodable {
  struct Cell: Decodable {
    let trainee, task, level: String
  }
  let cells: [Cell]
}

struct SetDocument: Decodable {
  struct Change: Decodable {
    let task, kind, before, after: String
  }
  let booking: String?
  let changes: [Change]
}

struct UndoDocument: Decodable {
  let booking: String?
  let wasLive: Bool
}
