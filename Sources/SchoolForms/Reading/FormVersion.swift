import CompetencyCore

/// The version of the form that we read.
private let ourVersion = (major: "1", written: "1.0")
private let family = "urn:vakmatrix:voortgangsformulier:"

/// Whether the root is that of a message in the version of the form that we read; throws for a newer version.
func isMessage(_ root: TreeElement) throws(Fault) -> Bool {
  let namespace = root.namespace ?? ""
  if namespace.utf8.starts(with: family.utf8), let major = digits(namespace.utf8.dropFirst(family.utf8.count)),
    isMore(major, than: ourVersion.major)
  {
    throw newer(String(decoding: major, as: UTF8.self), root)
  }
  guard root.isNamed("bericht"), root.isOurs else { return false }
  guard let written = root.token("xsdversie") else { return true }
  let parts = written.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  guard let major = parts.first.flatMap({ digits($0) }) else { return true }
  let minor = parts.count == 2 ? digits(parts[1]) ?? [] : []
  if isMore(major, than: ourVersion.major) || (major.elementsEqual(ourVersion.major.utf8) && !minor.isEmpty) {
    throw newer(written, root)
  }
  return true
}

private func newer(_ version: String, _ root: TreeElement) -> Fault {
  var fault = Fault(.newer_form_version, values: ["version": quoted(version), "supported": ourVersion.written])
  (fault.line, fault.path) = (root.mark.line, root.path)
  return fault
}

/// The digits of a number without the zeros before them; nil for anything else. There is no largest version.
private func digits(_ text: some Sequence<UInt8>) -> [UInt8]? {
  let text = Array(text)
  guard !text.isEmpty, text.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
  return Array(text.drop { $0 == 0x30 })
}

private func isMore(_ digits: [UInt8], than other: String) -> Bool {
  let other = Array(other.utf8)
  return digits.count != other.count ? digits.count > other.count : other.lexicographicallyPrecedes(digits)
}
