internal import HTTPTypes

/// The headers that go with every answer, also a refusal: what a browser may do with a page of ours.
enum SecurityHeaders {
  /// A year, in seconds.
  private static let year = 31_536_000

  private static let policy = """
    default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; \
    worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'
    """

  private static let fixed: [(HTTPField.Name, String)] = [
    ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"), ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
  ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }

  static func all(isSecure: Bool, isPublic: Bool) -> HTTPFields {
    var headers = HTTPFields()
    headers[.contentSecurityPolicy] = policy
    headers[.xContentTypeOptions] = "nosniff"
    for (name, value) in fixed { headers[name] = value }
    headers[.cacheControl] = isPublic ? "public, max-age=\(year), immutable" : "no-store"
    if isSecure { headers[.strictTransportSecurity] = "max-age=\(year); includeSubDomains" }
    return headers
  }
}
