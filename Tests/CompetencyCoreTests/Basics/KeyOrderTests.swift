import CompetencyCore
import Testing

/// Keys are ordered part by part: the first part that differs decides, whatever comes after it.
@Suite struct KeyOrderTests {
  private static let (first, last) = (SenderKey(kept: "a:1"), SenderKey(kept: "b:1"))

  private static func isInOrder<Key: Comparable>(_ keys: [Key]) -> Bool {
    keys.indices.allSatisfy { one in keys.indices.allSatisfy { other in (keys[one] < keys[other]) == (one < other) } }
  }

  @Test func `what forms are known by is ordered by the sender first`() {
    let ids = ["1", "2"].map { MessageID($0) }
    #expect(Self.isInOrder([Self.first, Self.last].flatMap { sender in ids.map { MessageKey(sender: sender, id: $0) } }))
    let people = ["1", "2"].map { ParticipantKey($0) }
    #expect(
      Self.isInOrder(
        [Self.first, Self.last].flatMap { sender in people.map { FormSubject(sender: sender, participant: $0) } }))
  }

  @Test func `questions are ordered by sender, subject and what is written`() {
    let subjects: [QuestionKey.Subject] = [.formReused, .level, .task, .trainee]
    let keys = [Self.first, Self.last].flatMap { sender in
      subjects.flatMap { subject in ["1", "2"].map { QuestionKey(sender: sender, subject: subject, written: $0) } }
    }
    #expect(Self.isInOrder(keys))
  }

  @Test func `decisions are ordered by trainee, task, day, role, level and sender`() {
    var keys: [DecisionKey] = []
    for trainee in [PersonID.sanne, .bram] {
      for task in [TaskCode.migWelding, .tigWelding] {
        for day in [CalendarDate.october(1), .october(2)] {
          for role in [Role.student, .bpv_begeleider] {
            for level in [LevelID.aangeleerd, .beheerst] {
              for sender in [nil, Self.first, Self.last] {
                keys.append(DecisionKey(trainee: trainee, task: task, level: level, seenOn: day, role: role, sender: sender))
              }
            }
          }
        }
      }
    }
    #expect(Self.isInOrder(keys))
  }

  @Test func `a sender is known by the number of its strongest register, and of those by the least`() {
    let numbers = [
      OrganisationNumber(kind: .kvk, value: "1"), OrganisationNumber(kind: .instellingscode, value: "99ZZ"),
      OrganisationNumber(kind: .instellingscode, value: "11AA"),
    ]
    #expect(SenderKey(numbers: numbers)?.text == "instellingscode:11AA")
    #expect(SenderKey(numbers: numbers.reversed())?.text == "instellingscode:11AA")
    #expect(SenderKey(numbers: []) == nil)
  }

  @Test func `the number of a participant is what stands after the register and the issuer`() {
    #expect(ParticipantKey("studentnummer:99ZZ/0512345").number == "0512345")
    #expect(ParticipantKey("studentnummer:0512345").number == "0512345")
    #expect(ParticipantKey("Sanne").number == "Sanne")
  }

  @Test func `the key of a participant is the least number of the strongest register, and without one the name`() {
    let participant = Participant(
      numbers: [
        .init(kind: .personeelsnummer, value: "00412"), .init(kind: .studentnummer, value: "9"),
        .init(kind: .studentnummer, value: "05"),
      ], displayName: "Sanne")
    #expect(participant.key.text == "studentnummer:05")
    #expect(Participant(numbers: [.init(kind: .lokaal, value: "7", issuer: "99ZZ")], displayName: "").key.text == "lokaal:99ZZ/7")
    #expect(Participant(numbers: [], displayName: "Sanne").key.text == "naam:Sanne")
  }

  @Test func `only digests made as they are made now are compared, and a message of which something went is cut`() {
    let (now, before) = (ContentDigest(message: "ab"), ContentDigest(hex: "ab"))
    #expect(now.isComparable && ContentDigest(ofCut: now).isComparable && !before.isComparable)
    #expect(!ContentDigest(ofNothing: "ab").isComparable)
    #expect(ContentDigest(ofCut: now).isCut && ContentDigest(ofNothing: "ab").isCut && !now.isCut)
  }
}
