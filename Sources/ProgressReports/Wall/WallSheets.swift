/// Lays the groups and the people of a wall out over sheets of paper; a group is split only when no sheet holds it.
struct WallSheets {
  let names: [String]
  let groups: [WallReport.Group]
  /// How many lines of tasks and headings, and how many people, one sheet has room for.
  let lines: Int, people: Int
  /// Whether each group has a sheet to itself.
  let isGroupAlone: Bool

  /// The sheets: the people side by side for each part of the tasks, as even as can be.
  var sheets: [WallReport.Sheet] {
    let parts = max((names.count + people - 1) / people, 1)
    return piles.flatMap { pile in
      (0..<parts).map { part in
        let range = names.count * part / parts..<names.count * (part + 1) / parts
        return WallReport.Sheet(
          names: Array(names[range]),
          groups: pile.map { group in
            WallReport.Group(
              title: group.title,
              rows: group.rows.map { .init(title: $0.title, marks: Array($0.marks[range]), coverage: $0.coverage) })
          })
      }
    }
  }

  /// The groups that stand on one sheet together.
  private var piles: [[WallReport.Group]] {
    var piles: [[WallReport.Group]] = []
    var free = 0
    for group in groups.flatMap(split) {
      let taken = group.rows.count + 1
      if taken > free || piles.isEmpty || isGroupAlone {
        piles.append([])
        free = lines
      }
      piles[piles.count - 1].append(group)
      free -= taken
    }
    return piles
  }

  private func split(_ group: WallReport.Group) -> [WallReport.Group] {
    let most = lines - 1
    let parts = max((group.rows.count + most - 1) / most, 1)
    return (0..<parts).map { part in
      let range = group.rows.count * part / parts..<group.rows.count * (part + 1) / parts
      return WallReport.Group(title: group.title, rows: Array(group.rows[range]))
    }
  }
}
