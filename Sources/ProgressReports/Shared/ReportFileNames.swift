import CompetencyCore

/// Names of files for reports that sort well and that every file system and mail program takes: `vakmatrix_sanne-de-wit`.
public enum ReportFileNames {
  /// A name for each, with the id behind it where two would be alike or nothing is left of the name.
  public static func unique(_ people: [(name: String, id: String)]) -> [String] {
    let plain = people.map { self.plain($0.name) }
    return zip(people, plain).map { person, name in
      let isAlone = !name.isEmpty && plain.count { sameBytes($0, name) } == 1
      return "vakmatrix_" + (isAlone ? name : (name.isEmpty ? "" : name + "_") + person.id)
    }
  }

  /// The letters and figures of a name without marks, `-` for what stands between them.
  static func plain(_ name: String) -> String {
    let parts = NameMatching.plain(name).utf8.split { byte in
      !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    return parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
  }
}
