import CompetencyCore

/// What is sent instead of a filled form: the form as its maker designed it, known by its root.
enum FormDefinition {
  /// The fault of a file that is the definition of a form; nil when it is none that we know.
  static func fault(_ tree: PlacedTree) -> Fault? {
    guard let kind = kind(tree.root) else { return nil }
    return fault(kind, tree.root, tree)
  }

  /// The fault of a file that is a dialect, or a PDF form whose fields are all empty.
  static func faultBeforeDialects(_ tree: PlacedTree) -> Fault? {
    let root = tree.root
    if let namespace = root.namespace, namespace.utf8.starts(with: "urn:vakmatrix:dialect:".utf8) {
      return fault(.dialect, root, tree)
    }
    guard root.isNamed("xfdf"), let fields = root.first("fields"), fields.first("field") != nil, !hasValue(fields) else {
      return nil
    }
    return fault(.unfilled, fields, tree)
  }

  static func fault(_ kind: FormDefinitionKind, _ element: TreeElement, _ tree: PlacedTree) -> Fault {
    let values = ["element": quoted(tree.root.name, most: 40)]
    return Fault(
      .form_definition, kind: kind, line: tree.line(of: element.node), path: tree.path(of: element.node), values: values)
  }

  private static func kind(_ root: TreeElement) -> FormDefinitionKind? {
    let namespace = root.namespace ?? ""
    switch root.name {
    case "FEEDBACK": return .moodle
    case "document":
      let type = root.token(in: "LimeSurveyDocType")
      return sameScalars(type, "Survey") ? .limesurvey : nil
    case "Questionnaire": return sameScalars(namespace, "http://hl7.org/fhir") ? .fhir : nil
    case "xDocumentClass":
      return namespace.utf8.starts(with: "http://schemas.microsoft.com/office/infopath/".utf8) ? .infopath : nil
    case "html": return hasModel(root) ? .xforms : nil
    default: return sameScalars(namespace, xforms) ? .xforms : nil
    }
  }

  private static let xforms = "http://www.w3.org/2002/xforms"

  private static func hasModel(_ element: TreeElement) -> Bool {
    if element.isNamed("model"), element.namespace.map({ sameScalars($0, xforms) }) ?? false { return true }
    return element.children.contains(where: hasModel)
  }

  private static func hasValue(_ element: TreeElement) -> Bool {
    let isValue = element.isNamed("value") || element.isNamed("value-richtext")
    if isValue, !collapsed(XPathRun.text(of: element.node)).isEmpty { return true }
    return element.children.contains(where: hasValue)
  }
}
