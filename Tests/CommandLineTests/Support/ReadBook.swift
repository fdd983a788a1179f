import Foundation

/// A workbook as openpyxl reads it.
struct ReadBook: Decodable {
  struct Cell: Decodable {
    /// s for text, n for a number, d for a day, f for a formula; n without text is empty.
    let kind, text, format: String

    /// The cell as our table for the Excel of the Netherlands writes it.
    var inTable: String {
      if kind == "d", let day = text.prefixMatch(of: /(\d{4})-(\d\d)-(\d\d)/) { return "\(day.3)-\(day.2)-\(day.1)" }
      guard kind == "n", format == "0%", let value = Double(text) else { return text }
      let hundredths = Int((value * 100).rounded())
      return "\(hundredths / 100),\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
  }
  struct Sheet: Decodable {
    let name, frozen, filter: String
    let merged: Int
    let rows: [[Cell]]
  }
  let sheets: [Sheet]

  /// openpyxl tells what kind each cell is; the text comes from the file itself, as openpyxl leaves `_x000D_` as it stands.
  static let reader = """
    import json, re, sys, zipfile, openpyxl
    import xml.etree.ElementTree as tree
    n = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    archive = zipfile.ZipFile(sys.argv[1])
    plain = lambda text: re.sub("_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m.group(1), 16)), text)
    texts = [plain("".join(t.text or "" for t in item.iter(n + "t")))
        for item in tree.fromstring(archive.read("xl/sharedStrings.xml"))]
    def written(number):
        sheet = tree.fromstring(archive.read("xl/worksheets/sheet%d.xml" % number))
        return {c.get("r"): texts[int(c.find(n + "v").text)] for c in sheet.iter(n + "c") if c.get("t") == "s"}
    def cell(c, own):
        text = own[c.coordinate] if c.data_type == "s" else "" if c.value is None else str(c.value)
        return {"kind": c.data_type, "text": text, "format": c.number_format}
    book = openpyxl.load_workbook(sys.argv[1])
    print(json.dumps({"sheets": [{"name": s.title, "frozen": s.freeze_panes, "filter": s.auto_filter.ref or "",
        "merged": len(s.merged_cells.ranges), "rows": [[cell(c, own) for c in row] for own in [written(i + 1)] for row in s.iter_rows()]}
        for i, s in enumerate(book)]}))
    """
}
