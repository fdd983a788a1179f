public import CompetencyCore

/// A JSON document in the making; members keep the order in which they were given.
public indirect enum JSONValue: Sendable {
  case object([(key: String, value: JSONValue)])
  case array([JSONValue])
  case string(String)
  case int(Int)
  case decimal(FixedDecimal)
  case bool(Bool)
  case null
}

extension JSONValue {
  /// A string, or null when there is none.
  public static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  /// A day in ISO 8601, or null when there is none.
  public static func date(_ day: CalendarDate?) -> JSONValue { text(day?.iso) }

  /// Strings in their order.
  public static func texts(_ texts: some Sequence<String>) -> JSONValue { .array(texts.map { .string($0) }) }
}

extension JSONValue {
  /// An object with the members of another after its own.
  public func joined(by other: JSONValue) -> JSONValue {
    guard case .object(let own) = self, case .object(let more) = other else { return self }
    return .object(own + more)
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  /// An object with its members in the order of the literal.
  public init(dictionaryLiteral members: (String, JSONValue)...) { self = .object(members.map { (key: $0.0, value: $0.1) }) }
  /// An array.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// A string.
  public init(stringLiteral text: String) { self = .string(text) }
  /// A whole number.
  public init(integerLiteral number: Int) { self = .int(number) }
  /// True or false.
  public init(booleanLiteral truth: Bool) { self = .bool(truth) }
  /// Null.
  public init(nilLiteral: ()) { self = .null }
}
