internal import Wording

/// Help, and what is known of who cannot use it.
enum HelpPages {
  static let routes: [Route] = [
    .get("/hulp", .anyone) { try page("help", $0) },
    .get("/toegankelijkheid", .anyone) { try page("accessibility", $0) },
  ]

  /// The view model of `Templates/Pages/help.mustache` and `accessibility.mustache`.
  struct View: Sendable {
    let words: [String: String]
    let title: String
  }

  private static func page(_ name: String, _ request: PageRequest) throws -> PageAnswer {
    let title = request.texts.say("page." + name + "_title")
    return try request.page(name, View(words: request.words, title: title), title: title, section: "/hulp")
  }
}
