/// Numbers that are the same for the same seed on every machine (SplitMix64: Steele, Lea and Flood, 2014).
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A stream of its own for one thing of many, so that each can be made without the others.
  init(seed: UInt64, stream: UInt64, number: Int) {
    var mixer = SplitMix64(seed: seed &+ stream &* 0xD1B5_4A32_D192_ED03)
    self.init(seed: mixer.next() ^ (UInt64(number) &* 0x9E37_79B9_7F4A_7C15))
    state = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to `limit`.
  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  mutating func chance(percent: Int) -> Bool { below(100) < percent }

  mutating func one<Element>(of list: [Element]) -> Element { list[below(list.count)] }
}
