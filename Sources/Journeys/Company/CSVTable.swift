internal import CompetencyCore

/// One of the company's CSV files: rows under a header, in any order of columns.
struct CSVTable {
  /// One row with the line on which it begins.
  struct Row {
    let line: Int
    fileprivate let fields: [String]
    fileprivate let places: [String: Int]

    /// The text of a column without white space around it; empty for a column that the file does not have.
    subscript(_ column: String) -> String { places[column].map { fields[$0] } ?? "" }
  }

  let file: String
  let rows: [Row]

  /// Reads a file by its header; what is wrong with it goes to `problems`, and rows that are wrong are left out.
  init(_ bytes: [UInt8], file: String, required: [String], optional: [String], noting problems: inout [Problem]) {
    self.file = file
    guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else {
      problems.append(Problem(.bad_encoding, at: SourcePlace(file: file), values: ["kind": "company"]))
      rows = []
      return
    }
    var reader = CSVReader(bytes)
    let records = reader.records(file: file, noting: &problems)
    guard let header = records.first else {
      // A file whose bytes cannot be read has no header either; it is told once.
      if problems.isEmpty { problems.append(Problem(.file_empty, at: SourcePlace(file: file), values: ["kind": "company"])) }
      rows = []
      return
    }
    var places: [String: Int] = [:]
    for (index, name) in header.fields.enumerated() {
      let place = SourcePlace(file: file, line: header.line, column: index + 1, path: name)
      if places.updateValue(index, forKey: name) != nil {
        problems.append(Problem(.csv_double_column, at: place, values: ["column": name]))
      } else if !required.contains(name) && !optional.contains(name) {
        problems.append(Problem(.csv_unknown_column, at: place, values: ["column": name]))
      }
    }
    for name in required where places[name] == nil {
      problems.append(Problem(.csv_missing_column, at: SourcePlace(file: file, line: header.line), values: ["column": name]))
    }
    var rows: [Row] = []
    for record in records.dropFirst() {
      guard record.fields.count == header.fields.count else {
        problems.append(
          Problem(
            .csv_width, at: SourcePlace(file: file, line: record.line),
            values: ["found": "\(record.fields.count)", "expected": "\(header.fields.count)"]))
        continue
      }
      rows.append(Row(line: record.line, fields: record.fields, places: places))
    }
    self.rows = rows
  }
}

/// Splits the bytes of a CSV file into records; `;` or `,` is found by itself from the header.
struct CSVReader {
  struct Record {
    let line: Int
    let fields: [String]
  }

  private let bytes: [UInt8]
  private let separator: UInt8
  private var position: Int
  private var line = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let header = bytes[position...].prefix { $0 != 0x0A && $0 != 0x0D }
    separator = header.contains(UInt8(ascii: ";")) ? UInt8(ascii: ";") : UInt8(ascii: ",")
  }

  /// The records that are not empty; a fault in one does not hide the next.
  mutating func records(file: String, noting problems: inout [Problem]) -> [Record] {
    var records: [Record] = []
    while position < bytes.count {
      let start = line
      var fields: [String] = []
      var isFaulty = false
      repeat {
        let (field, fault) = field()
        if let fault, !isFaulty {
          problems.append(Problem(fault, at: SourcePlace(file: file, line: line, column: fields.count + 1)))
          isFaulty = true
        }
        if let sign = SoundText.fault(in: field), !isFaulty {
          problems.append(
            Problem(
              .sign_refused, at: SourcePlace(file: file, line: line, column: fields.count + 1),
              values: ["kind": "row", "sign": SoundText.named(sign)]))
          isFaulty = true
        }
        fields.append(field)
      } while takeSeparator()
      takeLineEnd()
      let isBlank = fields.allSatisfy(\.isEmpty)
      if !isFaulty && !isBlank { records.append(Record(line: start, fields: fields)) }
    }
    return records
  }

  private mutating func field() -> (String, ProblemCode?) {
    var content: [UInt8] = []
    var fault: ProblemCode?
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
      position += 1
      fault = .csv_quote
      while position < bytes.count {
        let byte = bytes[position]
        position += 1
        if byte == UInt8(ascii: "\"") {
          guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
            fault = nil
            break
          }
          position += 1
        }
        if byte == 0x0A { line += 1 }
        content.append(byte)
      }
      if !atFieldEnd { fault = .csv_quote }
    }
    while !atFieldEnd {
      content.append(bytes[position])
      position += 1
    }
    guard let text = String(validating: Self.trimmed(content), as: UTF8.self) else { return ("", .bad_encoding) }
    return (text, fault)
  }

  private var atFieldEnd: Bool {
    position >= bytes.count || bytes[position] == separator || bytes[position] == 0x0A || bytes[position] == 0x0D
  }

  private mutating func takeSeparator() -> Bool {
    guard position < bytes.count, bytes[position] == separator else { return false }
    position += 1
    return true
  }

  private mutating func takeLineEnd() {
    guard position < bytes.count else { return }
    if bytes[position] == 0x0D { position += 1 }
    if position < bytes.count, bytes[position] == 0x0A { position += 1 }
    line += 1
  }

  private static func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    let end = bytes.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? 0
    return bytes[(bytes.firstIndex { !isBlank($0) } ?? 0)..<max(end, bytes.firstIndex { !isBlank($0) } ?? 0)]
  }
}
