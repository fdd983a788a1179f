internal import CompetencyCore
internal import Journeys
internal import Wording

/// The view model of `Templates/Pages/shell.mustache`: what stands around every page.
struct Shell: Sendable {
  struct Item: Sendable {
    let name, path: String
    let isCurrent: Bool
  }

  let words: [String: String]
  let language, title, style, script: String
  let reportStyle: String?
  let items: [Item]
  let hasItems: Bool
  let name: String?
  /// Whose page it is, so that what waits on a device is told to nobody else.
  let person: String?
  /// After how many seconds without use the device goes back to the names; nil on a device of one's own.
  let idle: String?
  let formToken: String?
  let otherLanguage: String
  let path: String
  /// What the script says of what waits on the device.
  let offline: HTMLFragment
  let main: HTMLFragment
}

/// A page before its shell is put around it.
struct PageContent: Sendable {
  /// What stands in the tab of the browser and is the page's first heading.
  let title: String
  let main: HTMLFragment
  var status = 200
  /// Whether a part of a report stands on it, which brings its own style.
  var hasReport = false
  /// Whether a device keeps it, so that no proof may stand on it: nothing can be sent from it as it is.
  var isKept = false
  /// Which item of the navigation it belongs to, by its path.
  var section = "/"
}

extension PageRequest {
  /// The page of a template and its view model.
  func page(
    _ template: String, _ view: some Sendable, title: String, section: String = "/", status: Int = 200, hasReport: Bool = false
  ) throws(Refusal) -> PageAnswer {
    let main = try site.looks.fragment(template, view)
    return try page(PageContent(title: title, main: main, status: status, hasReport: hasReport, section: section))
  }

  /// A page with its shell around it.
  func page(_ content: PageContent) throws(Refusal) -> PageAnswer {
    let items = visitor.map { navigation(for: $0, section: content.section) } ?? []
    let shell = Shell(
      words: words, language: texts.language.rawValue, title: content.title, style: site.looks.address(of: "/stijl.css"),
      script: site.looks.address(of: "/vakmatrix.js"),
      reportStyle: content.hasReport ? site.looks.address(of: "/rapport.css") : nil, items: items, hasItems: !items.isEmpty,
      name: visitor?.account.name.full, person: visitor?.account.id.text,
      idle: visitor.flatMap { $0.way == .shared ? String($0.idleLimit / 1000) : nil },
      formToken: content.isKept ? nil : visitor?.formToken,
      otherLanguage: texts.language == .nl ? "en" : "nl", path: returnPath, offline: OfflineWords.fragment(texts),
      main: content.main)
    return PageAnswer(status: content.status, body: try site.looks.fragment("shell", shell).bytes)
  }

  /// The words of pages, `{{words.save}}`.
  var words: [String: String] { site.looks.words(texts.language) }

  /// What a form must hold to be taken: the token of the session, and a key by which it is known when it is sent again.
  var formFields: HTMLFragment {
    var builder = HTMLBuilder()
    builder.hiddenField("bewijs", visitor?.formToken ?? guestToken ?? "")
    if visitor != nil { builder.hiddenField("sleutel", SecretHash.token()) }
    return builder.fragment
  }

  private func navigation(for visitor: Visitor, section: String) -> [Shell.Item] {
    Self.sections(of: visitor).map { key, path in
      Shell.Item(name: texts.say("page.nav." + key), path: path, isCurrent: sameBytes(path, section))
    }
  }

  /// Who administers too finds the planning on the first page: a sixth item would be one too many.
  private static func plansFromNavigation(_ visitor: Visitor) -> Bool {
    (visitor.observes || visitor.has(.student)) && !visitor.has(.beheer)
  }

  /// The items of the navigation by role: at most five, always in the same order.
  private static func sections(of visitor: Visitor) -> [(key: String, path: String)] {
    var sections = [("home", "/")]
    if visitor.observes || visitor.has(.beheer) { sections.append(("team", "/team")) }
    if visitor.observes || visitor.has(.student) { sections.append(("agreements", "/afspraken")) }
    if plansFromNavigation(visitor) { sections.append(("planning", PlanningPage.path)) }
    if visitor.has(.beheer) { sections.append(("admin", "/beheer")) }
    sections.append(("help", "/hulp"))
    return sections
  }
}

extension HTMLBuilder {
  /// A field of a form that is not shown.
  mutating func hiddenField(_ name: String, _ value: String) {
    shape("input", [HTMLAttribute("type", "hidden"), HTMLAttribute("name", name), HTMLAttribute("value", value)])
  }
}
