import Foundation
import Testing

/// Ticking without a connection, in a real browser: the server is stopped, which no part of a browser can get around.
@Suite(.serialized, .fewAtOnce) struct OfflineTests {
  private static let sheet = "/trainee/t-014/afvinken"

  @Test func `three ticks outlive a closed browser: two are saved, and of the one that changed meanwhile both are shown`() throws
  {
    let site = try ServedSite.samples("mo")
    var phone = try Browser(.phone, in: site.desk)
    try phone.signIn("mo", at: site)
    try phone.waitForSheets(["/trainee/t-012/afvinken", "/trainee/t-014/afvinken"])
    let count = try site.desk.bookings().count
    try site.stop()
    try phone.open(site.origin + Self.sheet)
    #expect(try phone.text("main").contains("Geen verbinding. Dit is de stand van"))
    let tasks = try phone.tick(3, at: "nog_niet", to: "beheerst")
    try phone.waitForText("Geen verbinding. 3 wijzigingen staan op dit toestel.")
    try phone.close()
    try site.desk.run("matrix set t-014 \(tasks[0])=aangeleerd --by ineke")
    phone = try Browser(.phone, in: site.desk)
    try phone.open(site.origin + "/")
    try phone.waitForText("3 wijzigingen staan op dit toestel.")
    try phone.open(site.origin + Self.sheet)
    try phone.waitForText("Geen verbinding. 3 wijzigingen staan op dit toestel.")
    #expect(try phone.chosen(tasks[1]) == "beheerst")

    try site.startAgain()
    try phone.signIn("mo", at: site)
    try phone.waitForText("2 wijzigingen van ")
    let told = try phone.text("main")
    #expect(told.contains("1 wijziging wacht op jouw keuze."))
    #expect(told.contains("Ineke Bos heeft deze taak op") && told.contains("Jij koos ● beheerst. Welke klopt?"))
    #expect(try site.level(tasks[0]) == "aangeleerd")
    for task in tasks[1...] { #expect(try site.level(task) == "beheerst") }
    // Ineke's booking and one of each tick that was saved.
    #expect(try site.desk.bookings().count == count + 3)
    try phone.open(site.origin + Self.sheet)
    try phone.waitForText("1 wijziging wacht op jouw keuze.")
    #expect(try site.desk.bookings().count == count + 3)
    try phone.click("#toestel .two button:last-child")
    try phone.waitForText("Alles is verstuurd. 1 wijziging van ")
    #expect(try site.level(tasks[0]) == "beheerst")
    #expect(try site.desk.bookings().count == count + 4)
    #expect(try phone.waiting() == 0)
    try phone.close()
  }

  @Test func `a sheet that stood open when the connection went keeps what is ticked, and a wrong tick is put right`() throws {
    let site = try ServedSite.samples("mo")
    let phone = try Browser(.phone, in: site.desk)
    try phone.signIn("mo", at: site)
    try phone.waitForSheets([Self.sheet])
    try phone.open(site.origin + Self.sheet + "?alle")
    try site.stop()
    let tasks = try phone.tick(2, at: "nog_niet", to: "beheerst")
    try phone.waitForText("Geen verbinding. 2 wijzigingen staan op dit toestel.")
    // One was meant to be lower, and the other not to change at all.
    try phone.choose("aangeleerd", of: tasks[0])
    try phone.choose("nog_niet", of: tasks[1])
    try phone.click("form.ticks .bar button")
    try phone.waitForText("Geen verbinding. 1 wijziging staat op dit toestel.")
    try site.startAgain()
    // Whoever stopped the server signed everybody out.
    try phone.click("#toestel button")
    try phone.waitForText("1 wijziging staat op dit toestel. Wie die maakte, moet zich aanmelden om die te versturen.")
    let count = try site.desk.bookings().count
    try phone.signIn("mo", at: site)
    try phone.waitForText("Alles is verstuurd. 1 wijziging van ")
    #expect(try site.level(tasks[0]) == "aangeleerd")
    #expect(try site.level(tasks[1]) == "nog_niet")
    #expect(try site.desk.bookings().count == count + 1)
    try phone.close()
  }

  @Test func `a sheet that stood open when the session ended keeps what is ticked for who signs in again`() throws {
    let site = try ServedSite.samples("mo")
    let phone = try Browser(.phone, in: site.desk)
    try phone.signIn("mo", at: site)
    try phone.waitForSheets([Self.sheet])
    try phone.open(site.origin + Self.sheet + "?alle")
    try site.stop()
    try site.startAgain()
    let task = try phone.tick(1, at: "nog_niet", to: "aangeleerd")[0]
    try phone.waitForText("1 wijziging staat op dit toestel. Wie die maakte, moet zich aanmelden om die te versturen.")
    #expect(try site.level(task) == "nog_niet")
    try phone.signIn("mo", at: site)
    try phone.waitForText("Alles is verstuurd. 1 wijziging van ")
    #expect(try site.level(task) == "aangeleerd")
    try phone.close()
  }

  @Test func `what Mo ticked is not sent when Ineke signs in on his device, and Ineke is not shown Mo's sheets`() throws {
    let site = try ServedSite.samples("mo", "hatice")
    let phone = try Browser(.phone, in: site.desk)
    try phone.signIn("mo", at: site)
    try phone.waitForSheets([Self.sheet])
    try site.stop()
    try phone.open(site.origin + Self.sheet)
    let task = try phone.tick(1, at: "nog_niet", to: "aangeleerd")[0]
    try phone.waitForText("1 wijziging staat op dit toestel.")
    try site.startAgain()
    try phone.signIn("hatice", at: site)
    try phone.waitForText("1 wijziging staat op dit toestel. Wie die maakte, moet zich aanmelden")
    try phone.waitForSheets(["/trainee/t-009/afvinken"])
    #expect(try !phone.sheets().contains(Self.sheet))
    #expect(try site.level(task) == "nog_niet")
    // Leaving clears away what is one's own, not what waits for somebody else.
    try phone.click("form[action='/afmelden'] button")
    try phone.waitForText("Meld aan")
    #expect(try phone.sheets() == [])
    try phone.signIn("mo", at: site)
    try phone.waitForText("Alles is verstuurd. 1 wijziging van ")
    #expect(try site.level(task) == "aangeleerd")
    try phone.close()
  }

  @Test func `a device keeps sheets to tick on and how they look, and nothing of a conversation or an agreement`() throws {
    let site = try ServedSite.samples("mo")
    let plan = try site.desk.run("conversation plan t-014 --on \(Day.fromToday(7)) --by mo --json").text
    let conversation = try #require(plan.firstMatch(of: /c-\d+\.\d+/)).output
    let phone = try Browser(.phone, in: site.desk)
    try phone.signIn("mo", at: site)
    try phone.waitForSheets([Self.sheet])
    try phone.open(site.origin + "/afspraken?bij=t-014")
    #expect(try phone.text("main").contains("Lasmap bijwerken."))
    for path in [
      "/gesprek/\(conversation)/voorbereiden", "/trainee/t-014", "/trainee/t-014/taak/LAS-02", "/team", "/postvak", Self.sheet,
    ] {
      try phone.open(site.origin + path)
      try phone.waitForWorker()
    }
    let kept = try phone.kept()
    let allowed = /^\/(trainee\/t-0\d\d\/afvinken|stijl\.css\?v=\w+|vakmatrix\.js\?v=\w+|zonder-verbinding)$/
    #expect(kept.count > 4)
    for (path, text) in kept {
      #expect(path.wholeMatch(of: allowed) != nil, "\(path)")
      for word in ["Lasmap", "Wat ging er goed", "name=\"bewijs\""] { #expect(!text.contains(word), "\(word) in \(path)") }
    }
    // Nothing stands in any other place that a browser has.
    let places = "return [localStorage.length, sessionStorage.length, document.cookie]"
    #expect(try phone.run(places) as? [AnyHashable] == [0, 0, ""])
    try phone.close()
  }

  @Test func `signing out clears the device, and asks first when something was not sent`() throws {
    let site = try ServedSite.samples("mo")
    try site.desk.run("matrix set t-014 LAS-05=aangeleerd --by ineke")
    let phone = try Browser(.phone, in: site.desk)
    try phone.signIn("mo", at: site)
    try phone.waitForSheets([Self.sheet])
    let tick = ["id": "0123456789", "person": "mo", "path": Self.sheet, "task": "LAS-05", "base": "nog_niet", "word": "beheerst"]
    try phone.put(tick, daysAgo: 1)
    let count = try site.desk.bookings().count
    try phone.open(site.origin + "/")
    try phone.waitForText("1 wijziging wacht op jouw keuze.")
    try phone.click("form[action='/afmelden'] button")
    try phone.waitForText("Als je je nu afmeldt, is die weg.")
    #expect(try phone.waiting() == 1)
    try phone.click("#toestel > p:last-child button")
    try phone.waitForText("Meld aan")
    #expect(try phone.kept().isEmpty)
    let worker = try phone.wait(for: "navigator.serviceWorker.getRegistrations().then(all => arguments[0](all.length))")
    #expect(worker as? Int == 0)
    #expect(try phone.waiting() == 0)
    #expect(try site.desk.bookings().count == count)
    try phone.close()
  }

  @Test func `what was ticked yesterday is booked with yesterday as the day on which it was seen`() throws {
    let site = try ServedSite.samples("mo")
    let phone = try Browser(.phone, in: site.desk)
    try phone.signIn("mo", at: site)
    try phone.waitForSheets([Self.sheet])
    let tick = ["id": "0123456789", "person": "mo", "path": Self.sheet, "task": "LAS-03", "base": "nog_niet", "word": "beheerst"]
    try phone.put(tick, daysAgo: 1)
    try phone.open(site.origin + "/")
    try phone.waitForText("Alles is verstuurd. 1 wijziging van ")
    let cells = try site.desk.run("matrix show t-014 --json").text.split(separator: "{")
    let cell = try #require(cells.first { $0.contains("\"LAS-03\"") })
    #expect(cell.contains("\"beheerstOn\":\"\(Day.fromToday(-1))\""))
    try phone.close()
  }

  @Test func `after seven days a tick and a sheet are gone from the device`() throws {
    let site = try ServedSite.samples("mo")
    let phone = try Browser(.phone, in: site.desk)
    try phone.signIn("mo", at: site)
    try phone.waitForSheets([Self.sheet])
    try site.stop()
    for (task, days) in [("LAS-02", 8.0), ("LAS-03", 6.0)] {
      try phone.put(
        ["id": task, "person": "mo", "path": Self.sheet, "task": task, "base": "nog_niet", "word": "aangeleerd"], daysAgo: days)
    }
    try phone.makeOlder(Self.sheet, days: 8)
    try phone.open(site.origin + Self.sheet)
    try phone.waitForText("1 wijziging staat op dit toestel.")
    #expect(try phone.text("h1") == "Geen verbinding")
    #expect(try phone.waiting() == 1)
    #expect(try !phone.sheets().contains(Self.sheet))
    try phone.close()
  }
}

extension Browser {
  /// Chooses a level for so many tasks of the open sheet that need no promise, and saves; the codes of the tasks.
  fileprivate func tick(_ count: Int, at level: String, to word: String) throws -> [String] {
    let script = """
      const sheets = [...document.querySelectorAll("fieldset.tick")].filter(one => !one.querySelector(".seen")
        && one.querySelector("input[type=hidden]").value === arguments[0]).slice(0, arguments[2]);
      return sheets.map(one => { one.querySelector(`input[value=${arguments[1]}]`).click(); return one.querySelector("input").name.slice(4); });
      """
    let tasks = try run(script, [level, word, count]) as? [String] ?? []
    try #require(tasks.count == count)
    try click("form.ticks .bar button")
    return tasks
  }

  /// Chooses a level for a task of the open sheet.
  fileprivate func choose(_ word: String, of task: String) throws {
    try run("document.querySelector(`input[name='taak.${arguments[0]}'][value=${arguments[1]}]`).click()", [task, word])
  }

  /// What is chosen of a task on the open sheet.
  fileprivate func chosen(_ task: String) throws -> String? {
    try run("return document.querySelector('form.ticks').elements['taak.' + arguments[0]].value", [task]) as? String
  }

  fileprivate func waitForSheets(_ paths: [String], _ location: SourceLocation = #_sourceLocation) throws {
    for _ in 0..<400 {
      if try Set(paths).isSubset(of: sheets()) { return }
      usleep(50_000)
    }
    Issue.record("\(paths) are not kept: \(try sheets())", sourceLocation: location)
  }

  /// Asks the worker something, so that all that it was told before is done.
  fileprivate func waitForWorker() throws {
    _ = try wait(
      for: """
        const {port1, port2} = new MessageChannel(); port1.onmessage = () => arguments[0](true);
        navigator.serviceWorker.ready.then(found => found.active.postMessage({act: "look"}, [port2]));
        """)
  }

  /// The sheets that are kept.
  fileprivate func sheets() throws -> Set<String> { Set(try kept().map(\.path).filter { $0.hasSuffix("/afvinken") }) }

  /// All that is kept, by address, whatever its name.
  fileprivate func kept() throws -> [(path: String, text: String)] {
    let script = """
      const done = arguments[0];
      (async () => {
        const found = [];
        for (const name of await caches.keys()) {
          const cache = await caches.open(name);
          for (const request of await cache.keys()) {
            found.push([request.url.slice(location.origin.length), await (await cache.match(request)).text()]);
          }
        }
        return found;
      })().then(done, () => done([]));
      """
    return (try wait(for: script) as? [[String]] ?? []).map { ($0[0], $0[1]) }
  }

  /// How many ticks wait on the device.
  fileprivate func waiting() throws -> Int? { try ticks("getAll()", "result.length") as? Int }

  /// Puts a tick on the device as it would have been made some days ago.
  fileprivate func put(_ tick: [String: String], daysAgo days: Double) throws {
    var all = tick as [String: Any]
    all["day"] = Day.fromToday(-Int(days))
    all["at"] = (Date().timeIntervalSince1970 - days * 86_400) * 1000
    let text = String(decoding: try JSONSerialization.data(withJSONObject: all), as: UTF8.self)
    _ = try ticks("add(\(text))", "true")
  }

  private func ticks(_ call: String, _ answer: String) throws -> Any {
    try wait(
      for: """
        const done = arguments[0], asked = indexedDB.open("vakmatrix", 1);
        asked.onupgradeneeded = () => asked.result.createObjectStore("ticks", {keyPath: "place", autoIncrement: true});
        asked.onsuccess = () => {
          const request = asked.result.transaction("ticks", "readwrite").objectStore("ticks").\(call);
          request.onsuccess = () => { const result = request.result; asked.result.close(); done(\(answer)); };
        };
        """)
  }

  /// Makes a kept sheet as old as this.
  fileprivate func makeOlder(_ path: String, days: Int) throws {
    _ = try wait(
      for: """
        const [path, days, done] = arguments;
        (async () => {
          const cache = await caches.open("vakmatrix"), kept = await cache.match(path), headers = new Headers(kept.headers);
          headers.set("X-Since", String(Date.now() - days * 86400000));
          await cache.put(path, new Response(await kept.text(), {headers}));
        })().then(done);
        """, [path, days])
  }
}
