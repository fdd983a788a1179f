/// A task (taak, werkzaamheid, werkproces) that is learned at the workplace.
public struct WorkTask: Hashable, Sendable {
  /// The code that facts keep.
  public let code: TaskCode
  /// What people call it.
  public let title: String
  /// The group or `kerntaak / werkproces` it stands under.
  public let group: String
  /// How many people of a team must master it; nil when that is not counted.
  public let needed: Int?
  /// After how many calendar months it must be seen again; nil for never.
  public let repeatMonths: Int?
  /// Whether it is a safety task.
  public let isSafety: Bool
  /// Whether it may hang on the wall.
  public let isOnWall: Bool

  /// A task from checked parts.
  public init(
    code: TaskCode, title: String, group: String, needed: Int?, repeatMonths: Int?, isSafety: Bool, isOnWall: Bool = false
  ) {
    (self.code, self.title, self.group, self.needed) = (code, title, group, needed)
    (self.repeatMonths, self.isSafety, self.isOnWall) = (repeatMonths, isSafety, isOnWall)
  }
}

/// One task of a profile: how far it must come, when, and how it is learned.
public struct ProfileTask: Hashable, Sendable {
  /// The task.
  public let task: TaskCode
  /// The level to reach.
  public let target: LevelID
  /// The week after the trainee's start in which it is planned, 1 = the week of the start; nil when it is not planned.
  public let week: Int?
  /// How it is learned; nil when that is not told.
  public let way: LearningWay?

  /// A task of a profile from checked parts.
  public init(task: TaskCode, target: LevelID, week: Int?, way: LearningWay? = nil) {
    (self.task, self.target, self.week, self.way) = (task, target, week, way)
  }
}

/// One version of a profile (takenlijst, functie, kwalificatiedossier): the route of who follows it.
public struct Profile: Hashable, Sendable {
  /// The id that trainees name.
  public let id: ProfileID
  /// 1 for the first content, one more for each different content after it.
  public let version: Int
  /// What people call it.
  public let title: String
  /// Its tasks in the order of the list.
  public let tasks: [ProfileTask]

  /// A version of a profile from checked parts.
  public init(id: ProfileID, version: Int, title: String, tasks: [ProfileTask]) {
    (self.id, self.version, self.title, self.tasks) = (id, version, title, tasks)
  }
}
