internal import CompetencyCore

/// Gives the values of a document their meaning.
struct RecordDocumentReading {
  let file: String
  var draft = ConversationDraft()
  private(set) var problems: [Problem] = []

  init(file: String) { self.file = file }

  mutating func read(_ document: RecordObject) {
    var document = document
    draft.heldOn = day("heldOn", &document)
    draft.minutes = number("minutes", 1...600, "record_minutes", &document)
    draft.isShared = bool("shared", &document) ?? false
    draft.wasUseful = bool("useful", &document)
    draft.next = day("next", &document)
    if let text = text("nextTime", &document) {
      draft.nextTime = TimeOfDay(typed: text)
      if draft.nextTime == nil { expect("record_time", at: "nextTime") }
    }
    each("topics", &document) { $0.readTopic(&$1) }
    each("compliments", &document) { $0.readCompliment(&$1) }
    each("support", &document) { reading, object in
      reading.readSide("begeleider", &object).map { reading.draft.support.append($0) }
    }
    each("ambitions", &document) { reading, object in
      reading.readSide("organisatie", &object).map { reading.draft.ambitions.append($0) }
    }
    each("feedback", &document) { $0.readFeedback(&$1) }
    each("agreements", &document) { $0.readAgreement(&$1) }
    each("closings", &document) { $0.readClosing(&$1) }
    each("levels", &document) { $0.readLevel(&$1) }
    each("goals", &document) { $0.readGoal(&$1) }
    each("goalReviews", &document) { $0.readGoalReview(&$1) }
    each("obstacles", &document) { $0.readObstacle(&$1) }
    for (text, path) in texts("endedObstacles", &document) { draft.endedObstacles.append(.init(text, at: place(path))) }
    finish(document)
  }

  /// Reads each object of a list; what is left of one has no meaning there.
  private mutating func each(
    _ key: String, _ object: inout RecordObject, _ read: (inout RecordDocumentReading, inout RecordObject) -> Void
  ) {
    for (item, path) in list(key, &object) {
      guard case .object(let members) = item else {
        expect("record_object", at: path)
        continue
      }
      var inner = RecordObject(members, path: path)
      read(&self, &inner)
      finish(inner)
    }
  }

  private mutating func list(_ key: String, _ object: inout RecordObject) -> [(RecordJSON, path: String)] {
    guard let value = object.take(key) else { return [] }
    guard case .list(let items) = value else {
      expect("record_list", at: object.path(of: key))
      return []
    }
    return items.enumerated().map { ($1, object.path(of: key) + "[\($0 + 1)]") }
  }

  mutating func texts(_ key: String, _ object: inout RecordObject) -> [(String, path: String)] {
    var texts: [(String, path: String)] = []
    for (item, path) in list(key, &object) {
      if case .text(let text) = item { texts.append((text, path)) } else { expect("record_text", at: path) }
    }
    return texts
  }

  mutating func text(_ key: String, _ object: inout RecordObject) -> String? {
    guard let value = object.take(key) else { return nil }
    if case .text(let text) = value { return text }
    expect("record_text", at: object.path(of: key))
    return nil
  }

  /// A text that must be there.
  mutating func words(_ key: String, _ object: inout RecordObject) -> String? {
    let count = problems.count
    let text = text(key, &object)
    if text?.isEmpty ?? true, problems.count == count { expect("record_text", at: object.path(of: key)) }
    return text.flatMap { $0.isEmpty ? nil : $0 }
  }

  mutating func day(_ key: String, _ object: inout RecordObject) -> CalendarDate? {
    guard let text = text(key, &object), !text.isEmpty else { return nil }
    let day = CalendarDate(typed: text)
    if day == nil { expect("record_day", at: object.path(of: key)) }
    return day
  }

  mutating func number(
    _ key: String, _ range: ClosedRange<Int>, _ expected: String, _ object: inout RecordObject
  ) -> Int? {
    guard let value = object.take(key) else { return nil }
    if case .int(let number) = value, range.contains(number) { return number }
    expect(expected, at: object.path(of: key))
    return nil
  }

  private mutating func bool(_ key: String, _ object: inout RecordObject) -> Bool? {
    guard let value = object.take(key) else { return nil }
    if case .bool(let bool) = value { return bool }
    expect("record_bool", at: object.path(of: key))
    return nil
  }

  private mutating func finish(_ object: RecordObject) {
    for key in object.left { note("json_key", at: object.path(of: key), ["value": key]) }
  }

  func place(_ path: String) -> SourcePlace { SourcePlace(file: file, path: path) }

  mutating func expect(_ expected: String, at path: String) { note("json_value", at: path, ["expected": expected]) }

  mutating func note(_ kind: String, at path: String, _ values: [String: String] = [:]) {
    problems.append(Problem(.record_file, at: place(path), values: values.merging(["kind": kind]) { given, _ in given }))
  }
}
