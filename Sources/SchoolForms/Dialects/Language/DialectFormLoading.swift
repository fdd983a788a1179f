import CompetencyCore

// Forms and what stands in them.
extension DialectLoading {
  mutating func takeForm(_ element: TreeElement, _ tree: PlacedTree) {
    guard let at = expression("bij", of: element, tree, needed: true) else { return }
    var form = FormRule(at: at)
    form.id = expression("id", of: element, tree)
    form.version = expression("versie", of: element, tree)
    form.kind = expression("soort", of: element, tree, needed: true)
    form.day = expression("datum", of: element, tree, needed: true)
    form.studentNumber = expression("studentnummer", of: element, tree)
    form.personnelNumber = expression("personeelsnummer", of: element, tree)
    form.name = expression("naam", of: element, tree)
    form.minutes = expression("duur_minuten", of: element, tree)
    form.next = expression("volgend_gesprek", of: element, tree)
    form.writesDay = element.token("schrijf") != nil
    if element.attribute("studentnummer") == nil, element.attribute("personeelsnummer") == nil {
      note(.missing_attribute, element, tree, ["attribute": "studentnummer", "element": "formulier"])
    }
    for child in element.children {
      switch child.name {
      case "oordeel": takeJudgement(child, tree, into: &form)
      case "onderwerp": takeTopic(child, tree, into: &form)
      case "afspraak": takeAgreement(child, tree, into: &form)
      case "beoordeling": takeAssessment(child, tree, into: &form)
      default: break
      }
    }
    dialect.forms.append(form)
  }

  private mutating func takeJudgement(_ element: TreeElement, _ tree: PlacedTree, into form: inout FormRule) {
    guard let at = expression("bij", of: element, tree, needed: true) else { return }
    form.judgements.append(
      JudgementRule(
        at: at, task: expression("taak", of: element, tree, needed: true), taskName: expression("taaknaam", of: element, tree),
        level: expression("niveau", of: element, tree, needed: true), scale: expression("schaal", of: element, tree),
        role: expression("rol", of: element, tree, needed: true), by: expression("door", of: element, tree),
        day: expression("datum", of: element, tree), note: expression("toelichting", of: element, tree),
        written: written(element, tree)))
  }

  /// The values that are written back; one of which the dialect does not say where it stands is noted.
  private mutating func written(_ element: TreeElement, _ tree: PlacedTree) -> Set<WrittenValue> {
    let words = Set(
      (element.token("schrijf") ?? "").utf8.split(separator: 0x20).map { String(decoding: Array($0), as: UTF8.self) })
    let values = Set(WrittenValue.allCases.filter { words.contains($0.rawValue) })
    for value in values where !element.attributes.contains(where: { sameScalars($0.name, value.rawValue) }) {
      note(.missing_attribute, element, tree, ["attribute": value.rawValue, "element": "oordeel"])
    }
    return values
  }

  private mutating func takeTopic(_ element: TreeElement, _ tree: PlacedTree, into form: inout FormRule) {
    form.topics.append(
      TopicRule(
        at: expression("bij", of: element, tree), code: expression("code", of: element, tree, needed: true),
        contributedBy: expression("inbreng", of: element, tree), text: expression("tekst", of: element, tree, needed: true)))
  }

  private mutating func takeAgreement(_ element: TreeElement, _ tree: PlacedTree, into form: inout FormRule) {
    guard let at = expression("bij", of: element, tree, needed: true) else { return }
    form.agreements.append(
      AgreementRule(
        at: at, id: expression("id", of: element, tree), owner: expression("wie", of: element, tree, needed: true),
        ownerName: expression("naam", of: element, tree), due: expression("voor", of: element, tree),
        status: expression("status", of: element, tree), task: expression("taak", of: element, tree),
        follows: expression("vervolg_op", of: element, tree), text: expression("tekst", of: element, tree, needed: true)))
  }
}
