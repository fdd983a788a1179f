import CompetencyCore

extension CellView {
  /// What the product shows; no cell shows what an empty one does.
  init(_ cell: MatrixCell?) {
    guard let cell else { return }
    level = cell.level.text
    without = cell.without?.rawValue ?? ""
    aangeleerdOn = number(cell.aangeleerdOn)
    beheerstOn = number(cell.beheerstOn)
    lastSeenOn = number(cell.lastSeenOn)
    named =
      cell.named.map { one in
        "\(Self.start(of: one)) \(one.source.rawValue) \(one.by?.text ?? "") \(one.sender?.text ?? "")"
      } ?? ""
    proposals = cell.proposals.map { "\(Self.start(of: $0)) \($0.sender?.text ?? "")" }.sorted()
    disagreements = cell.disagreements.map { "\(Self.start(of: $0)) \($0.sender?.text ?? "")" }.sorted()
    isStale = cell.isStale
  }

  private static func start(of one: Statement) -> String {
    "\(number(one.seenOn)) \(one.role.rawValue) \(one.level?.text ?? "")"
  }
}
