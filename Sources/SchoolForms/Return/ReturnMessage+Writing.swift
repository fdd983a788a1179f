import CompetencyCore

extension ReturnMessage {
  /// The namespace of what the canonical form has no element for.
  static let additions = "urn:vakmatrix:retour:1"

  /// The whole message under this id.
  func written(id: String) -> [UInt8] {
    var xml = XMLWriter()
    xml.element("bericht", [("xmlns", TreeElement.ourNamespace.description), ("xsdversie", "1.0")]) { xml in
      xml.element("berichtid", text: id)
      xml.element("vervangt", text: replaced?.text)
      xml.element("antwoord_op", text: answered?.text)
      xml.element("aanmaakdatum", text: asOf.iso + "T00:00:00Z")
      xml.element("afzender") { xml in
        Self.organisation(sender.numbers, sender.name, in: &xml)
        xml.element("systeem", text: "Vakmatrix")
      }
      xml.element("ontvanger") { Self.organisation(school.numbers, school.name, in: &$0) }
      xml.element("schalen") { xml in for scale in scales { Self.scale(scale, in: &xml) } }
      for content in returns {
        progress(content, in: &xml)
        conversation(content, in: &xml)
      }
    }
    return xml.bytes
  }

  private static func organisation(_ numbers: [OrganisationNumber], _ name: String, in xml: inout XMLWriter) {
    for number in numbers { xml.element("identificatie", [("soort", number.kind.rawValue)], text: schemaToken(number.value)) }
    xml.element("naam", text: schemaToken(name))
  }

  private static func scale(_ scale: Scale, in xml: inout XMLWriter) {
    xml.element("schaal", [("id", scale.id), ("vocabulaire", scale.isOurs ? MasteryScale.vocabulary : nil)]) { xml in
      for (rank, level) in scale.levels.enumerated() {
        let attributes: [(StaticString, String?)] = [
          ("id", level.id), ("rang", String(rank)), ("komt_overeen_met", level.term?.text),
        ]
        xml.element("niveau", attributes) { $0.element("naam", text: schemaToken(level.name) ?? level.id) }
      }
    }
  }

  /// The form with levels and agreements: no conversation, so that it says nothing of one.
  private func progress(_ content: SchoolReturn, in xml: inout XMLWriter) {
    form(content, id: "retour", kind: .tussenbeoordeling, on: content.asOf, in: &xml) { xml in
      if !content.rows.isEmpty {
        xml.element("voortgang") { xml in for row in content.rows { Self.row(row, in: &xml) } }
      }
      if !content.agreements.isEmpty {
        xml.element("afspraken") { xml in
          for agreement in content.agreements { Self.agreement(agreement, in: &xml) }
        }
      }
      additions(content, in: &xml)
    }
  }

  private static func row(_ row: SchoolReturn.Row, in xml: inout XMLWriter) {
    xml.element("taak", [("code", row.task.text)]) { xml in
      xml.element("naam", text: schemaToken(row.title))
      for ground in row.grounds {
        xml.element("oordeel", [("rol", ground.statement.role.rawValue), ("datum", ground.seenOn.iso)]) { xml in
          switch ground.judgement {
          case .level(let level): xml.element("niveau", text: level.text)
          case .without(let reason): xml.element("zonder_niveau", text: reason.rawValue)
          }
        }
      }
    }
  }

  private static func agreement(_ agreement: SchoolReturn.Agreement, in xml: inout XMLWriter) {
    let standing = agreement.standing
    let status: ReadAgreement.Status =
      switch standing.status {
      case .open: .open
      case .done: .gereed
      case .dropped, .reworded: .vervallen
      }
    xml.element(
      "afspraak",
      [
        ("id", standing.id.description), ("wie", agreement.owner.rawValue),
        ("naam", agreement.ownerName.flatMap { schemaToken($0) }), ("voor", standing.dueOn?.iso), ("status", status.rawValue),
        ("taak", standing.task.flatMap { schemaToken($0) }), ("vervolg_op", standing.follows?.description),
      ], text: String(String.UnicodeScalarView(agreement.words.unicodeScalars.prefix(4000))))
  }

  /// What the canonical form has no element for: what became of proposals, and which code the school writes for a task.
  private func additions(_ content: SchoolReturn, in xml: inout XMLWriter) {
    let codes = content.rows.filter { $0.schoolCode != nil }
    guard !content.answers.isEmpty || !codes.isEmpty else { return }
    xml.element("toevoegingen") { xml in
      for answer in content.answers {
        xml.element(
          "antwoord",
          [
            ("xmlns", Self.additions), ("taak", answer.proposal.cell.task.text), ("voorstel", answer.level.text),
            ("rol", answer.proposal.role.rawValue), ("datum", answer.proposal.seenOn.iso),
            ("besluit", answer.outcome.word), ("niveau", answer.current.text),
          ])
      }
      for row in codes {
        xml.element("taak", [("xmlns", Self.additions), ("code", row.task.text), ("code_van_school", row.schoolCode?.text)])
      }
    }
  }

  /// That a conversation was held, in a form of its own: a form has one day.
  private func conversation(_ content: SchoolReturn, in xml: inout XMLWriter) {
    guard let held = content.conversation else { return }
    form(content, id: "gesprek", kind: held.kind, on: held.heldOn, in: &xml) { xml in
      xml.element("gesprek")
      if let day = held.seenOn { xml.element("gezien", [("rol", Role.student.rawValue), ("datum", day.iso)]) }
      if let recorded = held.recorded {
        xml.element("gezien", [("rol", recorded.by.rawValue), ("datum", recorded.on.iso)])
      }
    }
  }

  private func form(
    _ content: SchoolReturn, id: String, kind: FormKind, on day: CalendarDate, in xml: inout XMLWriter,
    _ body: (inout XMLWriter) -> Void
  ) {
    // A form's id is for one trainee and one day only.
    let attributes: [(StaticString, String?)] = [
      ("id", "\(id)-\(content.trainee.id.text)-\(day.iso)"), ("versie", String(content.version.number)),
    ]
    xml.element("formulier", attributes) { xml in
      xml.element("soort", text: kind.rawValue)
      xml.element("gespreksdatum", text: day.iso)
      xml.element("deelnemer") { xml in
        let issuer = school.numbers.first { $0.kind == .instellingscode || $0.kind == .kvk }?.value
        xml.element(
          "identificatie", [("soort", Participant.Number.Kind.studentnummer.rawValue), ("uitgever", issuer)],
          text: schemaToken(content.trainee.studentNumber))
        xml.element("weergavenaam", text: schemaToken(content.trainee.name.full))
      }
      body(&xml)
    }
  }
}
