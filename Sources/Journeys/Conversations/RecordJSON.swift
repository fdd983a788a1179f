internal import CompetencyCore
internal import Foundation

/// A value of a JSON document; a number is never a truth, nor a truth a number.
enum RecordJSON: Decodable {
  case null, bool(Bool), int(Int), number, text(String), list([RecordJSON]), object([String: RecordJSON])

  /// The document; nil when it is not JSON.
  static func document(_ bytes: [UInt8]) -> RecordJSON? {
    let plain = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard String(validating: plain, as: UTF8.self) != nil else { return nil }
    return try? JSONDecoder().decode(RecordJSON.self, from: Data(plain))
  }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([RecordJSON].self) {
      self = .list(list)
    } else if let object = try? value.decode([String: RecordJSON].self) {
      self = .object(object)
    } else if let int = try? value.decode(Int.self) {
      self = .int(int)
    } else {
      _ = try value.decode(Double.self)
      self = .number
    }
  }

  /// The keys that ask for a mark, at any depth, each with its path.
  func marks(at path: String = "") -> [(name: String, path: String)] {
    switch self {
    case .object(let members):
      members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.flatMap { key, value in
        let path = path.isEmpty ? key : path + "." + key
        return (MarkWords.isMark(key) ? [(name: key, path: path)] : []) + value.marks(at: path)
      }
    case .list(let items): items.enumerated().flatMap { $1.marks(at: path + "[\($0 + 1)]") }
    case .null, .bool, .int, .number, .text: []
    }
  }
}

/// Takes the values out of an object of a document, and notes what has no place in it.
struct RecordObject {
  private var members: [String: RecordJSON]
  let path: String

  init(_ members: [String: RecordJSON], path: String) { (self.members, self.path) = (members, path) }

  /// The value of a key; nil when it is not there or null.
  mutating func take(_ key: String) -> RecordJSON? {
    switch members.removeValue(forKey: key) {
    case nil, .null?: nil
    case let value?: value
    }
  }

  /// The path of a key of this object.
  func path(of key: String) -> String { path.isEmpty ? key : path + "." + key }

  /// The keys that nobody took.
  var left: [String] { members.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
}
