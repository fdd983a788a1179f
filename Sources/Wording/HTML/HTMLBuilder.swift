public import CompetencyCore

/// A piece of finished HTML; a template takes it in by a raw tag.
public struct HTMLFragment: Sendable, CustomStringConvertible {
  /// The HTML as text, as a template writes it: the table of a large team is half a megabyte and stands within two templates.
  public let description: String
  /// The HTML.
  public var bytes: [UInt8] { Array(description.utf8) }

  init(bytes: [UInt8]) { description = String(decoding: bytes, as: UTF8.self) }

  init(document: String) { description = document }

  /// A style sheet of the templates, to stand in a page's `style` element.
  public init(styleSheet name: String, folders: TemplateFolders) throws(Refusal) {
    self.init(bytes: try folders.bytes(of: name))
  }
}

/// An attribute of an element: a name of ours, a value that is escaped when it is written.
public struct HTMLAttribute: Sendable {
  let name: StaticString
  let value: String

  /// An attribute with any value.
  public init(_ name: StaticString, _ value: String) { (self.name, self.value) = (name, value) }

  /// Classes of the style sheet.
  public static func `class`(_ names: String) -> HTMLAttribute { HTMLAttribute("class", names) }
  /// What a header cell is the header of: `col`, `row`, `rowgroup`.
  public static func scope(_ scope: String) -> HTMLAttribute { HTMLAttribute("scope", scope) }
  /// How many columns a cell takes.
  public static func colspan(_ count: Int) -> HTMLAttribute { HTMLAttribute("colspan", String(count)) }
  /// Not for screen readers: what it shows is said in words beside it.
  public static var hidden: HTMLAttribute { HTMLAttribute("aria-hidden", "true") }
}

/// Writes tables and charts as bytes; elements and attributes are ours, every text is escaped by scalars.
public struct HTMLBuilder: Sendable {
  private var bytes: [UInt8] = []

  /// Nothing yet.
  ///
  /// - Parameter count: how many bytes are expected, so that a large table is not moved again and again as it grows.
  public init(expecting count: Int = 0) { bytes.reserveCapacity(count) }

  /// What was written.
  public var fragment: HTMLFragment { HTMLFragment(bytes: bytes) }

  /// An element with what the closure writes in it.
  public mutating func element(
    _ name: StaticString, _ attributes: [HTMLAttribute] = [], _ content: (inout HTMLBuilder) -> Void
  ) {
    open(name, attributes, end: ">")
    content(&self)
    bytes += "</".utf8
    append(name)
    bytes += ">".utf8
  }

  /// An element with a text in it.
  public mutating func element(_ name: StaticString, _ attributes: [HTMLAttribute] = [], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// An element of a drawing without content, closed as SVG closes it.
  public mutating func shape(_ name: StaticString, _ attributes: [HTMLAttribute]) { open(name, attributes, end: "/>") }

  /// A text, escaped.
  public mutating func text(_ text: String) { HTMLEscape.append(text, to: &bytes) }

  /// A fragment that is finished already.
  public mutating func append(_ fragment: HTMLFragment) { bytes += fragment.description.utf8 }

  /// A line's end, so that a person can read the source and a comparison shows the row that changed.
  public mutating func newline() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func open(_ name: StaticString, _ attributes: [HTMLAttribute], end: StaticString) {
    bytes += "<".utf8
    append(name)
    for attribute in attributes {
      bytes += " ".utf8
      append(attribute.name)
      bytes += "=\"".utf8
      HTMLEscape.append(attribute.value, to: &bytes)
      bytes += "\"".utf8
    }
    append(end)
  }

  private mutating func append(_ fixed: StaticString) { bytes += fixed.description.utf8 }
}
