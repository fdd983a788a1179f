import CompetencyCore

/// A message of a school in as few words as a test needs.
struct SampleMessage {
  let id: String
  let sender: SenderKey
  /// The order of making; the product compares nothing else of it.
  let made: Int64
  let replaces: String?
  let forms: [SampleForm]

  init(
    _ id: String, from sender: SenderKey = SampleCompany.rocDelta, made: Int64 = 1, replaces: String? = nil,
    _ forms: SampleForm...
  ) {
    (self.id, self.sender, self.made, self.replaces, self.forms) = (id, sender, made, replaces, forms)
  }

  var key: MessageKey { MessageKey(sender: sender, id: MessageID(id)) }
}

/// A form about Sanne, or about a participant that the company does not know.
struct SampleForm {
  let id: String
  let version: Int
  let heldOn: CalendarDate
  let participant: String
  let lines: [SampleLine]

  init(
    _ id: String, version: Int = 1, heldOn: CalendarDate = .october(1), participant: String = SampleCompany.studentNumber,
    _ lines: SampleLine...
  ) {
    (self.id, self.version, self.heldOn, self.participant, self.lines) = (id, version, heldOn, participant, lines)
  }
}

/// A line of a form; a task or level that it only writes is one that the company does not know.
struct SampleLine {
  let taskWritten: TaskCode
  let task: TaskCode?
  let said: ReadLine.Said
  let role: Role
  let day: CalendarDate

  init(_ task: TaskCode, _ level: LevelID, by role: Role = .werkplekbegeleider, on day: CalendarDate) {
    (taskWritten, self.task, self.role, self.day) = (task, task, role, day)
    said = .level(written: SchoolLevel(scale: "ons", level: level.text), ours: level)
  }

  init(_ task: TaskCode, without reason: AbsenceReason, by role: Role = .werkplekbegeleider, on day: CalendarDate) {
    (taskWritten, self.task, self.role, self.day, said) = (task, task, role, day, .without(reason))
  }

  init(unknownTask written: String, _ level: LevelID, on day: CalendarDate) {
    (taskWritten, task, role, self.day) = (CompetencyCoreTests.made(TaskCode(written)), nil, .werkplekbegeleider, day)
    said = .level(written: SchoolLevel(scale: "ons", level: level.text), ours: level)
  }

  init(_ task: TaskCode, unknownLevel written: String, on day: CalendarDate) {
    (taskWritten, self.task, role, self.day) = (task, task, .werkplekbegeleider, day)
    said = .level(written: SchoolLevel(scale: "ovg", level: written), ours: nil)
  }
}
