import Foundation

/// The oldest versions of what the program stands on, as `.ci/floors` tells them.
struct Floors {
  /// What one line says.
  struct Floor {
    enum Kind: String { case swift, debian }
    let kind: Kind
    let name, oldest, reason: String
  }

  let all: [Floor]

  /// A line that is no floor, or that says no reason, is not passed over.
  struct Unreadable: Error { let line: String }

  init(_ text: String) throws {
    all = try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let parts = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: true)
      guard parts.count == 4, let kind = Floor.Kind(rawValue: String(parts[0])) else { throw Unreadable(line: String(line)) }
      return Floor(kind: kind, name: String(parts[1]), oldest: String(parts[2]), reason: String(parts[3].drop { $0 == " " }))
    }
  }

  /// The floors that a version is below, or that have none, each in a sentence.
  func broken(_ version: (Floor) throws -> String?) rethrows -> [String] {
    try all.compactMap { floor in
      guard let found = try version(floor) else { return "\(floor.name) is not there" }
      let isOlder =
        switch floor.kind {
        case .swift: Self.isOlder(found, than: floor.oldest)
        case .debian: Self.isOlderInDebian(found, than: floor.oldest)
        }
      return isOlder ? "\(floor.name) \(found) is older than \(floor.oldest): \(floor.reason)" : nil
    }
  }

  /// By numbers: 2.9.0 is older than 2.100.0.
  private static func isOlder(_ one: String, than other: String) -> Bool {
    let numbers = { (text: String) in text.split(separator: ".").map { Int($0) ?? -1 } }
    return numbers(one).lexicographicallyPrecedes(numbers(other))
  }

  /// By Debian's own rules, in which `~` comes before everything.
  private static func isOlderInDebian(_ one: String, than other: String) -> Bool {
    let asking = Process()
    asking.executableURL = URL(fileURLWithPath: "/usr/bin/dpkg")
    asking.arguments = ["--compare-versions", one, "lt", other]
    guard (try? asking.run()) != nil else { return true }
    asking.waitUntilExit()
    return asking.terminationStatus == 0
  }
}
