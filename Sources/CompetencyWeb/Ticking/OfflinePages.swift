internal import CompetencyCore
internal import Journeys
internal import Wording

/// What a device needs to go on ticking when the connection drops.
enum OfflinePages {
  static let routes: [Route] = [
    .get("/zonder-verbinding", .anyone) { try page($0) },
    .get("/toestel", .anyone) { try device($0) },
  ]

  /// The view model of `Templates/Pages/offline.mustache`.
  struct View: Sendable {
    let words: [String: String]
    let title: String
  }

  /// The page that stands in for every page that a device does not keep: the same for everybody, because it is kept after
  /// who opened it has gone.
  private static func page(_ request: PageRequest) throws -> PageAnswer {
    var request = request
    (request.guestLanguage, request.visitor) = (request.visitor?.language ?? .nl, nil)
    let title = request.texts.say("page.offline_title")
    return try request.page("offline", View(words: request.words, title: title), title: title, section: "")
  }

  /// Who has signed in, what a form of that person must hold, and which sheets the device may keep; nothing of a guest.
  ///
  /// A device that a team shares keeps none: whoever comes next would find the sheets of whoever was before.
  private static func device(_ request: PageRequest) throws -> PageAnswer {
    guard let visitor = request.visitor else { return .data(["person": nil]) }
    let keeps = visitor.way == .own && (visitor.observes || visitor.has(.student))
    let own = keeps ? try MatrixJourney.own(request.context) : []
    return .data([
      "person": .string(visitor.account.id.text), "proof": .string(visitor.formToken),
      "sheets": .texts(own.map { "/trainee/" + Fields.encoded($0.id.text) + "/afvinken" }),
    ])
  }
}
