import Testing

extension Browser {
  /// Keys by the names that the protocol gives them.
  enum Key {
    case control, home, end, left, right, up, down, enter, escape, tab, sign(String)
    var text: String {
      switch self {
      case .control: "\u{E009}"
      case .home: "\u{E011}"
      case .end: "\u{E010}"
      case .left: "\u{E012}"
      case .up: "\u{E013}"
      case .right: "\u{E014}"
      case .down: "\u{E015}"
      case .enter: "\u{E007}"
      case .escape: "\u{E00C}"
      case .tab: "\u{E004}"
      case .sign(let text): text
      }
    }
  }

  /// Presses keys together, and lets them go the other way round.
  func press(_ keys: Key...) throws {
    let down = keys.map { ["type": "keyDown", "value": $0.text] }
    let up = keys.reversed().map { ["type": "keyUp", "value": $0.text] }
    let actions: [String: Any] = ["actions": [["type": "key", "id": "keys", "actions": down + up] as [String: Any]]]
    _ = try command("POST", "/actions", actions)
  }

  func press(_ sign: String) throws { try press(.sign(sign)) }
  func press(_ key: Key, _ sign: String) throws { try press(key, .sign(sign)) }

  /// Types, one sign after the other, where the keys go.
  func press(text: String) throws { try press(oneByOne: text.map { .sign(String($0)) }) }

  /// Presses keys one after the other, all in one message to the browser.
  func press(oneByOne keys: [Key]) throws {
    let presses = keys.flatMap { key in ["keyDown", "keyUp"].map { ["type": $0, "value": key.text] } }
    _ = try command("POST", "/actions", ["actions": [["type": "key", "id": "keys", "actions": presses] as [String: Any]]])
  }

  /// Presses Tab until the keys go to what a selector of CSS means; of a group of radio buttons that is one of them.
  func tab(to selector: String, _ location: SourceLocation = #_sourceLocation) throws {
    for _ in 0..<150 {
      try press(.tab)
      if try run("return document.activeElement.matches(arguments[0])", [selector]) as? Bool == true { return }
    }
    Issue.record("Tab does not reach \(selector) on \(try url)", sourceLocation: location)
  }
}
