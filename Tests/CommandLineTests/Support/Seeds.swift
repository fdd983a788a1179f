import Foundation

/// Where chance comes from: a new seed each run, printed, so that `VAKMATRIX_TEST_SEED` can repeat it.
enum Seeds {
  static let first: UInt64 = {
    let given = ProcessInfo.processInfo.environment["VAKMATRIX_TEST_SEED"].flatMap(UInt64.init)
    let seed = given ?? UInt64.random(in: 0..<1_000_000)
    print("VAKMATRIX_TEST_SEED=\(seed)")
    return seed
  }()

  static let ten = (0..<10).map { first + $0 }
}

/// Chance that can be repeated (SplitMix64).
struct SeededChance: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
