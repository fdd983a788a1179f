internal import CompetencyCore
internal import CompetencyStore
internal import SchoolForms

/// Reads files into an import: first a little ahead, then into the transaction.
struct FileReading {
  private let stream: FormStream
  private let keepGoing: Bool
  private let progress: (ImportJourney.Step) -> Void
  private var ahead: ArraySlice<FormEvent> = []
  private var formsOfFile = 0
  private var filesDone = 0
  /// Whether every file was read.
  private(set) var isAtEnd = false
  /// What is wrong with files.
  private(set) var problems: [Problem] = []

  init(_ stream: FormStream, keepGoing: Bool, progress: @escaping (ImportJourney.Step) -> Void) {
    (self.stream, self.keepGoing, self.progress) = (stream, keepGoing, progress)
  }

  /// Reads until there are so many forms, or to the end.
  mutating func readAhead(forms most: Int) {
    var forms = 0
    while forms < most {
      guard let event = nextOfStream() else { return }
      if case .forms(let more) = event { forms += more.count }
      ahead.append(event)
    }
  }

  /// Throws when what was read ahead is everything, and something in it is wrong: then no turn to write is needed.
  func refuseFaulty() throws(Refusal) {
    var faults: [Problem] = []
    for event in ahead { if case .refused(let problems) = event { faults += problems } }
    try refuse(faults)
  }

  /// Takes everything in; what is wrong with a file leaves nothing of it.
  ///
  /// - Throws: ``Refusal`` with every fault of every file when nothing may be kept.
  mutating func readAll(into intake: inout ImportIntake, _ writer: StoreWriter) throws {
    var before: ImportIntake?
    while let event = ahead.popFirst() ?? nextOfStream() {
      // Once something is wrong the rest is only read for its faults.
      let isWriting = keepGoing || problems.isEmpty
      switch event {
      case .began(let head):
        guard isWriting else { continue }
        if keepGoing {
          before = intake
          try writer.mark()
        }
        try intake.begin(head)
      case .bytes(let bytes): if isWriting { try intake.keep(bytes) }
      case .forms(let forms): if isWriting { try intake.take(forms) }
      case .ended(let content, let formCount, let warnings):
        guard isWriting else { continue }
        if let fault = try intake.end(content, formCount: formCount, warnings: warnings) {
          problems.append(fault)
          try goBack(&intake, &before, writer)
        } else if before != nil {
          before = nil
          try writer.keep()
        }
      case .refused(let faults):
        problems += faults
        try goBack(&intake, &before, writer)
      }
    }
    try refuse(problems)
  }

  private func goBack(_ intake: inout ImportIntake, _ before: inout ImportIntake?, _ writer: StoreWriter) throws {
    guard let earlier = before else { return }
    try writer.goBack()
    (intake, before) = (earlier, nil)
  }

  private func refuse(_ problems: [Problem]) throws(Refusal) {
    guard !keepGoing, !problems.isEmpty else { return }
    throw Refusal(ImportJourney.status(of: problems), problems)
  }

  private mutating func nextOfStream() -> FormEvent? {
    guard let (_, event) = stream.next() else {
      isAtEnd = true
      return nil
    }
    switch event {
    case .forms(let forms):
      formsOfFile += forms.count
      progress(.forms(formsOfFile))
    case .ended, .refused:
      (formsOfFile, filesDone) = (0, filesDone + 1)
      progress(.files(filesDone))
    case .began, .bytes: break
    }
    return event
  }
}
