/// What a view model answers to the tags of a template, as far as its lists have elements to look into.
struct TemplateAnswers {
  /// The view models that a name is looked for in, outermost first; nil where nothing can be told.
  private var stack: [Any?]

  init(_ view: MirroredView) { stack = [view] }

  /// Whether there is an answer to a tag.
  enum Verdict { case answered, unanswered, untold }

  func verdicts(on tags: [TemplateTag]) -> [Verdict] {
    var answers = self
    return tags.map { answers.verdict(on: $0) }
  }

  private mutating func verdict(on tag: TemplateTag) -> Verdict {
    if tag.kind == .end {
      if stack.count > 1 { stack.removeLast() }
      return .answered
    }
    let found = find(tag.name)
    switch tag.kind {
    case .section, .inverted:
      stack.append(found.flatMap { inside($0, isInverted: tag.kind == .inverted) })
      return found != nil ? .answered : missing
    // A value that is not there prints nothing, which is an answer.
    case .raw: return found.map { $0.value == nil || $0.value is HTMLFragment ? .answered : .unanswered } ?? missing
    case .value: return found.map { $0.value is HTMLFragment ? .unanswered : .answered } ?? missing
    case .other, .end: return .unanswered
    }
  }

  private struct Found { let value: Any? }

  private var missing: Verdict { stack.contains { $0 == nil } ? .untold : .unanswered }

  private func find(_ name: String) -> Found? {
    let parts = name.utf8.split(separator: UInt8(ascii: ".")).map { String(decoding: $0, as: UTF8.self) }
    guard let first = parts.first else { return stack.last.map { Found(value: $0) } }
    for view in stack.reversed() {
      guard let view, var found = child(first, of: view) else { continue }
      for part in parts.dropFirst() {
        guard let value = found.value, let next = child(part, of: value) else { return found.value == nil ? found : nil }
        found = next
      }
      return found
    }
    return nil
  }

  private func child(_ name: String, of view: Any) -> Found? {
    if let words = view as? [String: String] { return words[name].map { Found(value: $0) } }
    return (view as? MirroredView)?.field(name).map { Found(value: $0) }
  }

  /// What the tags within a section are answered by: the first of a list, the value itself, or what is around a truth;
  /// nil where nothing can be told.
  private func inside(_ found: Found, isInverted: Bool) -> Any? {
    guard let value = found.value else { return isInverted ? stack[stack.count - 1] : nil }
    if isInverted || value is Bool { return stack[stack.count - 1] }
    return (value as? [Any]).map { $0.first } ?? value
  }
}
