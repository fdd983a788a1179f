internal import HTTPTypes

/// The headers that go with every answer, also a refusal: what a browser may do with a page of ours.
enum SecurityHeaders {
  /// A year, in seconds.
  private static let year = 31_536_000

  private static let policy = """
    default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; \
    worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'
    """

  static func all(isSecure: Bool, isPublic: Bool) -> HTTPFields {
    var headers = HTTPFields()
    headers[.contentSecurityPolicy] = policy
    headers[.xContentTypeOptions] = "nosniff"
    headers[HTTPField.Name("Referrer-Policy")!] = "no-referrer"
    headers[HTTPField.Name("Cross-Origin-Opener-Policy")!] = "same-origin"
    headers[HTTPField.Name("Cross-Origin-Resource-Policy")!] = "same-origin"
    headers[HTTPField.Name("Permissions-Policy")!] = "camera=(), microphone=(), geolocation=()"
    headers[.cacheControl] = isPublic ? "public, max-age=\(year), immutable" : "no-store"
    if isSecure { headers[.strictTransportSecurity] = "max-age=\(year); includeSubDomains" }
    return headers
  }
}
