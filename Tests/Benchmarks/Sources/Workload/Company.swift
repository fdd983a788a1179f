/// The company's five CSV files, as `vakmatrix setup` reads them.
struct Company {
  let size: Size
  let floor: Shopfloor

  func write(to folder: String) throws(WorkloadFailure) {
    try write(people, to: folder + "/mensen.csv")
    try write(trainees, to: folder + "/trainees.csv")
    try write(tasks, to: folder + "/taken.csv")
    try write(profile, to: folder + "/profielen.csv")
    try write(schools, to: folder + "/scholen.csv")
  }

  private func write(_ rows: [String], to path: String) throws(WorkloadFailure) {
    var file = try OutputFile(path)
    for row in rows { try file.write(row + "\n") }
    try file.finish()
  }

  private var people: [String] {
    let staff = (0..<Shopfloor.teams(of: size)).flatMap { team in
      (0..<Shopfloor.mentorsPerTeam).map { row(floor.mentor($0, team: team), role: "werkplekbegeleider") }
        + [row(floor.lineManager(team: team), role: "leidinggevende")]
    }
    return ["id;roepnaam;tussenvoegsel;achternaam;personeelsnummer;team;rollen"] + staff + [
      "hr-1;Karin;;Kramer;900001;Kantoor;hr", "beheer-1;Ria;;Schouten;900002;Kantoor;beheer",
    ]
  }

  private func row(_ mentor: Shopfloor.Mentor, role: String) -> String {
    [mentor.id, mentor.given, "", mentor.family, mentor.personnelNumber, mentor.team, role].joined(separator: ";")
  }

  private var trainees: [String] {
    let header =
      "id;roepnaam;tussenvoegsel;achternaam;personeelsnummer;team;profiel;begeleider;leidinggevende;school;studentnummer;"
      + "start;einde;ritme;opleiding;leerweg;status"
    return [header]
      + (0..<size.trainees).map { number in
        let trainee = floor.trainee(number)
        let manager = floor.lineManager(team: number / Shopfloor.teamSize)
        return [
          trainee.id, trainee.given, "", trainee.family, trainee.personnelNumber, trainee.team, Words.profile,
          trainee.mentor.id, manager.id, "roc-delta", trainee.studentNumber, trainee.start.iso, (trainee.start + 3 * 365).iso,
          "kwartaal", "", "bbl", "lopend",
        ].joined(separator: ";")
      }
  }

  private var tasks: [String] {
    ["code;titel;groep;nodig;herhalen_maanden;veiligheid"]
      + Tasks.all.enumerated().map { index, task in
        let isSafety = index % 12 == 0
        return [task.code, task.title, task.group, String(2 + index % 3), isSafety ? "24" : "", isSafety ? "ja" : ""]
          .joined(separator: ";")
      }
  }

  private var profile: [String] {
    ["profiel;titel;taak;niveau;week"]
      + Tasks.all.enumerated().map { index, task in
        [Words.profile, Words.programme, task.code, "beheerst", String(1 + index * 2)].joined(separator: ";")
      }
  }

  private var schools: [String] {
    ["id;naam;instellingscode;dialect;andere_nummers;negen_cijfers", "roc-delta;ROC Delta;99ZZ;;;"]
  }
}
