public import CompetencyCore

/// Reads files one after another, their forms on all processors at the same time.
///
/// What comes out has the order of the files and of the forms in them, whatever was ready first. A message of any size
/// takes the same memory: a few pieces of it are on their way at a time.
public final class FormStream {
  /// What comes of a piece of work.
  private enum Outcome: Sendable {
    case events([FormEvent])
    case step(ReadingStep)
    case findings(FormFindings)
  }
  /// Work in the order in which its outcome is wanted.
  private struct Pending {
    enum State {
      case given(Crew<Outcome>.Assignment)
      case done(Outcome)
    }
    let index: Int
    let state: State
    /// How many bytes it is about.
    var weight = 0
  }
  private let reader: FormReader
  private let files: [FormSource]
  private let keepsBytes: Bool
  private let nineDigitSenders: @Sendable ([OrganisationNumber]) -> Bool
  private let benches: WorkbenchStock
  private let crew = Crew<Outcome>()
  private var nextFile = 0
  private var current: (index: Int, reading: MessageReading, bench: Workbench)?
  private var pending: [Pending] = []
  private var ready: [(Int, FormEvent)] = []

  /// A stream of files.
  ///
  /// - Parameters:
  ///   - keepsBytes: whether the bytes of the files are given out too.
  ///   - nineDigitSenders: whether the sender with these numbers has student numbers of nine digits; asked on any thread.
  public init(
    _ files: [FormSource], reader: FormReader, keepsBytes: Bool,
    nineDigitSenders: @escaping @Sendable ([OrganisationNumber]) -> Bool
  ) {
    (self.files, self.reader, self.keepsBytes, self.nineDigitSenders) = (files, reader, keepsBytes, nineDigitSenders)
    benches = WorkbenchStock(reader.schema)
  }

  /// The next event with the index of its file; nil after the last.
  public func next() -> (file: Int, event: FormEvent)? {
    while ready.isEmpty {
      fill()
      guard !pending.isEmpty else { return nil }
      finish(pending.removeFirst())
    }
    return ready.removeFirst()
  }

  /// Gives the processors work, but no more than a little ahead of what was taken.
  private func fill() {
    while pending.count < 64, pending.isEmpty || pending.reduce(0, { $0 + $1.weight }) < 3 << 19 {
      guard let next = produce() else { return }
      pending.append(next)
    }
  }

  private func produce() -> Pending? {
    if let current { return step(of: current.reading, index: current.index) }
    guard nextFile < files.count else { return nil }
    defer { nextFile += 1 }
    return begin(files[nextFile], index: nextFile)
  }

  /// A small file is read whole by one processor; a large one here, so that its forms go to all.
  private func begin(_ file: FormSource, index: Int) -> Pending {
    do {
      let source = try file.open()
      guard let size = source.size, size <= 1 << 18 else { return start(source, file.name, index) }
      let (reader, benches, keepsBytes) = (reader, benches, keepsBytes)
      let nineDigitSenders = nineDigitSenders
      let held = Held(source)
      return submit(index: index, weight: size) {
        benches.with { bench in
          .events(reader.events(of: held.value, file: file.name, on: bench, keepsRaw: keepsBytes, nineDigitSenders))
        } ?? .events([.refused([Fault(.unexpected).problem(in: file.name)])])
      }
    } catch {
      return Pending(index: index, state: .done(.events([.refused([error.problem(in: file.name)])])))
    }
  }

  private func start(_ source: ByteStream, _ name: String, _ index: Int) -> Pending {
    guard let bench = benches.take() else {
      return Pending(index: index, state: .done(.events([.refused([Fault(.unexpected).problem(in: name)])])))
    }
    let reading = reader.reading(of: source, file: name, on: bench, keepsRaw: keepsBytes, nineDigitSenders)
    current = (index, reading, bench)
    return step(of: reading, index: index)
  }

  private func step(of reading: MessageReading, index: Int) -> Pending {
    guard let step = reading.next() else {
      defer { current = nil }
      if let bench = current?.bench { benches.give(back: bench) }
      return Pending(index: index, state: .done(.events([])))
    }
    guard case .batch(let batch) = step else {
      return Pending(index: index, state: .done(.step(step)))
    }
    let benches = benches
    return submit(index: index, weight: batch.byteCount) {
      benches.with { .findings($0.look(at: batch)) } ?? .findings(FormFindings(fatal: Fault(.unexpected)))
    }
  }

  private func submit(index: Int, weight: Int, _ work: @escaping @Sendable () -> Outcome) -> Pending {
    Pending(index: index, state: .given(crew.give(work)), weight: weight)
  }

  private func finish(_ pending: Pending) {
    let events: [FormEvent]
    let outcome =
      switch pending.state {
      case .given(let assignment): crew.outcome(of: assignment)
      case .done(let outcome): outcome
      }
    switch outcome {
    case .events(let all): events = all
    case .step(let step): events = assemblies(pending.index) { $0.take(step) }
    case .findings(let findings): events = assemblies(pending.index) { $0.take(findings) }
    }
    ready += events.map { (pending.index, $0) }
  }

  private var assembling: (index: Int, assembly: MessageAssembly)?

  /// The assembly of a file that is read here; it may go on after the reading itself was done.
  private func assemblies(_ index: Int, _ body: (inout MessageAssembly) -> [FormEvent]) -> [FormEvent] {
    if assembling?.index != index { assembling = (index, MessageAssembly(file: files[index].name)) }
    guard var assembly = assembling?.assembly else { return [] }
    assembling = nil
    defer { assembling = (index, assembly) }
    let events = body(&assembly)
    current?.reading.isFull = assembly.isFull
    return events
  }
}

/// A value that goes from one thread to another and is used by one at a time.
private struct Held<Value>: @unchecked Sendable {
  let value: Value
  init(_ value: Value) { self.value = value }
}
