import CompetencyCore
import Testing

/// How far a conversation is, and what the trainee said of what was written down.
@Suite struct ConversationStateTests {
  @Test func `it is planned, begins, and is written down`() {
    var talks = Talks()
    let conversation = talks.plans(on: .october(20))
    #expect(talks.conversation.state == .planned && talks.conversation.heldOn == nil)

    talks.says(.started(.october(21)), of: conversation)
    #expect(talks.conversation.state == .started(on: .october(21)))
    talks.says(.started(.october(22)), of: conversation)
    #expect(talks.conversation.state == .started(on: .october(21)))

    talks.says(.recorded(heldOn: .october(21), minutes: 25, isShared: false), of: conversation)
    #expect(talks.conversation.state == .recorded(heldOn: .october(21)))
    #expect(talks.conversation.heldOn == .october(21))
  }

  @Test func `a plan that moves it keeps its name, and the last day counts`() {
    var talks = Talks()
    let conversation = talks.plans(on: .october(20))
    talks.plans(on: .october(27), moving: conversation)

    #expect(talks.knowledge.conversations(with: .sanne).map(\.id) == [conversation])
    #expect(talks.conversation.plan.day == .october(27))
  }

  @Test func `what was called off is sealed and not the current one`() {
    var talks = Talks()
    let conversation = talks.plans(on: .october(20))
    for side in ConversationSide.allCases { talks.says(.ready(side), of: conversation) }
    #expect(talks.conversation.isUnsealed)

    talks.says(.cancelled, of: conversation)

    #expect(talks.conversation.state == .cancelled && !talks.conversation.isUnsealed)
    #expect(talks.knowledge.currentConversation(with: .sanne) == nil)
  }

  @Test func `it opens when both are ready, or when it begins`() {
    var talks = Talks()
    let conversation = talks.plans(on: .october(20))
    #expect(!talks.conversation.isUnsealed)
    talks.says(.ready(.begeleider), of: conversation)
    talks.says(.ready(.begeleider), of: conversation)
    #expect(!talks.conversation.isUnsealed && talks.conversation.ready == [.begeleider])

    var begun = talks
    begun.says(.started(.october(20)), of: conversation)
    talks.says(.ready(.medewerker), of: conversation)

    #expect(begun.conversation.isUnsealed && talks.conversation.isUnsealed)
  }

  @Test func `akkoord is of one version, and a later version withdraws it`() {
    var talks = Talks()
    let conversation = talks.plans(on: .october(20))
    let first = talks.says(.recorded(heldOn: .october(20), minutes: nil, isShared: false), of: conversation)
    #expect(talks.conversation.acknowledgement == .none)
    talks.says(.seen(version: first), of: conversation)
    #expect(talks.conversation.acknowledgement == .seen)
    talks.says(.agreed(version: first), of: conversation)
    talks.says(.seen(version: first), of: conversation)
    #expect(talks.conversation.acknowledgement == .agreed)

    let second = talks.says(.recorded(heldOn: .october(19), minutes: 30, isShared: true), of: conversation)

    #expect(talks.conversation.acknowledgement == .none)
    #expect(talks.conversation.versions.map(\.fact) == [first, second])
    #expect(talks.conversation.heldOn == .october(19))
    talks.says(.agreed(version: first), of: conversation)
    #expect(talks.conversation.acknowledgement == .none)
    let asked = talks.says(.changeAsked(version: second), of: conversation)
    #expect(talks.conversation.acknowledgement == .changeAsked(asked))
  }

  @Test func `when the record is undone the conversation has begun again, and the akkoord of the version before counts`() {
    var talks = Talks()
    let conversation = talks.plans(on: .october(20))
    talks.says(.started(.october(20)), of: conversation)
    let first = talks.says(.recorded(heldOn: .october(20), minutes: nil, isShared: false), of: conversation)
    talks.says(.agreed(version: first), of: conversation)
    let second = talks.says(.recorded(heldOn: .october(20), minutes: nil, isShared: false), of: conversation)

    talks.undoes(second)
    #expect(talks.conversation.acknowledgement == .agreed)
    talks.undoes(first)

    #expect(talks.conversation.state == .started(on: .october(20)))
    #expect(talks.conversation.acknowledgement == .none)
  }

  @Test func `the one that has begun is meant before the one that is planned, and that before the last`() {
    var talks = Talks()
    let held = talks.holds(on: .october(1))
    #expect(talks.knowledge.currentConversation(with: .sanne)?.id == held)
    let planned = talks.plans(on: .october(20))
    #expect(talks.knowledge.currentConversation(with: .sanne)?.id == planned)
    let begun = talks.plans(on: .october(25))
    talks.says(.started(.october(21)), of: begun)
    #expect(talks.knowledge.currentConversation(with: .sanne)?.id == begun)
    #expect(talks.knowledge.currentConversation(with: .bram) == nil)
  }

  @Test func `each side says once whether it was of use, the last counts`() {
    var talks = Talks()
    let conversation = talks.holds(on: .october(1))
    talks.says(.rated(.medewerker, wasUseful: false), of: conversation)
    talks.says(.rated(.medewerker, wasUseful: true), of: conversation)
    #expect(talks.conversation.ratings == [.medewerker: true])
  }

  @Test func `the day of a form and of a conversation here is one conversation`() {
    var talks = Talks()
    talks.reads(on: .october(5))
    talks.holds(on: .october(5))
    talks.holds(on: .october(12))
    #expect(talks.knowledge.conversationDays(of: .sanne, upTo: .october(11)) == [.october(5)])
    #expect(talks.knowledge.conversationDays(of: .sanne, upTo: .last) == [.october(5), .october(12)])
  }
}
