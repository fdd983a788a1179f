internal import CompetencyCore

extension CompanyFiles {
  /// Reads `taken.csv`: the rows of the matrix.
  mutating func readTasks(_ bytes: [UInt8]) {
    var check = RowCheck(
      bytes, file: folder + "taken.csv", required: ["code", "titel"],
      optional: ["groep", "nodig", "herhalen_maanden", "veiligheid", "muur"])
    check.eachRow { row in
      let code = row.needed("code", "code", TaskCode.init)
      let title = row.needed("titel", "title") { $0.isEmpty ? nil : $0 }
      let needed = row.optional("nodig", "number_999") { Int($0).flatMap { (0...999).contains($0) ? $0 : nil } }
      let months = row.optional("herhalen_maanden", "number_120") { Int($0).flatMap { (1...120).contains($0) ? $0 : nil } }
      let safety = row.optional("veiligheid", "yes") { $0 == "ja" ? true : nil }
      let wall = row.optional("muur", "yes") { $0 == "ja" ? true : nil }
      guard let code, let title, row.once("code", code.text) else { return }
      tasks.append(
        WorkTask(
          code: code, title: title, group: row.text("groep"), needed: needed, repeatMonths: months, isSafety: safety ?? false,
          isOnWall: wall ?? false))
    }
    problems += check.problems
  }

  /// Reads `profielen.csv`: the tasks of each profile, with the week and the way; needs the tasks.
  mutating func readProfiles(_ bytes: [UInt8], known: Company, scale: MasteryScale) {
    var check = RowCheck(
      bytes, file: folder + "profielen.csv", required: ["profiel", "taak"], optional: ["titel", "niveau", "week", "wijze"])
    let codes = Set(tasks.map(\.code)).union(known.tasks.keys)
    check.eachRow { row in
      let id = row.needed("profiel", "id", ProfileID.init)
      let task = row.needed("taak", "code", TaskCode.init)
      if let task, !codes.contains(task) { row.refuseReference("taak", in: "taken.csv") }
      let target = row.optional("niveau", "level") { text in
        LevelID(text).flatMap { level in scale.rank(of: level).flatMap { $0 > 0 ? level : nil } }
      }
      let week = row.optional("week", "number_520") { Int($0).flatMap { (1...520).contains($0) ? $0 : nil } }
      let way = row.optional("wijze", "way", LearningWay.init(rawValue:))
      guard let id, let task, row.once("taak", id.text + "\u{0}" + task.text) else { return }
      let line = ProfileTask(task: task, target: target ?? scale.level(atRank: scale.masteredRank), week: week, way: way)
      let place = profiles.firstIndex { $0.id == id }
      if let place {
        let title = profiles[place].title
        if !row.text("titel").isEmpty && !title.isEmpty && !sameBytes(row.text("titel"), title) {
          row.refuse("titel", expected: title)
        }
        profiles[place].tasks.append(line)
        if title.isEmpty { profiles[place].title = row.text("titel") }
      } else {
        profiles.append((id: id, title: row.text("titel"), tasks: [line]))
      }
    }
    for index in profiles.indices where profiles[index].title.isEmpty { profiles[index].title = profiles[index].id.text }
    problems += check.problems
  }
}
