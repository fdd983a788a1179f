internal import CompetencyCore
internal import Journeys
internal import ProgressReports
internal import Wording

/// Conversations as JSON documents; keys are only added.
enum ConversationDocument {
  /// A preparation; a sealed side is null.
  static func preparation(_ outcome: PrepareJourney.Outcome, _ texts: Texts, isDryRun: Bool) -> JSONValue {
    let conversation = outcome.conversation
    let wording = OpenerWording(outcome.opener, texts, today: outcome.today, label: outcome.label)
    return [
      "schema": "vakmatrix/prepare/1", "booking": .text(outcome.booking?.description), "dryRun": .bool(isDryRun),
      "conversation": .string(conversation.id.description), "trainee": .string(outcome.trainee.id.text),
      "kind": .string(conversation.plan.kind.rawValue), "day": .date(conversation.plan.day),
      "side": .string(outcome.side.rawValue), "ready": .texts(conversation.ready.sorted().map(\.rawValue)),
      "since": .date(outcome.opener.since), "opener": outcome.opener.json(wording), "own": answers(outcome.own),
      "other": outcome.other.map(answers) ?? .null,
    ]
  }

  private static func answers(_ words: [String: String]) -> JSONValue {
    .array(
      words.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        .map { ["question": .string($0.key), "text": .string($0.value)] })
  }

  /// What a record did.
  static func record(_ outcome: RecordConversationJourney.Outcome, isDryRun: Bool) -> JSONValue {
    [
      "schema": "vakmatrix/conversation-record/1", "booking": .text(outcome.booking?.description), "dryRun": .bool(isDryRun),
      "conversation": .string(outcome.conversation.id.description), "trainee": .string(outcome.trainee.id.text),
      "heldOn": .date(outcome.heldOn), "change": .bool(outcome.isChange), "shared": .bool(outcome.isShared),
      "agreements": .array(
        outcome.agreements.map { made in
          [
            "id": .string(made.agreement.name.description), "text": .string(made.words),
            "owner": .string(made.agreement.owner.text), "dueOn": .date(made.agreement.dueOn),
          ]
        }),
      "closed": .int(outcome.closed), "untouched": .texts(outcome.untouched.map(\.id.description)),
      "levels": .int(outcome.levels), "next": .date(outcome.next?.day),
      "nextConversation": .text(outcome.next?.conversation.description),
    ]
  }

  /// An agreement of the ledger.
  static func agreement(_ row: AgreementJourney.Row, today: CalendarDate) -> JSONValue {
    let agreement = row.agreement
    let (status, into): (String, String?) =
      switch agreement.status {
      case .open: ("open", nil)
      case .done: ("done", nil)
      case .dropped: ("dropped", nil)
      case .reworded(let successor, _): ("reworded", successor.description)
      }
    return [
      "id": .string(agreement.id.description), "trainee": .string(row.trainee.id.text), "text": .string(row.words),
      "owner": .text(agreement.owner.person(of: row.trainee)?.text),
      "ownerRole": .text(agreement.owner.role(of: row.trainee)?.rawValue), "madeOn": .date(agreement.madeOn),
      "dueOn": .date(agreement.dueOn), "task": .text(agreement.task), "status": .string(status),
      "closedOn": .date(agreement.status.closedOn), "rewordedInto": .text(into),
      "follows": .text(agreement.follows?.description), "lineage": .texts(row.lineage.map(\.description)),
      "timesCarried": .int(row.timesCarried), "overdue": .bool(agreement.isOverdue(on: today)),
      "source": .string({ if case .school = agreement.id { "form" } else { "conversation" } }()),
      "sender": .text({ if case .school(let id) = agreement.id { id.subject.sender.text } else { nil } }()),
      "steps": .array(row.steps.map { ["text": .string($0.words), "done": .bool($0.isDone)] }),
    ]
  }
}
