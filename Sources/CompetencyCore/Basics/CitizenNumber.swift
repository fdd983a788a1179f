/// The burgerservicenummer, also called PGN and onderwijsnummer in schools: nine digits that pass the eleven-test.
///
/// Outside government it may be used only where a law says so (UAVG art. 46), and for progress in a craft none does.
public enum CitizenNumber {
  /// Whether a value is one as a whole, also with signs such as dots, spaces and hyphens between its digits.
  public static func isWhole(_ value: String) -> Bool {
    var digits: [Int] = []
    for scalar in value.unicodeScalars {
      if let digit = digit(scalar) {
        digits.append(digit)
        if digits.count > 9 { return false }
      } else if scalar.properties.isAlphabetic {
        return false
      }
    }
    return passesElevenTest(digits)
  }

  /// Whether one stands anywhere in a text: nine digits on end, or nine with at most one sign between two of them.
  public static func occurs(in text: String) -> Bool {
    var onEnd: [Int] = []
    var joined: [Int] = []
    var separators = 0
    for scalar in text.unicodeScalars {
      if let digit = digit(scalar) {
        if separators > 1 { if passesElevenTest(joined) { return true } else { joined = [] } }
        onEnd.append(digit)
        joined.append(digit)
        separators = 0
      } else {
        if passesElevenTest(onEnd) { return true }
        onEnd = []
        separators += scalar.properties.isAlphabetic ? 2 : 1
      }
    }
    return passesElevenTest(onEnd) || passesElevenTest(joined)
  }

  /// 9·a + 8·b + … + 2·h − i is a multiple of eleven; nine zeros are nobody's number.
  private static func passesElevenTest(_ digits: [Int]) -> Bool {
    guard digits.count == 9, digits.contains(where: { $0 != 0 }) else { return false }
    let sum = (0..<8).reduce(0) { $0 + (9 - $1) * digits[$1] } - digits[8]
    return sum % 11 == 0
  }

  /// The value of a digit of any script.
  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    if scalar.value < 0x80 { return (0x30...0x39).contains(scalar.value) ? Int(scalar.value) - 0x30 : nil }
    guard scalar.properties.generalCategory == .decimalNumber else { return nil }
    return scalar.properties.numericValue.map { Int($0) }
  }
}
