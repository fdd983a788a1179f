/// How large a workload is. A trainee gets five forms, each on a day of its own.
public enum Size: String, Sendable, CaseIterable {
  /// 100 forms about 20 trainees.
  case small = "S"
  /// 5,000 forms about 1,000 trainees: a large company's year.
  case medium = "M"
  /// 100,000 forms about 20,000 trainees: everything a sector has.
  case large = "L"

  /// How many trainees there are.
  public var trainees: Int {
    switch self {
    case .small: 20
    case .medium: 1_000
    case .large: 20_000
    }
  }

  /// How many forms there are.
  public var forms: Int { trainees * Self.formsPerTrainee }

  /// How many judgements the forms hold.
  public var judgements: Int { forms * Self.tasksPerForm }

  static let formsPerTrainee = 5
  static let tasksPerForm = 25
}
