/// A message of an invented school around one form or many.
struct Message {
  let number: Int
  let seed: UInt64

  var opening: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <bericht xmlns="urn:vakmatrix:voortgangsformulier:1" xsdversie="1.0">
      <berichtid>\(identifier)</berichtid>
      <aanmaakdatum>2026-11-19T22:05:00+01:00</aanmaakdatum>
      <afzender>
        <identificatie soort="instellingscode">99ZZ</identificatie>
        <naam>ROC Delta</naam>
        <systeem>Stagevolgsysteem 4.3</systeem>
      </afzender>
      <ontvanger><identificatie soort="leerbedrijf_id">100000001</identificatie></ontvanger>
      <schalen>
        <schaal id="ovg">
          <niveau id="O" rang="0" komt_overeen_met="nog_niet"><naam>Onvoldoende</naam></niveau>
          <niveau id="V" rang="1" komt_overeen_met="aangeleerd"><naam>Voldoende</naam></niveau>
          <niveau id="G" rang="2" komt_overeen_met="beheerst"><naam>Goed</naam></niveau>
        </schaal>
      </schalen>

    """
  }

  var closing: String { "</bericht>\n" }

  /// A random UUID (version 4), the same for the same seed.
  private var identifier: String {
    var random = SplitMix64(seed: seed, stream: 4, number: number)
    var bytes = (0..<16).map { _ in UInt8(truncatingIfNeeded: random.next() >> 32) }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.enumerated().map { index, byte in
      let hex = String(byte, radix: 16)
      return ([4, 6, 8, 10].contains(index) ? "-" : "") + (hex.utf8.count == 1 ? "0" : "") + hex
    }
    return "urn:uuid:" + digits.joined()
  }
}
