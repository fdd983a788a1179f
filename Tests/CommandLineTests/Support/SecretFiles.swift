import Foundation
import Testing

/// The files that leave the house, or hang where everybody reads along: no word that somebody wrote is in them.
enum SecretFiles {
  static let commands = [
    "report hr -o hr.xlsx", "report hr -o hr.csv", "report hr --format csv-international -o hr2.csv", "report hr -o hr.pdf",
    "report hr -o hr.html", "report wall noord --discussed -o muur.pdf", "report wall noord --discussed -o muur.html",
    "report team noord -o noord.pdf", "report team noord --by ineke -o noord.html",
  ]

  /// Looks into the file: unzipped, as poppler shows it, and byte for byte.
  static func expectClean(
    of secret: String, _ file: String, at desk: Desk, _ line: String, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let look =
      file.hasSuffix("pdf") ? ["pdftotext", file, "-"] : file.hasSuffix("xlsx") ? ["unzip", "-p", file] : ["cat", file]
    let text = try desk.startTool(look).wait().text
    #expect(text.utf8.count > 500, "\(line)", sourceLocation: location)
    #expect(!text.contains(secret), "vakmatrix \(line)", sourceLocation: location)
    // What poppler does not show, such as a title or an attachment, is looked for in the bytes as well.
    #expect(try desk.read(file).range(of: Data(secret.utf8)) == nil, "\(line)", sourceLocation: location)
  }
}
