/// One thing that the site answers: the router is made of these, and so is the test that tries each with each role.
struct Route: Sendable {
  enum Method: String, Sendable { case get = "GET", post = "POST" }
  /// Who may come at all; what somebody may see of an object is asked of the journeys.
  enum Guests: Sendable {
    /// Everybody, also before signing in.
    case anyone
    /// Who has signed in.
    case signedIn
    /// A program that cannot sign in, such as a calendar: nobody's session is looked up, and no cookie goes along.
    case program
  }
  /// Where the answer is made.
  enum Desk: Sendable {
    /// With the other pages.
    case pages
    /// Where secrets are hashed, at most two at once.
    case secrets
  }

  let method: Method
  /// The path, with names in braces: `/trainee/{trainee}/afvinken`.
  let path: String
  let guests: Guests
  let desk: Desk
  /// How many bytes a form may have.
  let largestBody: Int
  /// Whether a page that was made may be given again while nothing has changed.
  var isRemembered = false
  let answer: @Sendable (PageRequest) throws -> PageAnswer

  /// The same route, of which pages may be given again while nothing has changed; not for pages that hold what somebody else may
  /// not see under the same address.
  var remembered: Route {
    var route = self
    route.isRemembered = true
    return route
  }

  static func get(
    _ path: String, _ guests: Guests = .signedIn, _ answer: @escaping @Sendable (PageRequest) throws -> PageAnswer
  ) -> Route {
    Route(method: .get, path: path, guests: guests, desk: .pages, largestBody: 0, answer: answer)
  }

  static func post(
    _ path: String, _ guests: Guests = .signedIn, desk: Desk = .pages, largestBody: Int = 256 << 10,
    _ answer: @escaping @Sendable (PageRequest) throws -> PageAnswer
  ) -> Route {
    Route(method: .post, path: path, guests: guests, desk: desk, largestBody: largestBody, answer: answer)
  }
}
