import Foundation
import Testing

/// The pages by keys alone: Tab comes to everything that can be used, and one sees where one is.
@Suite(.serialized, .fewAtOnce) struct KeyboardTests {
  @Test func `Tab comes to every link, button and field in the order of the page, and one sees where it is`() throws {
    let site = try ServedSite(try PagesOfPeople.desk())
    let browser = try Browser(.desk, in: site.desk)
    try PagesOfPeople.open(browser, at: site) { person, path in
      let counted = try #require(try browser.run(Self.watch) as? [Int])
      let (stops, parts) = (counted[0], counted[1])
      #expect(stops > 0, "nothing on \(path) can be used")
      try browser.press(oneByOne: Array(repeating: .tab, count: stops + parts))
      let walk = try #require(try browser.run("return window.walked") as? [String: [String]])
      #expect(walk["missed"] == [], "Tab does not come there: \(path) of \(person)")
      #expect(walk["disordered"] == [], "Tab comes there out of order: \(path) of \(person)")
      #expect(walk["unmarked"] == [], "one does not see that Tab is there: \(path) of \(person)")
      #expect(walk["covered"] == [], "something stands over it: \(path) of \(person)")
    }
    try browser.close()
  }

  /// Numbers what can be used, in the order of the page, and from then on writes down where the keys come. The answer is how many
  /// stops there are, and how many more a field for a day or a time has within it.
  private static let watch = """
    const kinds = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]';
    const all = [...document.querySelectorAll(kinds)].filter(one =>
      one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0);
    const group = (one) => all.filter(other => other.type === 'radio' && other.name === one.name && other.form === one.form);
    // Of buttons of which one is chosen, Tab comes to the chosen one or else the first; arrows go on from there.
    const stops = all.filter(one => one.type !== 'radio' || one === (group(one).find(other => other.checked) ?? group(one)[0]));
    stops.forEach((one, place) => { one.dataset.stop = place; });
    const name = (one) => one.cloneNode().outerHTML.slice(0, 120) + one.textContent.trim().slice(0, 30);
    // What is drawn of it: a choice that is a field without a look of its own is drawn as its label.
    const drawn = (one) => getComputedStyle(one).opacity === '0' ? one.labels[0] : one;
    const look = (one) => { const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(drawn(one)); return [outlineStyle, outlineWidth, outlineColor].join(' '); };
    const plain = new Map(stops.map(one => [one, look(one)]));
    const walked = { missed: stops.map(name), disordered: [], unmarked: [], covered: [] };
    window.walked = walked;
    let left = new Set(stops), last = -1;
    document.addEventListener('focusin', ({ target: one }) => {
      if (!left.delete(one)) return;
      walked.missed = [...left].map(name);
      if (Number(one.dataset.stop) < last) walked.disordered.push(name(one));
      last = Number(one.dataset.stop);
      const style = getComputedStyle(drawn(one));
      if (look(one) === plain.get(one) || style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) walked.unmarked.push(name(one));
    });
    // Before the keys go on, where they are has come to rest.
    document.addEventListener('keydown', ({ target: one }) => {
      if (one.dataset.stop === undefined) return;
      const [box] = drawn(one).getClientRects(), x = box.left + box.width / 2, y = box.top + box.height / 2;
      const top = document.elementFromPoint(x, y), isSmall = box.height < innerHeight / 2;
      if (isSmall && (top === null || !(drawn(one).contains(top) || top.contains(drawn(one))))) walked.covered.push(name(one));
    }, true);
    return [stops.length, 4 * stops.filter(one => ['date', 'time'].includes(one.type)).length];
    """
}
