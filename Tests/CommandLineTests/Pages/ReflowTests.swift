import Foundation
import Testing

/// Each page on narrow screens, and on a desk's at which everything is twice as large: nothing is read by moving it sideways.
@Suite(.serialized, .fewAtOnce) struct ReflowTests {
  @Test func `no page is wider than a screen of 320 px, a tablet, or a desk at 200 percent, and no text is cut off`() throws {
    let site = try ServedSite(try PagesOfPeople.desk())
    let browser = try Browser(.desk, in: site.desk)
    try PagesOfPeople.open(browser, at: site) { person, path in
      // A desk of 1280 px at 200 percent has room for 640.
      for (width, ratio) in [(320, 1), (640, 2), (768, 1)] {
        try browser.tell(
          "Emulation.setDeviceMetricsOverride",
          ["width": width, "height": 640, "deviceScaleFactor": ratio, "mobile": false] as [String: Any])
        let found = try #require(try browser.run(Self.tooWide, [width]) as? [String])
        #expect(found == [], "\(path) of \(person) at \(width) px")
      }
      try browser.tell("Emulation.clearDeviceMetricsOverride", [:])
    }
    try browser.close()
  }

  /// What is wider than the screen or than what it stands in. A box that scrolls by itself may hold more, and what is only for
  /// who hears the page is no wider than a point.
  private static let tooWide = """
    const root = document.documentElement, found = [];
    if (root.clientWidth !== arguments[0]) found.push('the screen is ' + root.clientWidth);
    if (root.scrollWidth > root.clientWidth) found.push('the page is ' + root.scrollWidth + ' wide');
    const overflow = (one) => getComputedStyle(one).overflowX;
    const isWithinScroll = (one) => one !== null && (['auto', 'scroll'].includes(overflow(one)) || isWithinScroll(one.parentElement));
    for (const one of document.querySelectorAll('main *, nav *, footer *')) {
      if (!one.checkVisibility() || one.closest('.sr, svg, option')) continue;
      const box = one.getBoundingClientRect();
      const isCut = ['hidden', 'clip'].includes(overflow(one)) && one.textContent.trim() !== ''
        && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
      const isOutside = box.width > 1 && (box.right > root.clientWidth + 1 || box.left < -1) && !isWithinScroll(one);
      if (isCut || isOutside) found.push(one.outerHTML.slice(0, 120));
    }
    return found;
    """
}
