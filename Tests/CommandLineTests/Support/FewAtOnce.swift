import Testing

/// Lets few tests run at once of those that serve a site: a test that waits for an answer lets the next one begin, and all of
/// them together would have more servers, browsers and open files than a machine allows.
struct FewAtOnce: SuiteTrait, TestTrait, TestScoping {
  private static let gate = Gate(places: 3)

  let isRecursive = true

  func provideScope(for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void) async throws {
    guard testCase != nil else { return try await function() }
    await Self.gate.enter()
    do {
      try await function()
      await Self.gate.leave()
    } catch {
      await Self.gate.leave()
      throw error
    }
  }
}

extension Trait where Self == FewAtOnce {
  /// Few tests at once of those that serve a site.
  static var fewAtOnce: FewAtOnce { FewAtOnce() }
}

/// Places for so many at once; who comes first goes first.
private actor Gate {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(places: Int) { free = places }

  func enter() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func leave() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
