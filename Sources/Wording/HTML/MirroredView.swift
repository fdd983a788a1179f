import Mustache

/// A view model whose fields were looked up once. The template library mirrors the whole of a view model again for each tag, which
/// took half the time of a page.
struct MirroredView: MustacheParent {
  /// The fields by name; nil where a field is there and holds nothing.
  private let fields: [String: Any?]

  /// The fields of a view model, and of the view models in it.
  init(_ view: Any) { self.init(Mirror(reflecting: view)) }

  private init(_ mirror: Mirror) {
    var fields: [String: Any?] = [:]
    for case (let label?, let value) in mirror.children { fields.updateValue(Self.found(value), forKey: label) }
    self.fields = fields
  }

  /// What stands under a name; nil when there is no such field.
  func field(_ name: String) -> Any?? { fields[name] }

  func child(named name: String) -> Any? { fields[name] ?? nil }

  /// A value as a template is given it: what can be printed or asked by itself as it is, other view models mirrored too.
  private static func found(_ value: Any) -> Any? {
    if value is String || value is Bool || value is [String: String] || value is HTMLFragment { return value }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.flatMap { found($0.value) }
    case .struct where !(value is any CustomStringConvertible): return MirroredView(mirror)
    case .collection: return mirror.children.map { found($0.value) ?? $0.value }
    default: return value
    }
  }
}
