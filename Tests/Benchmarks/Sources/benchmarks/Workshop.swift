internal import Glibc
internal import Workload

/// All that the cases share: the workloads, the programs, and a folder for databases that is emptied at the end.
struct Workshop {
  let product: String
  let data: DataFolder
  /// A Python with lxml; nil when there is none.
  let python: String?
  /// A Python with openpyxl; nil when there is none.
  let openpyxl: String?
  let folder: String

  var floor: String { folder + "/floor" }

  init(_ options: Options) throws {
    guard FileSystem.exists(options.product) else {
      throw Failure("--product: no program at '\(options.product)'\n\n\(Options.help)")
    }
    product = options.product
    data = DataFolder(path: options.data)
    folder = options.data + "/work"
    try FileSystem.makeFolder(folder)
    let findsLXML = Command(program: options.python, arguments: ["-c", "import lxml.etree, sqlite3"])
    python = (try? findsLXML.run()) == nil ? nil : options.python
    if python == nil {
      say("The Python peer is left out: '\(options.python)' has no lxml (apt install python3-lxml, or --python).")
    }
    openpyxl = (try? Command(program: options.python, arguments: ["-c", "import openpyxl"]).run()) == nil ? nil : options.python
    if openpyxl == nil { say("openpyxl is left out: '\(options.python)' has none (apt install python3-openpyxl, or --python).") }
    try buildFloor()
  }

  /// A database with the company in it and no forms, made by the product itself.
  func prepareDatabase(_ size: Size) throws {
    try data.makeCompany(size)
    removeDatabase("prepared-" + size.rawValue)
    let setup = Command(program: product, arguments: ["setup", data.company(size), "--database", prepared(size), "--quiet"])
    let cost = try setup.run()
    say("setup of \(size.trainees) trainees (not counted): \(decimals(cost.wall, 2)) s")
  }

  /// A database with the company and all its forms, filled by the product once for all who read it.
  func fill(_ size: Size, _ name: String) throws {
    guard !FileSystem.exists(database(name)) else { return }
    try data.makeBatch(size)
    try prepareDatabase(size)
    try FileSystem.copy(prepared(size), to: database("filling"))
    let arguments = ["import", data.batch(size), "--database", database("filling"), "--quiet"]
    _ = try Command(program: product, arguments: arguments).run()
    try expect(size.judgements, in: "filling", Questions.judgementsOfProduct)
    try FileSystem.rename(database("filling"), to: database(name))
    removeDatabase("filling")
  }

  func prepared(_ size: Size) -> String { database("prepared-" + size.rawValue) }

  func database(_ name: String) -> String { folder + "/" + name + ".sqlite" }

  func removeDatabase(_ name: String) {
    for suffix in ["", "-wal", "-shm", ".lock"] { FileSystem.remove(database(name) + suffix) }
  }

  /// Throws unless a database holds this many judgements: nobody is fast by doing nothing.
  func expect(_ judgements: Int, in name: String, _ question: String) throws {
    let answer = folder + "/answer.txt"
    _ = try Command(program: "sqlite3", arguments: [database(name), question], output: answer).run()
    let count = try FileSystem.text(of: answer).split(separator: "\n").first.flatMap { Int($0) }
    guard count == judgements else { throw Failure("\(name) holds \(count ?? 0) judgements, not \(judgements)") }
  }

  func clear() throws { try FileSystem.removeFolder(folder) }

  private func buildFloor() throws {
    let flags = folder + "/flags.txt"
    _ = try Command(program: "pkg-config", arguments: ["--cflags", "--libs", "libxml-2.0", "sqlite3"], output: flags).run()
    let words = try FileSystem.text(of: flags).split { $0 == " " || $0 == "\n" }.map(String.init)
    _ = try Command(program: "cc", arguments: ["-O2", Places.peers + "/floor.c", "-o", floor] + words).run()
  }
}
