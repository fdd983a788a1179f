internal import CompetencyCore
internal import Journeys
internal import Wording

/// Privacy for the administration: what has been kept long enough, erasing for who asks, and keeping without using.
enum PrivacyPages {
  static let path = "/beheer/privacy"
  static let routes: [Route] = [
    .get(path) { try show($0) },
    .post(path + "/bewaartermijn") { try applyTerms($0) },
    .post(path + "/wissen") { try erase($0) },
    .post(path + "/beperken") { try restrict($0) },
    .post(path + "/vrijgeven") { try release($0) },
  ]

  /// The view model of `Templates/Pages/privacy.mustache`.
  struct View: Sendable {
    struct Restricted: Sendable {
      let name, id: String
      let fields: HTMLFragment
    }
    let words: [String: String]
    let fields: HTMLFragment
    let title: String
    let done: String?
    let problem, termProblem, eraseProblem, restrictProblem: String?
    let terms, due, coming: [String]
    let dueTitle, comingTitle: String
    let isDue, isComing: Bool
    let eraseWho, restrictWho: String
    let restricted: [Restricted]
    let hasRestricted: Bool
  }

  /// What was wrong in one of the forms.
  private struct Problems {
    var term, erase, restrict: String?
    var any: String? { term ?? erase ?? restrict }
  }

  private static func show(
    _ request: PageRequest, problems: Problems = Problems(), done: String? = nil
  ) throws -> PageAnswer {
    let texts = request.texts
    let outcome = try RetentionJourney.list(request.context, terms(request))
    let restricted = try RestrictJourney.list(request.context)
    let line = { (due: RetentionJourney.Due) in
      texts.say(
        "cli.retention.line." + due.extent.rawValue,
        [
          "who": due.trainee.name.full, "trainee": due.trainee.id.text, "end": texts.date(due.endedOn),
          "from": texts.date(due.from),
        ])
    }
    let looks = outcome.lookCount > 0 ? [texts.say("cli.retention.looks", count: outcome.lookCount)] : []
    let today = ["date": texts.date(outcome.today)]
    let title = texts.say("page.privacy_title")
    let view = View(
      words: request.words, fields: request.formFields, title: title, done: done, problem: problems.any,
      termProblem: problems.term, eraseProblem: problems.erase, restrictProblem: problems.restrict,
      terms: [
        texts.say("cli.retention.term.words", count: outcome.terms.words),
        texts.say("cli.retention.term.person", count: outcome.terms.person),
        texts.say("cli.retention.term.looks", count: outcome.terms.looks),
      ], due: outcome.due.map(line) + looks, coming: outcome.coming.map(line),
      dueTitle: texts.say("cli.retention.due", count: outcome.due.count, today),
      comingTitle: texts.say("cli.retention.coming", count: outcome.coming.count), isDue: !outcome.due.isEmpty || !looks.isEmpty,
      isComing: !outcome.coming.isEmpty,
      eraseWho: problems.erase == nil ? "" : request.form["wie"] ?? "",
      restrictWho: problems.restrict == nil ? "" : request.form["wie"] ?? "",
      restricted: restricted.map { View.Restricted(name: $0.name.full, id: $0.id.text, fields: request.formFields) },
      hasRestricted: !restricted.isEmpty)
    return try request.page("privacy", view, title: title, section: "/beheer", status: problems.any == nil ? 200 : 422)
  }

  private static func terms(_ request: PageRequest) throws(Refusal) -> RetentionTerms {
    let folders = request.site.settings.folders
    return try RetentionTerms(reading: try folders.bytes(of: RetentionTerms.file), file: folders.path(of: RetentionTerms.file))
  }

  private static func applyTerms(_ request: PageRequest) throws -> PageAnswer {
    guard request.form["zeker"] != nil else {
      return try show(request, problems: Problems(term: request.texts.say("page.privacy.not_sure")))
    }
    let outcome = try RetentionJourney.apply(
      request.context, terms(request), dialects: request.site.settings.dialects())
    let texts = request.texts
    let booking = outcome.booking?.description ?? "–"
    let told = texts.say("cli.retention.applied", count: outcome.erased.count, ["booking": booking])
    return try show(request, done: told + (outcome.isCleared ? "" : " " + texts.say("page.privacy.not_cleared")))
  }

  private static func erase(_ request: PageRequest) throws -> PageAnswer {
    guard request.form["zeker"] != nil else {
      return try show(request, problems: Problems(erase: request.texts.say("page.privacy.not_sure")))
    }
    let outcome: EraseJourney.Outcome
    do throws(Refusal) {
      outcome = try EraseJourney.run(
        request.context, who: request.form.trimmed("wie"), dialects: request.site.settings.dialects())
    } catch {
      return try show(request, problems: Problems(erase: told(error, request)))
    }
    request.site.sessions.endAll(of: outcome.person)
    let texts = request.texts
    let told = texts.say(
      "page.privacy.erased", ["stand": outcome.erasure.trainee.text, "booking": outcome.booking?.description ?? "–"])
    return try show(request, done: told + (outcome.isCleared ? "" : " " + texts.say("page.privacy.not_cleared")))
  }

  private static func restrict(_ request: PageRequest) throws -> PageAnswer {
    do throws(Refusal) {
      _ = try RestrictJourney.restrict(
        request.context, who: request.form.trimmed("wie"), isRestricted: true, reason: request.form.trimmed("reden"))
    } catch {
      return try show(request, problems: Problems(restrict: told(error, request)))
    }
    return .redirect(path)
  }

  private static func release(_ request: PageRequest) throws -> PageAnswer {
    _ = try RestrictJourney.restrict(request.context, who: request.form.trimmed("wie"), isRestricted: false, reason: "")
    return .redirect(path)
  }

  /// What a person reads of a refusal at a field; what the role never has is told as on every page.
  private static func told(_ refusal: Refusal, _ request: PageRequest) throws(Refusal) -> String {
    guard [.usage, .notFound].contains(refusal.status) else { throw refusal }
    return refusal.problems.map { request.texts.located($0) }.joined(separator: " ")
  }
}
