import CompetencyCore

/// How the XML of one school is read: a checked `dialect.xml`.
struct Dialect: Sendable {
  /// The name of its folder.
  let name: String
  /// Where the file is.
  let path: String
  /// What it calls itself.
  var title = ""
  /// Its own version, raised when forms that are in must be read anew.
  var version = 1
  var namespaces: [DialectNamespace] = []
  var recognitions: [Recognition] = []
  /// What holds of a form that nobody filled in.
  var emptyWhen: [Expression] = []
  /// The row of the headings of a table; nil when the file is no table.
  var headingRow: Int?
  var message = MessageRule()
  var forms: [FormRule] = []
  var scales: [SchoolScale] = []
  var words = SchoolWords()
  var days = DayPatterns.iso
  /// The decimal sign of scores that are numbers; nil when scores are words.
  var decimalSign: Unicode.Scalar?
  /// How many expressions it has.
  var expressionCount = 0

  init(name: String, path: String) { (self.name, self.path) = (name, path) }

  /// Whether it says where a judgement is written when a form is filled in and sent back.
  var canBeFilled: Bool { forms.contains { $0.judgements.contains { $0.written.contains(.level) } } }

  /// The scale with an id; without an id the only one there is.
  func scale(_ id: String?) -> SchoolScale? {
    guard let id else { return scales.count == 1 ? scales[0] : nil }
    return scales.first { sameScalars($0.id, id) }
  }
}

/// A prefix that expressions use.
struct DialectNamespace: Sendable {
  let prefix: String
  let uri: String
  /// Whether elements without a namespace are read as if they were in this one.
  let mayBeMissing: Bool
}

/// The root element of a file in a dialect, and what must hold besides.
struct Recognition: Sendable {
  let localName: String
  /// The namespaces that the root may be in; nil for none.
  let namespaces: [String?]
  let condition: Expression?
}

/// How the message itself is read.
struct MessageRule: Sendable {
  var id, created, school, schoolName, replaces: Expression?
}

/// How each form is read.
struct FormRule: Sendable {
  let at: Expression
  var id, version, kind, day, studentNumber, personnelNumber, name, minutes, next: Expression?
  /// Whether its day is written when the form is filled in and sent back.
  var writesDay = false
  var judgements: [JudgementRule] = []
  var topics: [TopicRule] = []
  var agreements: [AgreementRule] = []
  var assessments: [AssessmentRule] = []
}

/// How each judgement of a form is read.
struct JudgementRule: Sendable {
  let at: Expression
  var task, taskName, level, scale, role, by, day, note: Expression?
  /// The values that are written when the form is filled in and sent back.
  var written: Set<WrittenValue> = []
}

/// A value of a judgement that can be written; the names are those of the attributes that say where it stands.
enum WrittenValue: String, CaseIterable {
  case level = "niveau"
  case day = "datum"
  case by = "door"
}

/// How each topic of a form is read.
struct TopicRule: Sendable {
  let at: Expression?
  var code, contributedBy, text: Expression?
}

/// How each agreement of a form is read.
struct AgreementRule: Sendable {
  let at: Expression
  var id, owner, ownerName, due, status, task, follows, text: Expression?
}

/// How each mark of a form is read.
struct AssessmentRule: Sendable {
  let at: Expression
  var part, value, scale, role, day: Expression?
  /// The line of the rule in the dialect.
  let line: Int?
}
