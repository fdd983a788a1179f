internal import Glibc
internal import Workload

@main
struct Benchmarks {
  static func main() {
    do {
      let data = DataFolder(path: CommandLine.arguments[1])
      for size in Size.allCases {
        try data.makeCompany(size); try data.makeBatch(size)
        if size != .large { try data.makeFiles(size) }
      }
    } catch { print(error); exit(1) }
  }
}
