import CompetencyCore

/// Makes a checked form of an element that is as the schema says.
struct FormMapping: Sendable {
  let file: String
  let scales: Scales

  /// The form of an element; throws what the schema takes and we cannot.
  func form(_ element: TreeElement) throws(Fault) -> SchoolForm {
    let place = SourcePlace(file: file, line: element.mark.line, path: element.path)
    let heldOn = try element.value(in: "gespreksdatum", day)
    let conversation = element.first("gesprek")
    let form = SchoolForm(
      id: FormID(element.token("id") ?? ""), version: try element.optionalValue("versie", smallNumber) ?? 1,
      kind: try element.value(in: "soort") { FormKind(rawValue: $0) }, heldOn: heldOn,
      participant: participant(element.first("deelnemer")),
      entries: try entries(element.first("voortgang"), heldOn: heldOn, formPath: place.path),
      topics: topics(conversation), agreements: try agreements(element.first("afspraken")),
      minutes: try conversation?.optionalValue("duur_minuten", smallNumber),
      nextConversation: try conversation?.optionalValue("volgend_gesprek", day), place: place, content: ContentDigest(hex: ""))
    return form.withDigest()
  }

  private func participant(_ element: TreeElement?) -> Participant {
    guard let element else { return Participant(numbers: [], displayName: "") }
    // A leerbedrijf has no part in the chain that an ECK-iD is meant for, so it is not kept.
    let numbers = element.children("identificatie").compactMap { number in
      number.token("soort").flatMap(Participant.Number.Kind.init(rawValue:)).map { kind in
        Participant.Number(kind: kind, value: collapsed(number.text), issuer: number.token("uitgever"))
      }
    }
    return Participant(numbers: numbers, displayName: element.token(in: "weergavenaam"))
  }

  private func entries(_ progress: TreeElement?, heldOn: CalendarDate, formPath: String) throws(Fault) -> [FormEntry] {
    guard let progress else { return [] }
    var entries: [FormEntry] = []
    let tasks = Array(progress.children("taak"))
    entries.reserveCapacity(tasks.count)
    for (taskIndex, task) in tasks.enumerated() {
      let code = try task.value("code") { TaskCode($0) }
      let name = task.token(in: "naam")
      let taskPath = formPath + (tasks.count > 1 ? "/voortgang/taak[\(taskIndex + 1)]/oordeel" : "/voortgang/taak/oordeel")
      let judgements = Array(task.children("oordeel"))
      for (index, judgement) in judgements.enumerated() {
        let path = judgements.count > 1 ? taskPath + "[\(index + 1)]" : taskPath
        entries.append(
          FormEntry(
            place: SourcePlace(file: file, line: judgement.mark.line, path: path), task: code, taskName: name,
            said: try said(judgement), role: try judgement.value("rol") { Role(rawValue: $0) },
            byName: judgement.token("door") ?? "", seenOn: try judgement.optionalValue("datum", day) ?? heldOn,
            note: judgement.first("toelichting")?.text ?? ""))
      }
    }
    return entries
  }

  private func said(_ judgement: TreeElement) throws(Fault) -> FormEntry.Said {
    guard judgement.first("niveau") != nil else {
      return .without(try judgement.value(in: "zonder_niveau") { AbsenceReason(rawValue: $0) })
    }
    let level = try judgement.value(in: "niveau") { scales[$0] }
    return .level(level.level, readAs: level.reading)
  }

  private func topics(_ conversation: TreeElement?) -> [FormTopic] {
    guard let conversation else { return [] }
    return conversation.children("onderwerp").map { topic in
      FormTopic(
        code: topic.token("code") ?? "", contributedBy: topic.token("inbreng").flatMap(Role.init(rawValue:)), text: topic.text)
    }
  }

  private func agreements(_ list: TreeElement?) throws(Fault) -> [FormAgreement] {
    guard let list else { return [] }
    var agreements: [FormAgreement] = []
    for element in list.children("afspraak") {
      let statement = ReadAgreement(
        id: element.token("id") ?? "", owner: try element.value("wie") { Role(rawValue: $0) },
        dueOn: try element.optionalValue("voor", day),
        status: try element.value("status") { ReadAgreement.Status(rawValue: $0) }, task: element.token("taak") ?? "",
        follows: element.token("vervolg_op") ?? "")
      agreements.append(FormAgreement(statement: statement, ownerName: element.token("naam") ?? "", text: element.text))
    }
    return agreements
  }
}
