internal import Workload

/// Import: read, validate, store, durable. The product also plans, knows every trainee, and keeps where each value stood.
struct ImportCase {
  enum Shape: String { case files, batch }

  let size: Size
  let shape: Shape
  let workshop: Workshop

  static let product = "vakmatrix import"
  static let floor = "C floor"
  static let validator = "xmllint --stream"
  static let loader = "sqlite3 .import"
  static let onePython = "lxml + sqlite3"
  static let twoPythons = "lxml + sqlite3, 2 processes"

  static func name(_ size: Size, _ shape: Shape) -> String { "import-\(size.rawValue)-\(shape.rawValue)" }

  private var name: String { Self.name(size, shape) }
  private var input: String { shape == .files ? workshop.data.files(size) : workshop.data.batch(size) }

  func described(rounds: Int) -> BenchmarkCase {
    BenchmarkCase(
      name: name,
      title: "\(size.forms) forms, \(size.judgements) judgements, \(shape == .files ? "a file each" : "in one message")",
      rounds: size == .large ? min(rounds, 1) : rounds,
      prepare: {
        try shape == .files ? workshop.data.makeFiles(size) : workshop.data.makeBatch(size)
        try workshop.prepareDatabase(size)
      }, contenders: contenders, measure: Self.floor, goals: goals)
  }

  /// A batch of a hundred thousand is for memory: product and floor alone.
  private func contenders() throws -> [Contender] {
    let paths = shape == .files ? try FileSystem.files(in: input) : [input]
    var all = [productRun, floorRun(paths)]
    guard size != .large else { return all }
    all += [
      Contender(
        name: Self.validator,
        commands: [Command(program: "xmllint", arguments: ["--noout", "--stream", "--schema", Places.schema] + paths)]),
      loaderRun,
    ]
    guard let python = workshop.python else { return all }
    all.append(pythonRun(python, Self.onePython, processes: 1, paths))
    if shape == .files { all.append(pythonRun(python, Self.twoPythons, processes: 2, paths)) }
    return all
  }

  private var productRun: Contender {
    Contender(
      name: Self.product,
      prepare: {
        workshop.removeDatabase("product")
        try FileSystem.copy(workshop.prepared(size), to: workshop.database("product"))
      },
      commands: [
        Command(program: workshop.product, arguments: ["import", input, "--database", workshop.database("product"), "--quiet"])
      ], check: { try workshop.expect(size.judgements, in: "product", Questions.judgementsOfProduct) })
  }

  private func floorRun(_ paths: [String]) -> Contender {
    storing(
      Self.floor, in: "floor", Command(program: workshop.floor, arguments: [Places.schema, workshop.database("floor")] + paths))
  }

  private func pythonRun(_ python: String, _ name: String, processes: Int, _ paths: [String]) -> Contender {
    let arguments = [Places.peers + "/peer.py", String(processes), Places.schema, workshop.database("peer")] + paths
    return storing(name, in: "peer", Command(program: python, arguments: arguments))
  }

  /// The rows that the floor has just stored, as CSV, into the same tables.
  private var loaderRun: Contender {
    let database = workshop.database("loaded")
    let csv = { (table: String) in workshop.folder + "/" + name + "-" + table + ".csv" }
    let imports = Questions.tables.map { ".import '\(csv($0))' \($0)" }
    var contender = storing(
      Self.loader, in: "loaded",
      Command(
        program: "sqlite3",
        arguments: [database, "pragma journal_mode = wal; pragma synchronous = full;", "begin immediate"]
          + [".read '\(workshop.folder)/tables.sql'", ".mode csv"] + imports + ["commit", "pragma wal_checkpoint(truncate)"]))
    contender.prepare = {
      workshop.removeDatabase("loaded")
      let floor = workshop.database("floor")
      _ = try Command(program: "sqlite3", arguments: [floor, ".schema"], output: workshop.folder + "/tables.sql").run()
      for table in Questions.tables where !FileSystem.exists(csv(table)) {
        _ = try Command(program: "sqlite3", arguments: ["-csv", floor, "select * from " + table], output: csv(table)).run()
      }
    }
    return contender
  }

  private func storing(_ name: String, in database: String, _ command: Command) -> Contender {
    Contender(
      name: name, prepare: { workshop.removeDatabase(database) }, commands: [command],
      check: { try workshop.expect(size.judgements, in: database, Questions.judgementsOfPeer) })
  }

  private var goals: [Goal] {
    switch (size, shape) {
    case (.small, _): return []
    case (.large, _):
      let smaller = Self.name(.medium, .batch)
      return [
        Goal(sentence: "\(name): peak memory, in that of \(smaller)", most: 1.3, unit: " ×") { results in
          guard let large = results[name, Self.product], let medium = results[smaller, Self.product] else { return nil }
          return large.peak / medium.peak
        },
        Goal(sentence: "\(name): peak memory", most: 150, unit: " MiB") { $0[name, Self.product]?.peak },
      ]
    case (_, .files):
      return [
        .wall("\(name): import in the C floor", most: 1.5, case: name, Self.product, to: Self.floor),
        .wall("\(name): import in the Python peer on two processes", most: 1, case: name, Self.product, to: Self.twoPythons),
        .wall(
          "\(name): the floor in \(Self.validator) + \(Self.loader)", most: 1.25, case: name, Self.floor, to: Self.validator,
          Self.loader),
      ]
    default: return [.wall("\(name): import in the C floor", most: 1.5, case: name, Self.product, to: Self.floor)]
    }
  }
}
