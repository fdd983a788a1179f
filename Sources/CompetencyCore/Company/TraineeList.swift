/// The trainees of a company by their ids: each once in memory, for a company may have twenty thousand.
public struct TraineeList: Sendable {
  /// The trainees, in the order in which they first came.
  public private(set) var values: [Trainee] = []
  private var places: [TraineeID: Int32] = [:]

  /// Nobody.
  public init() {}

  /// The trainee with an id; nil when there is none.
  public subscript(id: TraineeID) -> Trainee? { places[id].map { values[Int($0)] } }

  /// The ids.
  public var keys: [TraineeID] { values.map(\.id) }

  /// How many there are.
  public var count: Int { values.count }

  /// Adds a trainee, or puts it in the place of the one with its id.
  mutating func put(_ trainee: Trainee) {
    if let place = places[trainee.id] {
      values[Int(place)] = trainee
    } else {
      places[trainee.id] = Int32(values.count)
      values.append(trainee)
    }
  }
}
