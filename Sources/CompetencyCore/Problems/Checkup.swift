/// One thing that was looked over (*controle*), and what was found.
public struct Checkup: Sendable {
  /// What was looked over; stable, and the key of its text (`cli.doctor.check.<name>`).
  public let name: String
  /// What was found in figures, for programs and for who helps; empty when there is nothing to say.
  public let detail: String
  /// What is wrong with it.
  public let problems: [Problem]
  /// What the program exits with for it; done when nothing is wrong, also with warnings.
  public let status: ExitStatus

  /// A checkup that found these problems.
  ///
  /// - Parameters:
  ///   - name: what was looked over.
  ///   - detail: what was found in figures.
  ///   - problems: what is wrong with it.
  ///   - status: what the program exits with when one of them is an error.
  public init(_ name: String, detail: String = "", _ problems: [Problem] = [], status: ExitStatus = .ioFailed) {
    (self.name, self.detail, self.problems) = (name, detail, problems)
    self.status = problems.contains { $0.severity == .error } ? status : .done
  }

  /// A checkup that could not go on.
  public init(_ name: String, _ refusal: Refusal) { self.init(name, refusal.problems, status: refusal.status) }

  /// Whether nothing is wrong; warnings are not wrong.
  public var isGood: Bool { status == .done }
}
