import Foundation
import Testing

@Suite struct SecretTests {
  private static let secret = "GEHEIM-Zeepaardje"

  @Test func `what is written in the forms is in nothing that HR reads, nor in the log or the status`() throws {
    let desk = try Self.deskWithSecrets()

    for line in [
      "report hr", "report hr --json", "report hr --as-of 2026-11-20", "report hr --json --known-on b-0002",
      "report hr --by karin",
      "log", "log --json", "status", "status --json",
    ] {
      let outcome = try desk.run(line)
      #expect(!outcome.text.contains(Self.secret), "vakmatrix \(line)")
      #expect(!outcome.errorText.contains(Self.secret), "vakmatrix \(line)")
      #expect(!outcome.text.isEmpty)
    }
  }

  @Test func `nor in a file for HR, on the wall or in the matrix of a team, however it is packed`() throws {
    let desk = try Self.deskWithSecrets()
    for line in SecretFiles.commands {
      try desk.run(line + " --as-of 2026-11-20")
      try SecretFiles.expectClean(of: Self.secret, String(line.split(separator: " ").last ?? ""), at: desk, line)
    }
  }

  @Test func `those who guide the trainee do read it, the administration does not`() throws {
    let desk = try Self.deskWithSecrets()
    let line = "matrix history sanne LAS-01 --as-of 2026-11-20"
    #expect(try desk.run(line + " --by mo").text.contains(Self.secret))
    #expect(try !desk.run(line).text.contains(Self.secret))
    #expect(try !desk.run("report trainee sanne").text.contains(Self.secret))
    #expect(try !desk.run("report team \"Werkplaats Noord\" --by ineke").text.contains(Self.secret))
  }

  private static func deskWithSecrets() throws -> Desk {
    let desk = try Desk(.company)
    var count = 0
    for file in Samples.forms {
      let planted = plant(in: try Samples.text("Forms/" + file))
      count += planted.components(separatedBy: secret).count - 1
      try desk.write("forms/" + file, planted)
    }
    #expect(count > 2000)
    try desk.run("import forms", exit: 3)
    #expect(try String(decoding: desk.dump(), as: UTF8.self).contains(secret))
    return desk
  }

  /// Puts the secret in every place of a form where somebody can write words.
  private static func plant(in text: String) -> String {
    let elements = "naam|weergavenaam|systeem|omschrijving|toelichting|onderwerp|afspraak|reden_niet_akkoord|bestandsnaam"
    return
      text
      .replacingOccurrences(of: "</([a-z]+:)?(\(elements))>", with: " \(secret)$0", options: .regularExpression)
      .replacingOccurrences(of: "( door| naam)=([\"'])", with: "$0\(secret) ", options: .regularExpression)
      .replacingOccurrences(of: "</d:", with: " \(secret)</d:")
      .replacingOccurrences(of: "-->", with: " \(secret) -->")
  }
}
