internal import Synchronization
internal import Wording

/// The templates of which every tag was answered at least once. What a page is made of has one shape, so these need not be looked
/// over each time; a template that somebody changed is, until all of it has been seen.
final class SettledTemplates: Sendable {
  private let answered = Mutex<(tags: [String: Set<TemplateTag>], settled: Set<String>)>(([:], []))

  func isSettled(_ name: String) -> Bool { answered.withLock { $0.settled.contains(name) } }

  /// Notes the tags to which a page had an answer, among all of its template.
  func note(_ tags: [TemplateTag], of name: String, among all: [TemplateTag]) {
    answered.withLock { state in
      state.tags[name, default: []].formUnion(tags)
      let asking = all.filter { $0.kind != .end && $0.kind != .other }
      if state.tags[name]?.isSuperset(of: asking) ?? false { state.settled.insert(name) }
    }
  }
}
