import CLibXML2
import CompetencyCore

extension Dialects {
  /// Where the forms about some participants stand in a file, in the order of the file; nil when it is in no dialect at hand, or
  /// a form is not an element of its own.
  func ranges(of participants: Set<ParticipantKey>, in text: UnsafeBufferPointer<UInt8>) throws(Fault) -> [Range<Int>]? {
    var scan = MarkupScan(text)
    try scan.run()
    let tree = try PlacedTree(text, lines: scan.elementLines)
    guard let dialect = try only(for: tree) else { return nil }
    let places = MarkupPlaces(text).elements
    return try dialect.prepared(tree) { (values) throws(Fault) -> [Range<Int>]? in
      var reading = DialectReading(values, file: "") { _ in true }
      var ranges: [Range<Int>] = []
      for rule in dialect.forms {
        for node in try reading.values.nodes(rule.at, from: tree.root.node) {
          reading.values.run.setForm(node)
          guard let participant = try reading.participant(rule, node), participants.contains(participant.key) else { continue }
          guard node.pointee.type == XML_ELEMENT_NODE, node != tree.root.node, let number = tree.number(of: node),
            places.indices.contains(number)
          else { return nil }
          ranges.append(places[number].whole)
        }
      }
      return ranges.sorted { $0.lowerBound < $1.lowerBound }
    }
  }
}
