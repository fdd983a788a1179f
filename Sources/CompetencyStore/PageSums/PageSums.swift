internal import CompetencyCore
internal import Glibc

/// The sums of all pages of a database at one moment of it, in a file beside it.
///
/// The file: 32 bytes (a mark, the generation, the size of a page, the number of pages, a total), then eight bytes for each
/// page, all little endian. Whatever a power cut leaves of it, the total tells whether it belongs together.
struct PageSums {
  /// What stands for a page of which nobody knows what was written.
  static let unknown: UInt64 = 0
  /// What the name of the file has behind that of the database.
  static let suffix = "-sums"
  private static let mark = UInt64(littleEndian: 0x3130_736d_7573_6d76)
  private static let headSize = 32

  /// The moment of the database that these sums are of; see ``PageGeneration``.
  let generation: Int32
  let pageSize: Int
  /// The sum of page 1 comes first.
  let sums: [UInt64]

  init(generation: Int32, pageSize: Int, sums: [UInt64]) {
    (self.generation, self.pageSize, self.sums) = (generation, pageSize, sums)
  }

  /// The sums that stand beside a database; nil when there are none, or they do not belong together.
  init?(beside database: String) {
    let descriptor = open(database + Self.suffix, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size >= Self.headSize, status.st_size % 8 == 0 else { return nil }
    var words = [UInt64](repeating: 0, count: Int(status.st_size) / 8)
    let count = words.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    guard count == words.count * 8 else { return nil }
    let head = Array(words.prefix(Self.headSize / 8))
    (generation, pageSize) = (Int32(truncatingIfNeeded: head[1]), Int(truncatingIfNeeded: head[1] >> 32))
    sums = Array(words.dropFirst(head.count))
    guard head == self.head else { return nil }
  }

  private var head: [UInt64] {
    let first = UInt64(UInt32(bitPattern: generation)) | UInt64(pageSize) << 32
    var total = first
    // An odd factor for each place: no other sum in one place gives the same total.
    for (place, sum) in sums.enumerated() { total &+= sum &* (2 &* UInt64(place) &+ 1) }
    return [Self.mark, first, UInt64(sums.count), total]
  }

  /// Writes them beside a database: all, or of an earlier moment only what changed.
  ///
  /// Nothing waits for the disk, and a failure is nobody's concern: what is left then belongs to no moment of the database.
  func write(beside database: String, changed places: [Int]? = nil) {
    let descriptor = open(database + Self.suffix, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    guard ftruncate(descriptor, off_t(Self.headSize + sums.count * 8)) == 0 else { return }
    for run in places.map(Self.runs) ?? [0..<sums.count] {
      guard put(Array(sums[run]), at: Self.headSize + run.lowerBound * 8, in: descriptor) else { return }
    }
    // Last, so that a program that is ended before this leaves the head of the moment before.
    _ = put(head, at: 0, in: descriptor)
  }

  /// Places as few stretches of the file; what lies a little apart is written together.
  private static func runs(_ places: [Int]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for place in places.sorted() {
      if let last = runs.last, place < last.upperBound + 64 {
        runs[runs.count - 1] = last.lowerBound..<max(last.upperBound, place + 1)
      } else {
        runs.append(place..<place + 1)
      }
    }
    return runs
  }

  private func put(_ words: [UInt64], at offset: Int, in descriptor: Int32) -> Bool {
    words.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, off_t(offset)) == $0.count }
  }
}
