import CLibXML2
import CompetencyCore

/// Holds the file of a dialect against its schema.
enum DialectSchema {
  private static let schema = try? Schema(xsd: PackageResources.dialect_1_xsd, message: "dialect")

  /// Notes what goes against the schema, in our own words.
  static func note(_ tree: PlacedTree, in faults: inout FaultList) throws(Fault) {
    guard let schema else { throw Fault(.unexpected) }
    let check = try SchemaCheck(schema)
    for error in check.errors(in: tree.root, ignoring: { _ in false }) {
      let element = error.element ?? tree.root
      let attribute = error.attribute.flatMap { name in element.attributes.first { sameScalars($0.name, name) } }
      let name = quoted(element.name, most: 40)
      var values = ["element": name, "attribute": quoted(error.attribute ?? error.pieces.first ?? "", most: 40)]
      values["value"] = quoted(collapsed(attribute?.value ?? ""))
      let kind: DialectFaultKind
      switch xmlParserErrors(rawValue: error.code) {
      case XML_SCHEMAV_ELEMENT_CONTENT: kind = .element
      case XML_SCHEMAV_CVC_COMPLEX_TYPE_4: kind = .missing_attribute
      case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2: kind = .unknown_attribute
      case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3: kind = .text
      case XML_SCHEMAV_CVC_MAXLENGTH_VALID: kind = .too_long
      // A value is told once: that it is not of its type follows from what is wrong with it.
      case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1 where attribute == nil: continue
      default: kind = .value
      }
      let fault = Fault(.dialect_faulty, kind: kind, line: tree.line(of: element.node), values: values)
      if !faults.contains(fault) { faults.add(fault) }
    }
  }
}

extension FaultList {
  /// Whether the same was noted already: libxml2 tells of one value that it breaks a facet, and that it is not of its type.
  fileprivate func contains(_ fault: Fault) -> Bool {
    contains { known in
      known.line == fault.line && known.values["attribute"] == fault.values["attribute"]
        && known.values["element"] == fault.values["element"]
    }
  }
}
