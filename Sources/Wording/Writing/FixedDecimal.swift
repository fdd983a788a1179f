/// A number with a fixed count of decimals, kept whole so that it is written the same everywhere.
public struct FixedDecimal: Hashable, Sendable {
  /// The number in units of its last decimal: 4444 for 0.4444.
  public let units: Int
  /// How many decimals it has, 0 to 9.
  public let digits: Int

  /// The nearest number with so many decimals; halves go away from zero, and what is no number becomes 0.
  public init(_ value: Double, digits: Int) {
    let digits = min(max(digits, 0), 9)
    let scaled = (0..<digits).reduce(value) { scaled, _ in scaled * 10 }.rounded()
    units = abs(scaled) < 1e15 ? Int(scaled) : 0
    self.digits = digits
  }

  /// The number itself, the nearest that a machine can hold.
  public var value: Double { Double(units) / (0..<digits).reduce(1) { power, _ in power * 10 } }

  /// The number with this decimal sign: `0,4444`.
  public func text(sign: String) -> String {
    let figures = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, digits + 1 - figures.utf8.count)) + figures
    let whole = String(padded.dropLast(digits)), decimals = String(padded.suffix(digits))
    return (units < 0 ? "-" : "") + whole + (digits == 0 ? "" : sign + decimals)
  }
}

extension Texts {
  /// A number as people write it, with a decimal comma in Dutch.
  public func number(_ value: FixedDecimal) -> String { value.text(sign: say("number.decimal_sign")) }

  /// A share of 0 to 1 in whole percents: `44%`.
  public func percentage(_ share: Double) -> String {
    say("number.percentage", ["percents": FixedDecimal(share * 100, digits: 0).text(sign: "")])
  }
}
