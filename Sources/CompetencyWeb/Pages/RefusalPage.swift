internal import CompetencyCore
internal import Wording

/// The view model of `Templates/Pages/refusal.mustache`: what went wrong, in words for who must act on it.
struct RefusalPage: Sendable {
  let words: [String: String]
  let title: String
  let sentences: [String]
  let nothingKept: String?
}

extension PageRequest {
  /// The page of a refusal: the sentences that the command line says too.
  func refused(_ refusal: Refusal) throws(Refusal) -> PageAnswer {
    // What is not there and what is not yours are answered alike.
    if refusal.status == .notFound && refusal.problems.allSatisfy({ $0.place == nil }) { return try notFound() }
    let (status, retry) = Self.answer(to: refusal.status)
    var answer = try refused(
      status: status, sentences: refusal.problems.map { texts.located($0, nothingKept: false) },
      nothingKept: route.method == .post ? texts.say("page.nothing_kept") : nil)
    answer.retryAfter = retry
    return answer
  }

  func refused(status: Int, saying key: String) throws(Refusal) -> PageAnswer {
    try refused(status: status, sentences: [texts.say(key)], nothingKept: nil)
  }

  /// What is not there, or not for who asks.
  func notFound() throws(Refusal) -> PageAnswer { try refused(status: 404, saying: "page.not_found") }

  private func refused(status: Int, sentences: [String], nothingKept: String?) throws(Refusal) -> PageAnswer {
    if wantsData { return .data(["problems": .texts(sentences)], status: status) }
    let title = texts.say(status == 404 ? "page.not_found_title" : "page.refused_title")
    let view = RefusalPage(words: words, title: title, sentences: sentences, nothingKept: nothingKept)
    return try page("refusal", view, title: title, section: "", status: status)
  }

  /// The status of HTTP for an exit of the command line, and when to try again.
  private static func answer(to status: ExitStatus) -> (status: Int, retryAfter: Int?) {
    switch status {
    case .done, .personNeeded: (200, nil)
    case .usage, .dataWrong: (422, nil)
    case .notFound: (404, nil)
    case .notAllowed: (403, nil)
    case .cannotCreate: (507, nil)
    case .busy: (503, 5)
    case .configuration: (503, nil)
    case .failed: (409, nil)
    case .ioFailed, .interrupted: (500, nil)
    }
  }
}
