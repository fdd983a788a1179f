public import CompetencyCore

/// A sample form of a dialect, with what reading it should give.
public struct DialectSample: Sendable {
  /// The path under which a person finds it.
  public let path: String
  /// The bytes as they would come from the school.
  public let bytes: [UInt8]
  /// The path of the file with the expected result.
  public let expectedPath: String
  /// The content of that file; nil when it is not there.
  public let expected: [UInt8]?

  /// A sample with its expected result.
  public init(path: String, bytes: [UInt8], expectedPath: String, expected: [UInt8]?) {
    (self.path, self.bytes, self.expectedPath, self.expected) = (path, bytes, expectedPath, expected)
  }
}

/// What came of trying a dialect on its samples.
public struct DialectTrial: Sendable {
  /// Everything that must be repaired or filled in, by file.
  public var problems: [Problem] = []
  /// What each sample that could be read says, under the path of its expected result.
  public var results: [(path: String, text: String)] = []
}

extension Dialects {
  /// Tries one dialect: its own slips, what is still to be filled in, and each of its samples.
  ///
  /// A sample must be recognised by this dialect and no other, be read without a fault, and say what stands beside it.
  public func check(
    _ entry: Entry, samples: [DialectSample], nineDigitSenders: ([OrganisationNumber]) -> Bool
  ) -> DialectTrial {
    var trial = DialectTrial()
    trial.problems = entry.problems + entry.unfinished
    guard entry.problems.isEmpty else { return trial }
    if samples.isEmpty { trial.problems.append(Self.problem(.no_samples, at: SourcePlace(file: entry.path))) }
    for sample in samples { self.try(sample, of: entry, nineDigitSenders, in: &trial) }
    return trial
  }

  private func `try`(
    _ sample: DialectSample, of entry: Entry, _ nineDigitSenders: ([OrganisationNumber]) -> Bool, in trial: inout DialectTrial
  ) {
    switch read(sample, by: entry, nineDigitSenders) {
    case .failure(let problems): trial.problems += problems
    case .success(let text):
      trial.results.append((sample.expectedPath, text))
      guard let expected = sample.expected else {
        trial.problems.append(Self.problem(.no_expected, at: SourcePlace(file: sample.expectedPath)))
        return
      }
      if let line = Self.difference(expected, Array(text.utf8)) {
        let place = SourcePlace(file: sample.expectedPath, line: line.number, column: line.column)
        trial.problems.append(Self.problem(.sample_differs, at: place, ["expected": line.expected, "found": line.found]))
      }
    }
  }

  private enum SampleReading {
    case success(String)
    case failure([Problem])
  }

  private func read(
    _ sample: DialectSample, by entry: Entry, _ nineDigitSenders: ([OrganisationNumber]) -> Bool
  ) -> SampleReading {
    do throws(Fault) {
      let result = try withTree(sample.bytes) { (tree) throws(Fault) -> FormReadingResult in
        if let fault = FormDefinition.faultBeforeDialects(tree) { throw fault }
        var others: [String] = []
        for other in entries where other.problems.isEmpty && other.name != entry.name {
          if try other.dialect.recognises(tree) { others.append(other.name) }
        }
        guard try entry.dialect.recognises(tree), others.isEmpty else {
          let kind: DialectFaultKind = others.isEmpty ? .sample_refused : .sample_other
          let values = ["element": quoted(tree.root.name, most: 40), "list": quoted(list: others, most: 80)]
          throw Fault(.dialect_faulty, kind: kind, line: tree.line(of: tree.root.node), values: values)
        }
        return try entry.dialect.read(
          tree, file: sample.path, fileDigest: sha256Hex(sample.bytes), nineDigitSenders: nineDigitSenders)
      }
      switch result {
      case .refused(let problems): return .failure(problems)
      case .read(let message, let warnings): return .success(MessageSummary.text(of: message, warnings: warnings))
      }
    } catch {
      return .failure([error.problem(in: sample.path)])
    }
  }

  private static func problem(_ kind: DialectFaultKind, at place: SourcePlace, _ values: [String: String] = [:]) -> Problem {
    Problem(.dialect_faulty, at: place, values: values.merging(["kind": kind.rawValue]) { given, _ in given })
  }

  /// The first line on which two texts differ, and what stands there from the word on that differs.
  private static func difference(
    _ expected: [UInt8], _ found: [UInt8]
  ) -> (number: Int, column: Int, expected: String, found: String)? {
    guard expected != found else { return nil }
    let lines = [expected, found].map { $0.split(separator: Sign.lineFeed, omittingEmptySubsequences: false) }
    let number = (0..<max(lines[0].count, lines[1].count)).first { index in
      index >= lines[0].count || index >= lines[1].count || lines[0][index] != lines[1][index]
    }
    guard let number else { return nil }
    let texts = lines.map { number < $0.count ? Array(String(decoding: $0[number], as: UTF8.self).unicodeScalars) : [] }
    let same = zip(texts[0], texts[1]).prefix { $0 == $1 }.count
    let start = texts[0][..<same].lastIndex(of: " ").map { $0 + 1 } ?? 0
    let shown = texts.map { text in
      var rest = String.UnicodeScalarView()
      rest.append(contentsOf: text[start...])
      return quoted(String(rest))
    }
    return (number + 1, start + 1, shown[0], shown[1])
  }
}

/// Calls the closure with the tree of a file, checked as every file of a school is.
func withTree<Result>(_ bytes: [UInt8], _ body: (PlacedTree) throws(Fault) -> Result) throws(Fault) -> Result {
  let text = try XMLText(decoding: bytes)
  return try text.withUTF8 { (utf8) throws(Fault) in
    var scan = MarkupScan(utf8)
    try scan.run()
    return try body(try PlacedTree(utf8, lines: scan.elementLines))
  }
}
