public import CompetencyCore

/// Looks over the templates of conversations: each can be read and keeps to the rules.
public enum ConversationTemplatesCheckup {
  /// What is wrong with them, those of the administrator's own folder in the place of their namesakes.
  public static func look(at folders: TemplateFolders) -> Checkup {
    do throws(Refusal) {
      let files = try folders.conversationTemplates()
      return Checkup("conversations", detail: "\(files.count)", files.flatMap(\.parsed.problems), status: .configuration)
    } catch {
      return Checkup("conversations", error)
    }
  }
}

/// Looks over the words of hints: every line of every list can be read.
public enum HintsCheckup {
  /// What is wrong with them, in every language.
  public static func look(at folders: TemplateFolders) -> Checkup {
    var problems: [Problem] = []
    for language in Language.allCases {
      do throws(Refusal) { problems += try folders.hintWords(language).problems } catch { problems += error.problems }
    }
    return Checkup("hints", problems, status: .configuration)
  }
}
