/// Where the package, the peers and the schema stand; the runner is built where it is run.
enum Places {
  /// `Tests/Benchmarks`.
  static let package = above(#filePath, 3)
  static let peers = package + "/Peers"
  /// The schema that the product itself reads with.
  static let schema = above(package, 2) + "/Sources/SchoolForms/Schema/voortgangsformulier-1.xsd"

  private static func above(_ path: String, _ steps: Int) -> String {
    path.split(separator: "/").dropLast(steps).map { "/" + $0 }.joined()
  }
}
