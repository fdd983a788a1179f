internal import Glibc
internal import Workload

/// Where the workloads lie. What is there already is used again; what is half made never has its final name.
struct DataFolder {
  static let seed: UInt64 = 2_026_1120

  let path: String

  func company(_ size: Size) -> String { path + "/company-" + size.rawValue }
  func files(_ size: Size) -> String { path + "/forms-" + size.rawValue }
  func batch(_ size: Size) -> String { path + "/batch-" + size.rawValue + ".xml" }

  func makeCompany(_ size: Size) throws {
    try makeFolder(company(size)) { try Workload(size, seed: Self.seed).writeCompany(to: $0) }
  }

  func makeFiles(_ size: Size) throws { try makeFolder(files(size)) { try Workload(size, seed: Self.seed).writeFiles(to: $0) } }

  func makeBatch(_ size: Size) throws {
    try make(batch(size)) { try Workload(size, seed: Self.seed).writeBatch(to: $0) }
  }

  private func makeFolder(_ final: String, _ write: (String) throws -> Void) throws {
    try make(final) {
      try FileSystem.makeFolder($0)
      try write($0)
    }
  }

  private func make(_ final: String, _ write: (String) throws -> Void) throws {
    guard !FileSystem.exists(final) else { return }
    try FileSystem.makeFolder(path)
    let part = final + ".part"
    try write(part)
    try FileSystem.rename(part, to: final)
  }
}
