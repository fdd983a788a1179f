extension PageAnswer.Cookie {
  init(_ name: Cookies.Name, _ value: String, seconds: Int? = nil) { self.init(name: name, value: value, seconds: seconds) }

  /// Takes a cookie away.
  static func gone(_ name: Cookies.Name) -> Self { Self(name: name, value: "", seconds: 0) }

  /// For our own pages alone, never for a script, and over TLS where there is TLS.
  func header(isSecure: Bool) -> String {
    name.header(isSecure: isSecure) + "=" + value + "; Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
      + (seconds.map { "; Max-Age=\($0)" } ?? "")
  }
}
