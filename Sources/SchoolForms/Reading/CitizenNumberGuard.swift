import CLibXML2
import CompetencyCore

/// Finds burgerservicenummers where a school may have put one: in the numbers of a participant, and in whatever is named
/// after one. Numbers of organisations are not tested.
struct CitizenNumberGuard: Sendable {
  /// Whether the sender's student numbers have nine digits, so that one of eleven of them passes the test by chance.
  let allowsNineDigits: Bool

  /// Notes what is found in an element and all that stands in it; the number itself is in no fault.
  func look(into element: TreeElement, noting faults: inout FaultList) { look(into: element, isSuspect: false, &faults) }

  private func look(into element: TreeElement, isSuspect: Bool, _ faults: inout FaultList) {
    let isSuspect = isSuspect || isNamedAfterNumber(element.node.pointee.name)
    if isSuspect, CitizenNumber.occurs(in: element.text) || CitizenNumber.isWhole(element.text) {
      faults.add(fault(element, name: element.name))
    } else if isNumberOfParticipant(element), CitizenNumber.isWhole(element.text), !isExempt(element) {
      faults.add(fault(element, name: element.name))
    }
    for attribute in element.attributes where isSuspect || isNamedAfterNumber(attribute.node.pointee.name) {
      let value = attribute.value
      if CitizenNumber.occurs(in: value) || CitizenNumber.isWhole(value) {
        faults.add(fault(element, name: attribute.name))
      }
    }
    for child in element.children { look(into: child, isSuspect: isSuspect, &faults) }
  }

  private func isNumberOfParticipant(_ element: TreeElement) -> Bool {
    element.isNamed("identificatie") && element.parent?.isNamed("deelnemer") ?? false
  }

  private func isExempt(_ element: TreeElement) -> Bool {
    allowsNineDigits && element.attribute("soort").map { sameScalars(collapsed($0), "studentnummer") } ?? false
  }

  private func fault(_ element: TreeElement, name: String) -> Fault {
    var fault = Fault(.bsn_refused, values: ["name": quoted(name, most: 40)])
    (fault.line, fault.path) = (element.mark.line, element.path)
    return fault
  }
}

/// Whether a name, which ends with a zero, has bsn, pgn or onderwijsnummer in it, in any case.
func isNamedAfterNumber(_ name: UnsafePointer<UInt8>?) -> Bool {
  guard var rest = name else { return false }
  while rest.pointee != 0 {
    switch smallLetter(rest.pointee) {
    case UInt8(ascii: "b"): if begins(rest, with: "bsn") { return true }
    case UInt8(ascii: "p"): if begins(rest, with: "pgn") { return true }
    case UInt8(ascii: "o"): if begins(rest, with: "onderwijsnummer") { return true }
    default: break
    }
    rest += 1
  }
  return false
}

private func begins(_ text: UnsafePointer<UInt8>, with word: StaticString) -> Bool {
  for offset in 0..<word.utf8CodeUnitCount where smallLetter(text[offset]) != word.utf8Start[offset] { return false }
  return true
}
