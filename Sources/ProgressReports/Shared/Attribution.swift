import CompetencyCore
import Wording

/// Who said something, in words: a person by name, a form by its role and "via ROC Delta".
struct Attribution: Sendable {
  let company: Company
  let texts: Texts

  /// Who made a statement.
  func who(_ statement: Statement) -> String {
    if let by = statement.by { return name(of: by) }
    // A form of the trainee is the trainee's own word, whoever sent it.
    let role = statement.role == .student ? company.name(of: statement.cell.trainee)?.given : nil
    let said = role ?? texts.role(statement.role)
    guard let sender = statement.sender else { return said }
    return texts.say("said.via", ["who": said, "school": schoolName(of: sender)])
  }

  /// A person's whole name; the id of somebody who is not known.
  func name(of id: PersonID) -> String { company.name(of: id)?.full ?? id.text }

  /// The name of the school that sends under this key; the key of a sender that is not known.
  func schoolName(of sender: SenderKey) -> String {
    sender.number.flatMap { company.school(withNumbers: [$0]) }?.name ?? sender.text
  }
}
