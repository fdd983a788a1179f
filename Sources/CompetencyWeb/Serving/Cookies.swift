/// The cookies of ours that a browser sent.
struct Cookies: Sendable {
  /// Each of our cookies.
  enum Name: String, Sendable, CaseIterable {
    /// Who has signed in.
    case session = "vakmatrix"
    /// What a guest's form must send back.
    case guest = "vakmatrix-gast"
    /// A device that a team shares.
    case device = "vakmatrix-toestel"
    /// A device on which somebody signed in before.
    case known = "vakmatrix-bekend"

    /// With a prefix that only pages over TLS can set, where there is TLS.
    func header(isSecure: Bool) -> String { (isSecure ? "__Host-" : "") + rawValue }
  }

  private var values: [Name: String] = [:]

  init() {}

  init(_ headers: [String], isSecure: Bool) {
    for header in headers {
      for part in header.utf8.split(separator: UInt8(ascii: ";")) {
        let halves = part.drop { $0 == UInt8(ascii: " ") }.split(separator: UInt8(ascii: "="), maxSplits: 1)
        guard halves.count == 2 else { continue }
        let name = String(decoding: halves[0], as: UTF8.self)
        guard let known = Name.allCases.first(where: { Array($0.header(isSecure: isSecure).utf8) == Array(name.utf8) }) else {
          continue
        }
        values[known] = String(decoding: halves[1].prefix(200), as: UTF8.self)
      }
    }
  }

  subscript(_ name: Name) -> String? { values[name] }
}
