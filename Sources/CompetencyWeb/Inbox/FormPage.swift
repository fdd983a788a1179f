internal import CompetencyCore
internal import Journeys
internal import Wording

/// A form of a school as a whole; what is chosen on it is saved as one booking.
enum FormPage {
  static let routes: [Route] = [
    .get("/postvak/formulieren/{form}") { try page($0) },
    .post("/postvak/formulieren/{form}") { try save($0) },
    .post("/postvak/formulieren/{form}/weigeren") { try refuse($0) },
    .post("/postvak/formulieren/{form}/gelezen") { try markRead($0) },
  ]

  /// What is wrong with what was sent.
  struct Complaint {
    var problems: [String] = []
    /// The items and agreements of which the reason is not there.
    var lacking: [String] = []
    var refusalLacksReason = false
    var status: Int { problems.isEmpty ? 200 : 422 }
  }

  private static func page(_ request: PageRequest, _ complaint: Complaint = Complaint()) throws -> PageAnswer {
    let (content, company) = try FormJourney.show(request.context, try request.parameter("form"))
    if let trainee = content.form.trainee { request.saw(trainee.id, "inbox") }
    let view = FormView(content, company, complaint, request)
    return try request.page("form", view, title: view.title, status: complaint.status)
  }

  private static func save(_ request: PageRequest) throws -> PageAnswer {
    let form = request.form
    let choices = form.fields(under: "keuze.").filter { ["over", "niet"].contains($0.value) }.map { item, choice in
      InboxDecisionJourney.Choice(
        item: item, isAccepted: sameBytes(choice, "over"), reason: form.trimmed("reden." + item))
    }
    let dropped = form.fields(under: "afspraak.").filter { sameBytes($0.value, "niet") }.map { agreement, _ in
      FormJourney.Dropped(agreement: agreement, reason: form.trimmed("waarom." + agreement))
    }
    guard !choices.isEmpty || !dropped.isEmpty else {
      return try page(request, Complaint(problems: [request.texts.say("page.inbox.nothing_chosen")]))
    }
    // The name of a disagreement begins so; only lowering a level needs its reason.
    let lowered = choices.filter { $0.isAccepted && $0.reason.isEmpty && $0.item.utf8.first == UInt8(ascii: "d") }.map(\.item)
    let unexplained = dropped.filter(\.reason.isEmpty).map(\.agreement)
    var complaint = Complaint(lacking: lowered + unexplained)
    if !lowered.isEmpty { complaint.problems.append(request.texts.say("page.inbox.reason_needed")) }
    if !unexplained.isEmpty { complaint.problems.append(request.texts.say("page.form.drop_reason_needed")) }
    guard complaint.problems.isEmpty else { return try page(request, complaint) }
    let outcome = try FormJourney.decide(request.context, try request.parameter("form"), choices, dropping: dropped)
    return try answer(outcome, of: choices.count + dropped.count, request)
  }

  /// Where the booking is told; what somebody else decided meanwhile is shown beside what was chosen here.
  private static func answer(
    _ outcome: InboxDecisionJourney.Outcome, of count: Int, _ request: PageRequest
  ) throws -> PageAnswer {
    if let booking = outcome.booking, outcome.gone.isEmpty { return .redirect("/boeking/\(booking)") }
    var told = [request.texts.say("page.inbox.gone", count: outcome.gone.count)]
    if let booking = outcome.booking {
      told.append(
        request.texts.say("page.inbox.rest_saved", count: count - outcome.gone.count, ["booking": booking.description]))
    }
    return try page(request, Complaint(problems: told))
  }

  private static func refuse(_ request: PageRequest) throws -> PageAnswer {
    let reason = request.form.words("reden")
    guard !reason.isEmpty else {
      let said = request.texts.say("page.form.refusal_reason_needed")
      return try page(request, Complaint(problems: [said], refusalLacksReason: true))
    }
    let outcome = try FormJourney.refuse(request.context, try request.parameter("form"), reason: reason)
    guard let booking = outcome.booking else {
      return try page(request, Complaint(problems: [request.texts.say("page.form.nothing_to_refuse")]))
    }
    return .redirect("/boeking/\(booking)")
  }

  private static func markRead(_ request: PageRequest) throws -> PageAnswer {
    _ = try FormJourney.markRead(request.context, [try request.parameter("form")])
    return .redirect("/postvak/formulieren")
  }
}
