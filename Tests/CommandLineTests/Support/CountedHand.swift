import Testing

/// Somebody at a browser, whose taps and typed characters are counted.
final class CountedHand {
  let browser: Browser
  private(set) var taps = 0
  private(set) var characters = 0

  init(_ browser: Browser) { self.browser = browser }

  /// Taps or clicks; the browser refuses what cannot be reached.
  func tap(_ selector: String) throws {
    try browser.click(selector)
    taps += 1
  }

  /// Types into a field, which takes a tap first.
  func type(_ text: String, into selector: String) throws {
    try browser.type(text, into: selector)
    taps += 1
    characters += text.unicodeScalars.count
  }

  /// Chooses a day, which is typed as eight digits; how a browser takes them depends on the language of its machine.
  func choose(day: String, in selector: String) throws {
    try browser.run("document.querySelector(arguments[0]).value = arguments[1]", [selector, day])
    taps += 1
    characters += 8
  }

  /// Begins to count anew.
  func startCounting() { (taps, characters) = (0, 0) }
}
