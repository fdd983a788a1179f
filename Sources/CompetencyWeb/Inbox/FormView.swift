internal import CompetencyCore
internal import Journeys
internal import Wording

/// The view model of `Templates/Pages/form.mustache`.
struct FormView: Sendable {
  /// A line that waits for a decision.
  struct Choice: Sendable {
    let id, task, says, place, accept, refuse, reason: String
    let mayAccept, needsReason, isLater, isAccepted, isRefused, lacksReason: Bool
  }
  /// A line that waits for an answer; the path is nil for who does not answer questions.
  struct Question: Sendable {
    let what, place: String
    let path: String?
  }
  /// A line about which nothing is asked.
  struct Line: Sendable {
    let task, says, place: String
    /// What somebody chose here and could not be saved; nil for all else.
    let chosen: String?
  }
  struct Agreement: Sendable {
    /// Its number on the page: what a school calls it is no id of an element.
    let place: Int
    let id, text, stands, reason: String
    let isDropped, lacksReason: Bool
  }
  let words: [String: String]
  let fields, refusalFields, readFields: HTMLFragment
  let title, path, what: String
  let problems: [String]
  let hasProblems: Bool
  let choices: [Choice]
  let hasChoices: Bool
  let questions: [Question]
  let hasQuestions: Bool
  let lines: [Line]
  let hasLines: Bool
  /// The agreements that are open, and those that are closed.
  let agreements, closed: [Agreement]
  let hasAgreements, hasClosed: Bool
  /// How many agreements the form states, for who may not read them; nil for all others.
  let agreementCount: String?
  /// Whether there is anything to save, or to refuse.
  let canSave, canMark: Bool
  let readBy: String?
  let refusal: String
  let refusalLacksReason: Bool

  init(_ content: ReceivedFormContent, _ company: Company, _ complaint: FormPage.Complaint, _ request: PageRequest) {
    let (form, texts) = (content.form, request.texts)
    let writing = FormLineWriting(company: company, request: request, lacking: complaint.lacking)
    words = request.words
    (fields, refusalFields, readFields) = (request.formFields, request.formFields, request.formFields)
    let participant = content.participant.isEmpty ? texts.say("page.forms.whose") : content.participant
    title = form.trainee?.name.full ?? participant
    path = "/postvak/formulieren/\(form.id)"
    what = [form.formID.text, form.sender, texts.date(form.heldOn), request.place(content.place)].filter { !$0.isEmpty }
      .joined(separator: " · ")
    (problems, hasProblems) = (complaint.problems, !complaint.problems.isEmpty)

    // What is said twice is decided once.
    var seen: Set<String> = []
    choices = content.lines.compactMap(writing.choice).filter { seen.insert($0.id).inserted }
    questions =
      content.questions.map { Question(what: request.sentence(of: $0), place: "", path: "/postvak/" + Fields.encoded($0.id)) }
      + content.lines.compactMap(writing.question)
    lines = content.lines.compactMap(writing.line)
    let agreed = content.agreements.enumerated().map { (isOpen: $1.agreement.isOpen, told: writing.agreement($1, place: $0 + 1)) }
    agreements = agreed.filter(\.isOpen).map(\.told)
    closed = agreed.filter { !$0.isOpen }.map(\.told)
    (hasChoices, hasQuestions, hasLines) = (!choices.isEmpty, !questions.isEmpty, !lines.isEmpty)
    (hasAgreements, hasClosed) = (!agreements.isEmpty, !closed.isEmpty)
    agreementCount =
      content.agreementCount > content.agreements.count
      ? texts.say("page.form.agreements_hidden", count: content.agreementCount - content.agreements.count) : nil
    canSave = hasChoices || hasAgreements
    canMark = form.isSettled && form.read == nil
    readBy = form.read.map { texts.say("page.forms.read_by", ["who": $0.name, "date": texts.date($0.day)]) }
    refusal = request.form["reden"] ?? ""
    refusalLacksReason = complaint.refusalLacksReason
  }
}
