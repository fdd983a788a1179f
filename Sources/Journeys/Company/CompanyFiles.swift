internal import CompetencyCore

/// The rows of a company's CSV files, checked one by one and against each other.
struct CompanyFiles {
  var people: [Person] = []
  var trainees: [Trainee] = []
  var tasks: [WorkTask] = []
  var profiles: [(id: ProfileID, title: String, tasks: [ProfileTask])] = []
  var schools: [School] = []
  var problems: [Problem] = []
  /// Which files there were.
  private(set) var found: Set<Name> = []

  /// The folder as the person gave it, for the places of faults.
  let folder: String

  enum Name: String, CaseIterable { case mensen, taken, scholen, profielen, trainees }

  /// Reads those of the five files that are there; references may also point at what the company already has.
  init(known: Company, scale: MasteryScale, folder: String, bytes: (Name) -> [UInt8]?) {
    self.folder = folder.isEmpty || folder.utf8.last == UInt8(ascii: "/") ? folder : folder + "/"
    for name in Name.allCases {
      guard let bytes = bytes(name) else { continue }
      found.insert(name)
      switch name {
      case .mensen: readPeople(bytes, known: known)
      case .taken: readTasks(bytes)
      case .scholen: readSchools(bytes)
      case .profielen: readProfiles(bytes, known: known, scale: scale)
      case .trainees: readTrainees(bytes, known: known)
      }
    }
  }
}
