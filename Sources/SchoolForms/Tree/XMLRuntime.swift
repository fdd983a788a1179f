import CLibXML2

/// What must be said to libxml2 once in the life of the program, before anything else.
enum XMLRuntime {
  /// Sets libxml2 up; nothing that it reads makes it open a file or a connection.
  static func prepare() { _ = once }

  private static let once: Void = {
    xmlInitParser()
    xmlSchemaInitTypes()
    xmlSetExternalEntityLoader(denyExternal)
  }()

  /// No network, exact lines for elements of long files, short texts kept inside their nodes. Not among them: anything
  /// that replaces entities, reads a DTD, lifts libxml2's own limits or goes on after a fault.
  static let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_COMPACT.rawValue)
}

private let denyExternal: xmlExternalEntityLoader = { _, _, _ in nil }
