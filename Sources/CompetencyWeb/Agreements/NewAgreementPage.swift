internal import CompetencyCore
internal import Journeys
internal import Wording

/// Making an agreement between conversations: what, who and by when.
enum NewAgreementPage {
  /// The view model of `Templates/Pages/agreement-new.mustache`.
  struct View: Sendable {
    struct Owner: Sendable {
      let id, name: String
      let isChosen: Bool
    }
    struct Person: Sendable { let name, path: String }
    let words: [String: String]
    let title: String
    /// With whom one could be made, when that is not said yet.
    let people: [Person]
    let who: String?
    let of: String
    let fields: HTMLFragment
    let text, day: String
    let owners: [Owner]
    let problems: [String]
    let hasProblems: Bool
    let textProblem, ownerProblem, dayProblem: String?
  }

  /// What stands in the way, at the field that it is about.
  struct Problems {
    var text, owner, day: String?
    var others: [String] = []
    var all: [String] { [text, owner, day].compactMap { $0 } + others }
  }

  static func show(_ request: PageRequest, problems: Problems = Problems()) throws -> PageAnswer {
    let title = request.texts.say("page.agreement.new")
    let typed = request.form["bij"] ?? request.query["bij"] ?? ""
    var (people, owners, who): ([Trainee], [View.Owner], String?) = ([], [], nil)
    if typed.isEmpty, request.visitor?.has(.student) != true {
      people = try MatrixJourney.own(request.context)
    } else {
      var question = MatrixJourney.Question()
      question.trainees = [typed.isEmpty ? request.visitor?.account.id.text ?? "" : typed]
      let view = try MatrixJourney.show(request.context, question)
      guard let trainee = view.trainees.first else { return try request.notFound() }
      who = trainee.name.full
      owners = Self.owners(of: trainee, in: view.matrix.knowledge.company, request)
    }
    let view = View(
      words: request.words, title: title,
      people: people.map { View.Person(name: $0.name.full, path: "/afspraken/nieuw?bij=" + Fields.encoded($0.id.text)) },
      who: who, of: typed.isEmpty ? request.visitor?.account.id.text ?? "" : typed, fields: request.formFields,
      text: request.form["wat"] ?? "", day: request.form["dag"] ?? "", owners: owners, problems: problems.all,
      hasProblems: !problems.all.isEmpty, textProblem: problems.text, ownerProblem: problems.owner, dayProblem: problems.day)
    return try request.page(
      "agreement-new", view, title: title, section: "/afspraken", status: problems.all.isEmpty ? 200 : 422)
  }

  /// The trainee, who guides and leads, and who asks.
  private static func owners(of trainee: Trainee, in company: Company, _ request: PageRequest) -> [View.Owner] {
    var ids: [PersonID] = []
    for id in [trainee.id, trainee.mentor, trainee.lineManager, request.visitor?.account.id].compactMap({ $0 })
    where !ids.contains(id) {
      ids.append(id)
    }
    let chosen = request.form["wie"] ?? ""
    return ids.compactMap { id in
      company.name(of: id).map { View.Owner(id: id.text, name: $0.full, isChosen: sameBytes(id.text, chosen)) }
    }
  }

  static func save(_ request: PageRequest) throws -> PageAnswer {
    let (texts, words, owner) = (request.texts, request.form["wat"] ?? "", request.form["wie"] ?? "")
    var problems = Problems()
    if !words.utf8.contains(where: { $0 > 0x20 }) { problems.text = texts.say("page.agreement.text_empty") }
    if owner.isEmpty { problems.owner = texts.say("page.agreement.owner_empty") }
    let typed = request.form["dag"] ?? ""
    let day = CalendarDate(typed: typed)
    if day == nil && !typed.isEmpty { problems.day = texts.say("page.task.day_unknown") }
    if let day, day < request.context.today { problems.day = texts.say("page.agreement.day_past") }
    guard problems.all.isEmpty else { return try show(request, problems: problems) }
    do {
      let made = try AgreementJourney.add(
        request.context, who: request.form["bij"] ?? "",
        ConversationDraft.NewAgreement(words: words, owner: owner, dueOn: day))
      return try AgreementPages.board(request, done: texts.say("page.agreement.was_made"), booking: made.booking)
    } catch let refusal as Refusal where refusal.status == .usage {
      problems.others = refusal.problems.map { texts.located($0) }
      return try show(request, problems: problems)
    }
  }
}
