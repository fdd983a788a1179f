internal import CompetencyCore
internal import Journeys
internal import Wording

/// The first page of who looks after the system: what waits, and where everything is.
enum AdministrationPages {
  static let routes: [Route] = [.get("/beheer") { try show($0) }]

  /// The view model of `Templates/Pages/administration.mustache`.
  struct View: Sendable {
    struct Item: Sendable { let name, path, what: String }
    let words: [String: String]
    let title: String
    let items: [Item]
  }

  private static func show(_ request: PageRequest) throws -> PageAnswer {
    let standings = try SecretJourney.list(request.context)
    let status = try StatusJourney.run(request.context)
    let texts = request.texts
    let without = standings.count { $0.secrets.isEmpty }
    var items = [
      View.Item(
        name: texts.say("page.inbox_title"), path: "/postvak",
        what: texts.say("page.admin.questions", count: status.questions) + " · "
          + texts.say("page.admin.decisions", count: status.disagreements + status.proposals)),
      View.Item(name: texts.say("page.upload_title"), path: "/postvak/inlezen", what: texts.say("page.admin.upload")),
      View.Item(
        name: texts.say("page.access_title"), path: "/beheer/toegang", what: texts.say("page.admin.access", count: without)),
      View.Item(name: texts.say("page.device_title"), path: "/beheer/toestel", what: texts.say("page.admin.device")),
    ]
    items += ["taken", "profielen", "niveaus", "mensen", "trainees", "scholen"].map { table in
      View.Item(name: texts.say("page.setup." + table), path: "/beheer/" + table, what: texts.say("page.admin." + table))
    }
    items.append(View.Item(name: texts.say("page.log_title"), path: "/beheer/logboek", what: texts.say("page.admin.log")))
    items.append(View.Item(name: texts.say("page.privacy_title"), path: PrivacyPages.path, what: texts.say("page.admin.privacy")))
    let title = texts.say("page.admin_title")
    return try request.page(
      "administration", View(words: request.words, title: title, items: items), title: title, section: "/beheer")
  }
}
