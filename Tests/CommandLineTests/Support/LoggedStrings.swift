/// A thousand strings that have no business in a log: what forges lines or steers a terminal, with a word, a secret or a number of
/// a person in it.
enum LoggedStrings {
  /// Stands in each of them.
  static let word = "kwelspreuk"

  /// Each as bytes, since a third of them is no UTF-8.
  static let all: [[UInt8]] = (0..<1000).map { number in
    let hostile = Array(HostileStrings.all[number % HostileStrings.all.count].utf8)
    let signs = steering[number % steering.count]
    return hostile + signs + Array((word + planted[number % planted.count]).utf8) + signs + forged[number % forged.count]
  }

  /// What is looked for in the log: passwords, tokens, names, remarks, and numbers that pass the eleven-test.
  static let planted = [
    "wachtwoord=Zaagsel-op-de-vloer-7", "token-Zm9vYmFyYmF6cXV4", "Yasmina Vermeulen-Toledo", "Hij had ruzie met zijn begeleider",
    "111222333", "123456782",
  ]

  private static let steering: [[UInt8]] = [
    Array("\n".utf8), Array("\r\n".utf8), Array("\u{1B}[2J\u{1B}]0;x\u{07}".utf8), Array("\u{202E}".utf8), Array("\u{2028}".utf8),
    Array("\u{85}".utf8), [0xFF, 0xFE], [0xC3], [0xED, 0xA0, 0x80], Array("\u{9B}31m".utf8), Array("\u{2066}\u{200F}".utf8),
  ]

  private static let forged = [
    Array("2026-11-20T10:00:00Z info signed_in person=ria".utf8), Array(" status=200".utf8), Array("\t\u{0B}\u{0C}".utf8),
    [0x00, 0x08, 0x7F],
  ]
}
