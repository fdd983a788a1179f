import CLibXML2
import CompetencyCore

/// Notes the faults of values and attributes that libxml2 tells of a copied tree; of each value one.
func noteValueFaults(from errors: [SchemaError], noting faults: inout FaultList) {
  var seen: Set<SeenValue> = []
  for error in errors where error.code != orderCode && error.code != keyCode {
    // Order and keys are looked at by ourselves; an element that we added has no place in the file.
    guard let original = error.element?.original else { continue }
    guard seen.insert(SeenValue(node: original.node, attribute: error.attribute)).inserted else { continue }
    let fault = fault(of: original, error)
    // An element in place of a text is told as what does not belong there; that the text is missing too says no more.
    if fault.values["kind"] == SchemaFaultKind.empty_value.rawValue, error.attribute == nil,
      original.children.contains(where: { _ in true })
    {
      continue
    }
    faults.add(fault)
  }
}

private struct SeenValue: Hashable {
  let node: xmlNodePtr
  let attribute: String?
}

private let orderCode = XML_SCHEMAV_ELEMENT_CONTENT.rawValue
private let keyCode = XML_SCHEMAV_CVC_IDC.rawValue

private func fault(of element: TreeElement, _ error: SchemaError) -> Fault {
  func fault(_ kind: SchemaFaultKind, _ values: [String: String]) -> Fault {
    Fault(.schema_fault, kind: kind, line: element.mark.line, path: element.path, values: values)
  }
  let elementName = quoted(element.name, most: 40)
  switch xmlParserErrors(rawValue: error.code) {
  case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
    return fault(.missing_attribute, ["attribute": quoted(error.pieces.first ?? "", most: 40), "element": elementName])
  case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2:
    return fault(.unexpected_attribute, ["attribute": quoted(error.attribute ?? "", most: 40), "element": elementName])
  case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3:
    return fault(.text_not_allowed, ["element": elementName])
  case XML_SCHEMAV_CVC_ENUMERATION_VALID, XML_SCHEMAV_CVC_MINLENGTH_VALID, XML_SCHEMAV_CVC_MAXLENGTH_VALID,
    XML_SCHEMAV_CVC_PATTERN_VALID, XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1, XML_SCHEMAV_CVC_FACET_VALID:
    let value = WrongValue(of: element, error)
    return fault(value.kind, value.values)
  default:
    return fault(.other, ["element": elementName])
  }
}

/// A value that the schema does not take, of an attribute or of an element itself.
private struct WrongValue {
  let kind: SchemaFaultKind
  var values: [String: String]

  init(of element: TreeElement, _ error: SchemaError) {
    let attribute = error.attribute.flatMap { name in element.attributes.first { sameScalars($0.name, name) } }
    let name = attribute?.name ?? element.name
    let text = collapsed(attribute?.value ?? element.text)
    let owner = attribute == nil ? element.parent?.name ?? "" : element.name
    kind = text.isEmpty ? .empty_value : Self.kind(of: error.code, name: name)
    values = ["name": quoted(name, most: 40), "element": quoted(owner, most: 40), "value": quoted(text)]
    if kind == .not_in_list {
      let allowed = (error.pieces.last ?? "").utf8.split(separator: UInt8(ascii: "'")).map { String(decoding: $0, as: UTF8.self) }
      values["allowed"] = quoted(list: allowed.filter { !sameScalars($0, ", ") })
    }
    if kind == .too_long { values["limit"] = error.pieces.last ?? "" }
  }

  private static func kind(of code: UInt32, name: String) -> SchemaFaultKind {
    switch xmlParserErrors(rawValue: code) {
    case XML_SCHEMAV_CVC_ENUMERATION_VALID: return .not_in_list
    case XML_SCHEMAV_CVC_MAXLENGTH_VALID: return .too_long
    default: break
    }
    switch name {
    case "gespreksdatum", "datum", "voor", "volgend_gesprek": return .wrong_day
    case "aanmaakdatum": return .wrong_moment
    case "berichtid", "vervangt", "antwoord_op": return .wrong_id
    default: return .wrong_value
    }
  }
}
