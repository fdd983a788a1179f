internal import Journeys

/// A page without what belongs to one session or one moment: the proof of the session, and the keys by which a form is known when it
/// is sent again.
struct BarePage: Sendable {
  private enum Gap { case proof, key }

  private static let keyField = Array("name=\"sleutel\" value=\"".utf8)
  private static let quote = UInt8(ascii: "\"")

  /// What stands before each gap; the last piece ends the page.
  private var pieces: [(bytes: ArraySlice<UInt8>, gap: Gap?)] = []

  /// How many bytes it has.
  var count: Int { pieces.reduce(0) { $0 + $1.bytes.count } }

  /// A page cut where the proof and the keys stand.
  init(_ page: [UInt8], proof: String) {
    let proof = Array(proof.utf8)
    var rest = page[...]
    while let (found, gap) = Self.nextGap(in: rest, proof) {
      pieces.append((rest[..<found.lowerBound], gap))
      rest = rest[found.upperBound...]
    }
    pieces.append((rest, nil))
  }

  private static func nextGap(in rest: ArraySlice<UInt8>, _ proof: [UInt8]) -> (Range<Int>, Gap)? {
    let place = rest.place(of: proof)
    // A key that stands behind the next proof is looked for when its turn has come.
    if let field = rest[..<(place?.lowerBound ?? rest.endIndex)].place(of: keyField) {
      let end = rest[field.upperBound...].firstIndex(of: quote) ?? rest.endIndex
      return (field.upperBound..<end, .key)
    }
    return place.map { ($0, .proof) }
  }

  /// The page for a session with this proof, with keys of its own.
  func filled(proof: String) -> [UInt8] {
    var page: [UInt8] = []
    page.reserveCapacity(count + 64 * pieces.count)
    for piece in pieces {
      page += piece.bytes
      switch piece.gap {
      case .proof: page += proof.utf8
      case .key: page += SecretHash.token().utf8
      case nil: break
      }
    }
    return page
  }
}
