/// Tells from the first bytes of a large file whether it can be a message.
enum RootName {
  /// Whether the first element is named bericht; also in UTF-16, whose zeros are left out.
  static func isMessage(_ start: [UInt8]) -> Bool {
    let signs = start.prefix(Limits.bytesBeforeForms).filter { $0 != 0 }
    var rest = signs[...]
    while let next = rest.firstIndex(of: Sign.less) {
      rest = rest[next...]
      if rest.starts(with: "<!--".utf8) {
        rest = afterFirst("-->", in: rest.dropFirst(4))
      } else if rest.starts(with: "<?".utf8) {
        rest = afterFirst("?>", in: rest.dropFirst(2))
      } else {
        let name = rest.dropFirst().prefix { beginsName($0) || $0 == Sign.colon }
        return name.split(separator: Sign.colon).last.map { $0.elementsEqual("bericht".utf8) } ?? false
      }
    }
    return false
  }

  private static func afterFirst(_ end: StaticString, in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let end = Array(end.description.utf8)
    guard let found = bytes.indices.first(where: { bytes[$0...].starts(with: end) }) else { return [] }
    return bytes[(found + end.count)...]
  }
}
