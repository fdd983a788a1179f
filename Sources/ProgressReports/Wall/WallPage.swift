public import CompetencyCore
public import Wording

/// The view model of `Templates/Reports/wall.mustache`: the sheets of a wall, ready to print.
struct WallPage: Sendable {
  struct Sign: Sendable {
    let drawing: HTMLFragment
    let name: String
    let meaning: String?
  }
  struct Sheet: Sendable {
    let matrix: HTMLFragment
    let place: String?
    /// How high one line is, in millimetres, and the drawing in it, of which the circle takes seven eighths.
    let lineHeight, circle: String
  }

  let words: [String: String]
  let language: String
  let title, asOf, week, nextPrint, discussed, paper, size: String
  let sheets: [Sheet]
  let legend: [Sign]
}

extension WallPage {
  init(_ report: WallReport, _ texts: Texts) {
    words = texts.words(under: "wall.")
    language = texts.language.rawValue
    title = texts.say("wall.title", ["team": report.team])
    asOf = texts.say("report.as_of_full", ["date": texts.fullDate(report.asOf)])
    week = texts.week(of: report.asOf)
    nextPrint = texts.say("wall.next_print", ["week": texts.week(of: report.nextPrint, readOn: report.asOf)])
    discussed = texts.say("wall.discussed", ["date": texts.date(report.discussedOn)])
    (paper, size) = report.paper == .a3 ? ("a3", "A3 landscape") : ("a4", "A4 portrait")
    legend = WallDrawing.legend(report, texts)
    sheets = report.sheets.enumerated().map { place, sheet in
      let height = Self.lineHeight(of: sheet, on: report.paper)
      return Sheet(
        matrix: WallDrawing(sheet: sheet, scale: report.scale, texts: texts).fragment,
        place: report.sheets.count == 1
          ? nil : texts.say("wall.sheet", ["number": "\(place + 1)", "count": "\(report.sheets.count)"]),
        lineHeight: FixedDecimal(height, digits: 1).text(sign: "."),
        circle: FixedDecimal(height - 0.5, digits: 1).text(sign: "."))
    }
  }

  /// The lines fill the sheet, from 5.6 mm, which a pen still finds, to 9 mm.
  private static func lineHeight(of sheet: WallReport.Sheet, on paper: WallReport.Paper) -> Double {
    let room = paper == .a3 ? 240.0 : 200.0
    return min(max(room / Double(max(sheet.lines, 1)), 5.6), 9)
  }

  /// A page on which nothing is empty, so that each tag of a template can be answered.
  static func filled(_ texts: Texts) -> WallPage {
    let (text, drawing) = ("…", HTMLBuilder().fragment)
    return WallPage(
      words: texts.words(under: "wall."), language: text, title: text, asOf: text, week: text, nextPrint: text, discussed: text,
      paper: text,
      size: text, sheets: [Sheet(matrix: drawing, place: text, lineHeight: text, circle: text)],
      legend: [Sign(drawing: drawing, name: text, meaning: text)])
  }
}

extension WallReport {
  /// The sheets as a page for screen and paper.
  ///
  /// - Throws: ``CompetencyCore/Refusal`` when the template cannot be used.
  public func html(_ texts: Texts, folders: TemplateFolders) throws(Refusal) -> [UInt8] {
    try HTMLTemplate("Reports/wall.mustache", folders: folders).document(of: WallPage(self, texts))
  }
}
