internal import Glibc

/// What the benchmarks read: companies as CSV and canonical messages, the same bytes for the same seed.
public struct Workload: Sendable {
  /// How large it is.
  public let size: Size
  /// What every name, level and word follows from.
  public let seed: UInt64

  /// A workload of this size.
  public init(_ size: Size, seed: UInt64) { (self.size, self.seed) = (size, seed) }

  /// Writes the company's CSV files into a folder that exists.
  ///
  /// - Throws: ``WorkloadFailure`` when a file cannot be written.
  public func writeCompany(to folder: String) throws(WorkloadFailure) {
    try Company(size: size, floor: floor).write(to: folder)
  }

  /// Writes a message of one form a file into a folder that exists; file names sort in the order of the forms.
  ///
  /// - Throws: ``WorkloadFailure`` when a file cannot be written.
  public func writeFiles(to folder: String) throws(WorkloadFailure) {
    for number in 0..<size.forms {
      try write(forms: number..<number + 1, message: number + 1, to: folder + "/form-" + padded(number + 1, 6) + ".xml")
    }
  }

  /// Writes one message with all forms.
  ///
  /// - Throws: ``WorkloadFailure`` when the file cannot be written.
  public func writeBatch(to path: String) throws(WorkloadFailure) { try write(forms: 0..<size.forms, message: 0, to: path) }

  private var floor: Shopfloor { Shopfloor(seed: seed) }

  private func write(forms: Range<Int>, message: Int, to path: String) throws(WorkloadFailure) {
    var file = try OutputFile(path)
    let message = Message(number: message, seed: seed)
    try file.write(message.opening)
    for number in forms { try file.write(Form(number: number, size: size, floor: floor).xml) }
    try file.write(message.closing)
    try file.finish()
  }
}
