@testable import CompetencyWeb

/// What must hold for any bytes that a browser sends as a form, a cookie or an address; says what does not hold.
///
/// The fuzzer tries this on what it makes up, and the tests on what it found and was kept.
enum WebTrial {
  /// The first line of an input is a header, the rest a body.
  static func run(_ bytes: [UInt8]) -> String? {
    let parts = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
    let (header, body) = (String(decoding: parts[0], as: UTF8.self), parts.count > 1 ? Array(parts[1]) : [])
    return fields(body) ?? address(body) ?? cookies(header) ?? sentFiles(body, header)
  }

  private static func fields(_ body: [UInt8]) -> String? {
    let fields = Fields(encoded: body)
    let again = Fields(encoded: written(fields))
    guard fields.all.count == again.all.count else { return "fields that are written again are others" }
    for (field, other) in zip(fields.all, again.all) where !alike(field.name, other.name) || !alike(field.value, other.value) {
      return "a field that is written again is another"
    }
    for field in fields.all {
      guard let first = fields[field.name], alike(first, fields.values(field.name).first ?? "?") else { return "a field is lost" }
      if alike(fields.words(field.name), Fields.plain(fields.words(field.name))) { continue }
      return "plain words are not plain"
    }
    return nil
  }

  private static func written(_ fields: Fields) -> [UInt8] {
    let pairs = fields.all.map { Array((Fields.encoded($0.name) + "=" + Fields.encoded($0.value)).utf8) }
    return Array(pairs.joined(separator: "&".utf8))
  }

  private static func address(_ body: [UInt8]) -> String? {
    let text = Fields.decoded(body, plusIsSpace: false)
    return alike(Fields.decoded(Fields.encoded(text).utf8, plusIsSpace: false), text) ? nil : "an address comes back changed"
  }

  private static func cookies(_ header: String) -> String? {
    for isSecure in [false, true] {
      let cookies = Cookies([header, header], isSecure: isSecure)
      for name in Cookies.Name.allCases {
        // A cut within a sign may turn each of its bytes into the three of U+FFFD.
        if let value = cookies[name], value.utf8.count > 3 * 200 { return "a cookie is long" }
      }
    }
    return nil
  }

  private static func sentFiles(_ body: [UInt8], _ header: String) -> String? {
    guard let form = FormParts(body, contentType: header) else { return nil }
    for file in form.files {
      if file.name.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }) { return "a file in a folder" }
      if file.bytes.count > body.count { return "a file larger than what was sent" }
    }
    return form.files.count + form.fields.all.count > 1000 ? "too many parts" : nil
  }

  private static func alike(_ one: String, _ other: String) -> Bool { one.utf8.elementsEqual(other.utf8) }
}
