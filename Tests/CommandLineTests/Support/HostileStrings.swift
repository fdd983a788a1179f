/// Strings that break programs: each class of them that is known to, written out or put together by chance that can be repeated.
enum HostileStrings {
  /// Five hundred strings, no two of the same bytes; none is empty or begins or ends with white space.
  static let all: [String] = {
    var chance = SeededChance(500)
    var strings: [String] = []
    var seen: Set<[UInt8]> = []
    func add(_ text: String) {
      let isEdgy = [text.unicodeScalars.first, text.unicodeScalars.last].contains { $0.map(isBlank) ?? true }
      if !isEdgy, seen.insert(Array(text.utf8)).inserted { strings.append(text) }
    }
    for text in written + payloads { add(text) }
    while strings.count < 500 { add(made(&chance)) }
    return strings
  }()

  /// Those that XML takes in a value of one line without changing it.
  static let ofOneLine = all.filter { text in
    let scalars = Array(text.unicodeScalars)
    return !scalars.contains { $0 == "\t" || $0 == "\n" || $0 == "\r" }
      && !zip(scalars, scalars.dropFirst()).contains { $0 == " " && $1 == " " }
  }

  /// What would change the title of a page, or add an element to it, if a browser took it for more than text.
  static let payloads = [
    "<script>document.title='pwned'</script>", "<img src=x onerror=\"document.title='pwned'\">",
    "<svg onload=document.title='pwned'>", "\"><script>document.title='pwned'</script>",
    "'><img src=x onerror=document.title='pwned'>",
    "</title><script>document.title='pwned'</script>", "</style><script>document.title='pwned'</script>",
    "</th></tr></table><script>document.body.appendChild(document.createElement('pwned'))</script>",
    "<iframe srcdoc=\"<script>parent.document.title='pwned'</script>\"></iframe>",
    "<a href=javascript:document.title='pwned'>klik</a>",
    "<details open ontoggle=document.title='pwned'>", "<body onload=document.title='pwned'>", "<pwned>", "<!--<script>-->",
    "--><script>document.title='pwned'</script>", "]]><script>document.title='pwned'</script>", "<\u{301}script>",
    "\"\u{301}><pwned>",
    "'\u{200D}><pwned>", "\"\u{FE0F} onmouseover=\"document.title='pwned'", "` onload=`document.title='pwned'", "{{title}}",
    "{{{words}}}",
    "&lt;pwned&gt;", "&#60;pwned&#62;", "&amp;lt;", "&nbsp;", "&#x202E;", "&#0;", "<style>*{display:none}</style>", "<plaintext>",
    "<textarea>", "<base href=//voorbeeld.invalid>", "<meta http-equiv=refresh content=0>",
    "<noscript><p title=\"</noscript><pwned>\">",
  ]

  private static let written = [
    "=1+1", "+31612345678", "-2+3", "@SUM(A1)", "=\u{308}cmd", "+\u{301}1", "-\u{20E3}", "@\u{FE0F}", "＝1+1", "＋1", "－1", "＠A1",
    "\u{FEFF}=1", "\u{200B}=1", "\u{202E}=1", "'=1", "''-1", "'t Hart", "'\u{200D}=1", "=HYPERLINK(\"http://voorbeeld.invalid\")",
    "e\u{301}", "\u{E9}", "A\u{30A}", "\u{C5}", "\u{212B}", "\u{1E9B}\u{323}", "\u{FB01}", "fi", "\u{1100}\u{1161}", "\u{AC00}",
    "Zo\u{EB}", "Zoe\u{308}", "a\u{0300}\u{0301}\u{0302}\u{0303}\u{0304}\u{0305}", "\u{301}a", "👩‍🔧", "👨‍👩‍👧‍👦", "🏳️‍🌈", "🇳🇱", "👍🏿", "☎️",
    "\u{200D}", "\u{200C}a", "a\u{200B}b", "\u{202E}gnp.exe", "\u{2066}a\u{2069}b", "\u{200F}שלום\u{200E}", "مرحبا \u{061C}1",
    "\u{202A}x\u{202C}",
    "a\u{85}b", "a\u{2028}b", "a\u{2029}b", "a\tb", "a\nb", "a\rb", "a\r\nb", "a\u{7F}b", "a\u{9B}2Jb", "a\u{80}b", "a\u{A0}b",
    "a\u{3000}b", "\u{FEFF}a",
    "null", "NULL", "undefined", "true", "NaN", "0", "-0", "1e5", "00412", "1/0", "2026-02-30", "' or 1=1 --",
    "\"; drop table booking; --",
    "$(id)", "`id`", "%s%n", "../../geheim", "C:\\geheim", "a;b", "a,b", "a\"b", "\"a\"", "\\\"", "a\\nb", "\\u0000", "|x", "#a",
    "[1]", "(null)",
    "\u{FFFD}", "\u{1F4A9}", "\u{E000}", "\u{E0041}", "\u{10FFFD}", "𝕬", "İstanbul", "ß", "ſ", "ǅ", "漢字", "ก็", "हिन्दी", "Ⅳ", "½",
    "ﷺ", "Ω", "Ω",
  ]

  private static func made(_ chance: inout SeededChance) -> String {
    let pieces = (0..<Int.random(in: 1...6, using: &chance)).map { _ in
      let kind = classes[Int.random(in: 0..<classes.count, using: &chance)]
      return kind[Int.random(in: 0..<kind.count, using: &chance)]
    }
    return pieces.joined()
  }

  private static let classes = [
    ["a", "Sanne", "de Wit", "ij", "ÿ", "ø", "Ł"], ["\u{301}", "\u{308}", "\u{20E3}", "\u{FE0F}", "\u{323}", "\u{0E47}"],
    ["\u{200D}", "\u{200C}", "\u{200B}", "\u{2060}", "\u{AD}", "\u{FEFF}"],
    ["\u{202E}", "\u{202C}", "\u{2066}", "\u{2069}", "\u{200F}", "\u{200E}", "\u{61C}"],
    ["\t", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{7F}", "\u{9B}", "\u{90}", "\u{A0}"],
    ["=", "+", "-", "@", "＝", "＋", "－", "＠", "'"], ["<", ">", "&", "</", "<!--", "-->", "]]>", "&amp;", "<b>", "</td>"],
    ["\"", "'", "`", "“", "«", "\"\u{301}", "'\u{200D}"], ["👩", "👩‍🔧", "🏿", "🇳", "🇱", "🏴", "\u{E0067}", "\u{E007F}"],
    [";", ",", "|", "{{", "}}", "\\", "%", "$", "#", "/"], ["שלום", "مرحبا", "漢", "한", "ᄒ", "ก", "𝒳", "ﬀ"],
    [" ", "  ", ".", "0", "7"],
  ]

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }
}

extension String {
  /// The text as XML writes it, so that it comes out of a reader as it is.
  var inXML: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;".unicodeScalars
      case "<": result += "&lt;".unicodeScalars
      case ">": result += "&gt;".unicodeScalars
      case "\"": result += "&quot;".unicodeScalars
      case "\r": result += "&#13;".unicodeScalars
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The text as a field of a CSV file.
  var inCSV: String {
    var result = "\"".unicodeScalars
    for scalar in unicodeScalars { result.append(contentsOf: scalar == "\"" ? [scalar, scalar] : [scalar]) }
    return String(result) + "\""
  }
}

extension Unicode.Scalar {
  /// Whether it moves a cursor, turns the direction of reading or ends a line.
  var steers: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    case 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: false
    }
  }
}
