public import CompetencyCore
public import Wording

/// Looks the templates of the pages over: each can be read, and asks for nothing that its page does not know.
public enum PageTemplatesCheckup {
  /// What is wrong with the templates, those of the administrator's own folder in the place of their namesakes.
  public static func look(at folders: TemplateFolders) -> Checkup {
    do throws(Refusal) {
      var words: [Set<String>] = []
      for language in Language.allCases {
        words.append(Set(PageLooks.words(of: try Texts(language, folders: folders)).keys))
      }
      return Checkup("page_templates", problems(in: folders, words: words), status: .configuration)
    } catch {
      // What is wrong with the texts is told where they are looked over; without them no words can be asked for.
      return Checkup("page_templates", problems(in: folders, words: []), status: .configuration)
    }
  }

  /// The same with the words of pages in each language.
  static func problems(in folders: TemplateFolders, words: [Set<String>]) -> [Problem] {
    var problems: [Problem] = []
    for (name, _, _) in PageLooks.files {
      do throws(Refusal) { _ = try folders.bytes(of: name) } catch { problems += error.problems }
    }
    for name in PageLooks.templateNames(in: folders) {
      do throws(Refusal) {
        problems += try self.problems(of: try HTMLTemplate(name, folders: folders), named: name, words: words)
      } catch {
        problems += error.problems
      }
    }
    return problems
  }

  /// What a template asks for that neither the one that comes with the program asks nor the texts have: a page answers to what that
  /// one asks.
  private static func problems(
    of template: HTMLTemplate, named name: String, words: [Set<String>]
  ) throws(Refusal) -> [Problem] {
    let bundled = TemplateFolders()
    let known = bundled.has(name) ? try HTMLTemplate(name, folders: bundled).tags : []
    let (raw, plain) = (Set(known.filter { $0.kind == .raw }.map(\.name)), Set(known.filter { $0.kind != .raw }.map(\.name)))
    return template.problems { tag in
      let parts = tag.name.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1)
      if parts.count == 2, parts[0].elementsEqual("words".utf8), tag.kind != .raw {
        let word = String(decoding: parts[1], as: UTF8.self)
        return words.allSatisfy { $0.contains(word) }
      }
      switch tag.kind {
      case .end: return true
      case .other: return false
      case .raw: return raw.contains(tag.name)
      case .value: return sameBytes(tag.name, ".") || plain.contains(tag.name)
      case .section, .inverted: return plain.contains(tag.name) || raw.contains(tag.name)
      }
    }
  }
}
