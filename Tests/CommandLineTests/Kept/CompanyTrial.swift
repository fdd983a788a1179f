import CompetencyCore
@testable import Journeys

/// What must hold for any bytes that stand in the company's CSV files; says what does not hold.
///
/// The fuzzer tries this on what it makes up, and the tests on what it found and was kept.
enum CompanyTrial {
  /// Stands between the files of one input, which are in the order in which they are read.
  static let divider: UInt8 = 0x01

  /// Every row is taken or told with its file, and no row that is taken repeats the key of another.
  static func run(_ bytes: [UInt8]) -> String? {
    let parts = bytes.split(separator: divider, maxSplits: 4, omittingEmptySubsequences: false).map { Array($0) }
    let given = Dictionary(uniqueKeysWithValues: zip(CompanyFiles.Name.allCases, parts))
    let files = CompanyFiles(known: Company(), scale: .standard, folder: "bedrijf") { given[$0] }
    if files.problems.contains(where: { $0.place?.file.utf8.starts(with: "bedrijf/".utf8) != true }) {
      return "a problem without its file"
    }
    let ids = [
      files.people.map(\.id.text), files.trainees.map(\.id.text), files.tasks.map(\.code.text), files.schools.map(\.id.text),
    ]
    for kind in ids where Set(kind.map { Array($0.utf8) }).count != kind.count { return "two rows of one key: \(kind)" }
    for name in files.people.map(\.name) + files.trainees.map(\.name) {
      if SoundText.fault(in: name.full) != nil { return "a name with a sign that is refused" }
    }
    return nil
  }
}
