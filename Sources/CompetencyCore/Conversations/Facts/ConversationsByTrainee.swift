/// The facts of conversations that are asked of one trainee after another, found without a look at those of all others.
struct ConversationsByTrainee: Sendable {
  let plans: [TraineeID: [ConversationPlan]]
  let events: [TraineeID: [ConversationEvent]]
  let agreements: [TraineeID: [Agreement]]
  let agreementEvents: [TraineeID: [AgreementEvent]]

  init(_ ledger: ConversationLedger) {
    plans = Dictionary(grouping: ledger.plans, by: \.trainee)
    events = Dictionary(grouping: ledger.events, by: \.trainee)
    agreements = Dictionary(grouping: ledger.agreements, by: \.trainee)
    agreementEvents = Dictionary(grouping: ledger.agreementEvents, by: \.trainee)
  }
}
