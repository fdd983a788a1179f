import CompetencyCore

extension TreeElement {
  /// The value of an attribute, white space collapsed; nil when it is not there.
  func token(_ name: StaticString) -> String? { attribute(name).map(collapsed) }

  /// The text of the first element of this name, white space collapsed; empty when it is not there.
  func token(in name: StaticString) -> String { first(name).map { collapsed($0.text) } ?? "" }

  /// An attribute as a checked value, which the schema demands.
  func value<Value>(_ name: StaticString, _ make: (String) -> Value?) throws(Fault) -> Value {
    let text = token(name) ?? ""
    guard let value = make(text) else { throw wrongValue(name.description, text) }
    return value
  }

  /// An attribute as a checked value; nil when it is not there.
  func optionalValue<Value>(_ name: StaticString, _ make: (String) -> Value?) throws(Fault) -> Value? {
    attribute(name) == nil ? nil : try value(name, make)
  }

  /// The text of the first element of this name as a checked value, which the schema demands.
  func value<Value>(in name: StaticString, _ make: (String) -> Value?) throws(Fault) -> Value {
    let text = token(in: name)
    guard let value = make(text) else { throw (first(name) ?? self).wrongValue(name.description, text) }
    return value
  }

  /// A value that the schema takes and we cannot: a number or a year that is too large.
  private func wrongValue(_ name: String, _ text: String) -> Fault {
    let owner = isNamed("aanmaakdatum") ? parent ?? self : self
    let kind = isNamed("aanmaakdatum") ? SchemaFaultKind.wrong_moment : .wrong_value
    let values = ["name": name, "element": quoted(owner.name, most: 40), "value": quoted(text)]
    return Fault(.schema_fault, kind: kind, line: mark.line, path: path, values: values)
  }
}

/// A whole number that a form needs: `1`, `+25`.
func smallNumber(_ text: String) -> Int? { Int(text).flatMap { $0 <= 1_000_000_000 ? $0 : nil } }

/// A day: `2026-03-11`.
func day(_ text: String) -> CalendarDate? { CalendarDate(iso: text) }
