import Testing

/// Somebody at a browser whose taps and typed signs are counted.
final class CountedHand {
  let browser: Browser
  private(set) var taps = 0
  private(set) var signs = 0

  init(_ browser: Browser) { self.browser = browser }

  /// Taps or clicks the first that a selector finds.
  func tap(_ selector: String) throws {
    try browser.click(selector)
    taps += 1
  }

  func type(_ text: String, into selector: String) throws {
    try browser.type(text, into: selector)
    signs += text.unicodeScalars.count
  }

  /// Counts from nothing again.
  func startCounting() { (taps, signs) = (0, 0) }
}
