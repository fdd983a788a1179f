public import CompetencyCore
internal import CompetencyStore
internal import SchoolForms

extension ReturnJourney {
  /// A school's own form, filled in for one trainee.
  public struct OwnForm: Sendable {
    /// The file.
    public let file: [UInt8]
    /// How many judgements were written in it.
    public let count: Int
    /// How many other students it is about.
    public let otherStudents: Int
    /// What could not be written.
    public let losses: [Problem]
    /// The school.
    public let school: School
  }

  /// The form that the school sent, with what is known of the trainee written where its dialect says; nothing is written here.
  ///
  /// - Parameter message: the school's message, by its id, the beginning of that, or a piece of its file's name; nil for the
  ///   newest.
  /// - Throws: ``Refusal`` when somebody or the form is not found, or it cannot be filled in.
  public static func ownForm(
    _ context: JourneyContext, _ question: Question, message: String?, dialects: [DialectFile]
  ) throws(Refusal) -> OwnForm {
    try context.look(.makeReturn, question.view.scope) { situation in
      let desk = try ReturnDesk(question, in: situation)
      guard let trainee = desk.trainees.first else { throw Refusal(.notFound, .person_not_found, values: ["who": ""]) }
      let kept = try KeptForms(of: trainee, at: desk, in: situation).chosen(by: message)
      let dialects = Dialects(dialects.map(\.source))
      do throws(FillingObstacle) {
        let filled = try dialects.fill(kept.bytes, file: kept.name, with: kept.answers(about: trainee, at: desk))
        guard kept.isRead(filled.bytes, by: dialects) else { throw FillingObstacle.unreadable }
        return OwnForm(
          file: filled.bytes, count: filled.count, otherStudents: filled.otherStudents,
          losses: filled.losses.map {
            Problem($0.code, at: $0.place, values: $0.values.merging(["school": desk.school.name]) { $1 })
          },
          school: desk.school)
      } catch {
        throw refusal(of: error, desk.school)
      }
    }
  }

  private static func refusal(of obstacle: FillingObstacle, _ school: School) -> Refusal {
    let values = ["school": school.name]
    switch obstacle {
    case .canonical: return Refusal(.usage, .own_form_impossible, values: values.merging(["kind": "canonical"]) { $1 })
    case .noAnchors(let dialect):
      return Refusal(.configuration, .own_form_impossible, values: ["kind": "anchors", "dialect": dialect])
    case .unreadable:
      return Refusal(.configuration, .own_form_impossible, values: values.merging(["kind": "unreadable"]) { $1 })
    }
  }
}

/// The messages of a school about a trainee that count, as they were kept.
private struct KeptForms {
  private let messages: [(key: MessageKey, forms: [CountingForm], name: String)]
  private let trainee: Trainee
  private let school: School
  private let reader: StoreReader

  init(of trainee: Trainee, at desk: ReturnDesk, in situation: Situation) throws {
    let forms = desk.matrix.knowledge.forms(of: trainee.id, from: desk.school, upTo: desk.matrix.asOf)
    (self.trainee, school, reader) = (trainee, desk.school, situation.reader)
    messages = try Dictionary(grouping: forms, by: \.arrival.message).map { key, forms in
      (key, forms, try situation.reader.source(of: forms[0].reading.id)?.form.file ?? "")
    }.sorted { ($0.forms[0].arrival.createdAt, $0.key) < ($1.forms[0].arrival.createdAt, $1.key) }
  }

  /// The newest message, or the one that is meant.
  func chosen(by text: String?) throws -> KeptForm {
    let values = ["school": school.name, "who": trainee.name.full]
    guard let newest = messages.last else {
      throw Refusal(.notFound, .own_form_impossible, values: values.merging(["kind": "no_form"]) { $1 })
    }
    var found = [newest]
    if let text {
      let wanted = NameMatching.plain(text)
      found = messages.filter { sameBytes($0.key.id.text, text) }
      if found.isEmpty {
        found = messages.filter { message in
          NameMatching.plain(message.key.id.text).utf8.starts(with: wanted.utf8)
            || NameMatching.plain(message.name).contains(wanted)
        }
      }
    }
    guard found.count == 1, let message = found.first else {
      let list = messages.map { $0.name.isEmpty ? $0.key.id.text : $0.name }.joined(separator: ", ")
      throw Refusal(
        .notFound, .own_form_impossible, values: values.merging(["kind": "message", "value": text ?? "", "list": list]) { $1 })
    }
    var bytes: [UInt8] = []
    var position = 1
    while let piece = try reader.piece(position, of: message.key) {
      bytes += piece
      position += 1
    }
    return KeptForm(key: message.key, forms: message.forms, name: message.name, bytes: bytes)
  }
}

/// A message of a school with the forms in it about one trainee.
private struct KeptForm {
  let key: MessageKey
  let forms: [CountingForm]
  let name: String
  let bytes: [UInt8]

  /// What is known of the trainee's tasks, by the codes of this form.
  func answers(about trainee: Trainee, at desk: ReturnDesk) -> FormAnswers {
    let (knowledge, company) = (desk.matrix.knowledge, desk.company)
    let resolution = FormResolution(knowledge)
    let rows = Dictionary(
      uniqueKeysWithValues: SchoolReturn.rows(of: trainee, in: desk.matrix).map { ($0.task, $0) })
    // A code may have been answered for this form alone.
    var tasks: [TaskCode: TaskCode] = [:]
    for form in forms {
      for line in form.reading.lines { tasks[line.taskWritten] = knowledge.task(of: line, in: form.reading) }
    }
    let participants = Set(forms.map(\.arrival.identity.participant))
    return FormAnswers(
      day: desk.matrix.asOf, isAbout: participants.contains,
      answer: { written, sender in
        guard let task = tasks[written] ?? resolution.task(written, from: sender), let row = rows[task],
          let seenOn = row.establishedOn
        else { return nil }
        let by = row.cell.named?.by.flatMap { company.name(of: $0)?.full }
        return FormAnswers.Answer(
          judgement: row.cell.without.map(Judgement.without) ?? .level(row.cell.level), seenOn: seenOn, by: by)
      },
      meaning: { resolution.judgement($0, from: $1) })
  }

  /// Whether a file is read as this message was.
  func isRead(_ file: [UInt8], by dialects: Dialects) -> Bool {
    guard let reader = try? FormReader(dialects: dialects),
      case .read = reader.read(file, file: name, nineDigitSenders: { _ in true })
    else { return false }
    return true
  }
}
