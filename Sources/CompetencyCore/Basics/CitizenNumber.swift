/// Guards against the citizen service number (BSN), which has no place here: a leerbedrijf needs a law to hold it
/// (UAVG article 46), and no law gives it for this.
public enum CitizenNumber {
  /// Whether a text holds nine digits that pass the eleven-test, also with dots, spaces or hyphens between them.
  public static func isLikely(_ text: String) -> Bool {
    var digits: [Int] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(Int(byte - UInt8(ascii: "0")))
      case UInt8(ascii: "."), UInt8(ascii: " "), UInt8(ascii: "-"): continue
      default: return false
      }
    }
    guard digits.count == 9, digits.contains(where: { $0 != 0 }) else { return false }
    // The eleven-test of the BSN: 9a+8b+7c+6d+5e+4f+3g+2h−i is a multiple of eleven.
    let sum = zip(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]).reduce(0) { $0 + $1.0 * $1.1 }
    return sum % 11 == 0
  }
}
