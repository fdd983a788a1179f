/// What an expression of a dialect may hold: a list of axes and functions, and nothing that makes work grow unseen.
enum XPathRules {
  /// The axes: what stands in, around and beside a node. Not the ones that run over all of a document from every node.
  static let axes: Set<String> = [
    "child", "attribute", "self", "parent", "ancestor", "ancestor-or-self", "descendant", "descendant-or-self",
    "following-sibling", "preceding-sibling",
  ]
  /// The functions of XPath 1.0 but `id` and `lang`, which ask for a DTD and for the language of a text.
  static let functions: Set<String> = [
    "last", "position", "count", "local-name", "name", "namespace-uri", "string", "concat", "starts-with", "contains",
    "substring-before", "substring-after", "substring", "string-length", "normalize-space", "translate", "boolean", "not",
    "true", "false", "number", "sum", "floor", "ceiling", "round",
  ]
  /// The variables: the node of the nearest `bij`, and that of the form.
  static let variables: Set<String> = ["bij", "formulier"]
  /// How deep parentheses and predicates may stand in each other.
  static let depth = 16
  /// The most words of one expression.
  static let words = 400

  /// What is wrong with an expression: a kind, and the word that it is about; nil when it may be compiled.
  static func fault(in text: String, prefixes: Set<String>) -> (DialectFaultKind, word: String)? {
    guard let words = XPathWord.all(of: text) else { return (.xpath, text) }
    if words.count > Self.words { return (.heavy, text) }
    var open: [UInt8] = []
    var descendants = 0
    var comparesOutside = false
    for word in words {
      switch word {
      case .axis(let name):
        if !axes.contains(name) { return (.axis, name) }
        if name.utf8.starts(with: "descendant".utf8) { descendants += 1 }
        // Looking through all of a subtree for every node that is tried makes work that nobody sees coming.
        if name.utf8.starts(with: "descendant".utf8), open.contains(UInt8(ascii: "[")) { return (.heavy, name + "::") }
      case .descendant:
        descendants += 1
        if open.contains(UInt8(ascii: "[")) { return (.heavy, "//") }
      case .root: if open.contains(UInt8(ascii: "[")) { return (.heavy, "/") }
      case .function(let name): if !functions.contains(name) { return (.function, name) }
      case .variable(let name): if !variables.contains(name) { return (.variable, "$" + name) }
      case .name(.some(let prefix)): if !prefixes.contains(prefix) { return (.prefix, prefix) }
      case .comparison: if !open.contains(UInt8(ascii: "[")) { comparesOutside = true }
      case .open(let sign):
        open.append(sign)
        if open.count > depth { return (.heavy, text) }
      case .close: if open.popLast() == nil { return (.xpath, text) }
      case .name(nil), .nodeTest, .other: break
      }
    }
    if comparesOutside, descendants > 1 { return (.heavy, "//") }
    return open.isEmpty ? nil : (.xpath, text)
  }
}
