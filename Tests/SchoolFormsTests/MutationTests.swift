import CompetencyCore
import SchoolForms
import Testing

/// Files that were damaged by chance, the same chance in every run.
struct MutationTests {
  private static let count = 2000

  @Test func `a damaged file is read or refused, and what is told of it can be shown`() throws {
    let reader = try FormReader(dialects: SampleDialect.dialects(SampleDialect.text))
    let originals = [
      Array(SampleMessage.text(SampleMessage.form("F-1") + SampleMessage.form("F-2")).utf8), Array(SampleDialect.form.utf8),
      utf16(SampleMessage.text(declaration: "<?xml version='1.0'?>"), bigEndian: false),
    ]
    for original in originals {
      guard case .read = reader.read(original, file: "f.xml", nineDigitSenders: { _ in false }) else {
        Issue.record("an original is refused")
        return
      }
    }
    var chance = Chance(state: 2000)
    var (read, refused) = (0, 0)
    for number in 0..<Self.count {
      var bytes = originals[number % originals.count]
      for _ in 0..<Int.random(in: 1...4, using: &chance) { mutate(&bytes, by: &chance) }
      switch reader.read(bytes, file: "f.xml", nineDigitSenders: { _ in false }) {
      case .read(let message, let warnings):
        read += 1
        #expect(!message.forms.isEmpty)
        warnings.forEach { expectShowable($0, number) }
      case .refused(let problems):
        refused += 1
        #expect(!problems.isEmpty, "mutation \(number)")
        problems.forEach { expectShowable($0, number) }
      }
    }
    // Chance that only ever breaks files, or never does, would show little.
    #expect(read > Self.count / 100)
    #expect(refused > Self.count / 2)
  }

  private func expectShowable(_ problem: Problem, _ number: Int) {
    // Names and lists of words are longer than values, and a reason is the dialect's own words; values are quoted at twenty signs.
    let isLong = [
      "element", "parent", "tag", "found", "attribute", "name", "allowed", "expected", "before", "list", "prefix", "first",
      "reason", "namespace",
    ]
    for (name, value) in problem.values {
      let scalars = value.unicodeScalars
      let steers = scalars.contains {
        $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0.properties.generalCategory == .format
      }
      #expect(!steers, "mutation \(number): \(problem)")
      #expect(scalars.count <= (isLong.contains(name) ? 80 : 20), "mutation \(number): \(name) of \(problem)")
    }
    let path = problem.place?.path.unicodeScalars
    #expect(path?.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) } != true, "mutation \(number)")
  }

  private func mutate(_ bytes: inout [UInt8], by chance: inout Chance) {
    guard bytes.count > 8 else { return }
    let first = Int.random(in: 0..<bytes.count - 4, using: &chance)
    let end = min(bytes.count, first + Int.random(in: 1...200, using: &chance))
    switch Int.random(in: 0..<7, using: &chance) {
    case 0: bytes[first] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
    case 1: bytes[first] = UInt8.random(in: 0...255, using: &chance)
    case 2: bytes.removeSubrange(first..<end)
    case 3: bytes.insert(contentsOf: bytes[first..<end], at: Int.random(in: 0..<bytes.count, using: &chance))
    case 4: bytes.removeLast(bytes.count - first)
    case 5: swapTags(&bytes, by: &chance)
    default:
      let pieces = ["<", "&", "\"", "]]>", "<!--", "\u{202E}", "<a>", "<![CDATA[", "&#27;", "\u{1B}", " x='1'", "-"]
      let piece = pieces[Int.random(in: 0..<pieces.count, using: &chance)]
      bytes.insert(contentsOf: piece.utf8, at: first)
    }
  }

  private func swapTags(_ bytes: inout [UInt8], by chance: inout Chance) {
    let starts = bytes.indices.filter { bytes[$0] == UInt8(ascii: "<") }
    guard starts.count > 4 else { return }
    let index = Int.random(in: 0..<starts.count - 3, using: &chance)
    let (left, right) = (bytes[starts[index]..<starts[index + 1]], bytes[starts[index + 1]..<starts[index + 2]])
    bytes.replaceSubrange(starts[index]..<starts[index + 2], with: Array(right) + Array(left))
  }
}

/// Chance that can be repeated (SplitMix64).
private struct Chance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
