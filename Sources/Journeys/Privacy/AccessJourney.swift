public import CompetencyCore
internal import CompetencyStore

/// All that is kept about a trainee (inzage; AVG, article 15), for who it is about.
public enum AccessJourney {
  /// Everything about a trainee; that it was asked for is noted, so that the trainee sees that too.
  ///
  /// - Throws: ``Refusal`` when nobody is found, or the acting person is neither the administration nor the trainee.
  public static func run(_ context: JourneyContext, who: String) throws(Refusal) -> PersonFile {
    let (file, view) = try context.look(.protect) { situation in
      let id = try PersonFinder(situation.company).trainee(who, visible: Set(situation.company.trainees.keys))
      let view = situation.actor.id.map { PageView(viewer: $0, trainee: id, page: "access", seenOn: situation.today) }
      return (try personFile(of: id, in: situation), view)
    }
    if let view { try context.store.write(at: context.now) { try $0.add(view) } }
    return file
  }

  /// Everything about the acting trainee.
  public static func ofOneself(_ context: JourneyContext) throws(Refusal) -> PersonFile {
    try context.look(.seeLevels) { situation in
      guard case .trainee(let trainee) = situation.actor else { throw situation.access.refusal }
      return try personFile(of: trainee.id, in: situation)
    }
  }

  private static func personFile(of id: TraineeID, in situation: Situation) throws -> PersonFile {
    guard let trainee = situation.company.trainees[id] else {
      throw Refusal(.notFound, .person_not_found, values: ["who": id.text])
    }
    let readings = situation.readings(of: id)
    let (tables, withheld) = try situation.reader.personTables(of: id, readings: readings.map(\.id))
    let names = try situation.reader.senderNames()
    let senders = Set(readings.map(\.identity.sender)).sorted()
    let order = DataKind.allCases
    return PersonFile(
      trainee: trainee, madeOn: situation.today,
      tables: tables.sorted { one, other in
        let places = (order.firstIndex(of: one.kind) ?? 0, order.firstIndex(of: other.kind) ?? 0)
        return places.0 != places.1 ? places.0 < places.1 : one.name.utf8.lexicographicallyPrecedes(other.name.utf8)
      },
      origins: senders.map { names[$0] ?? $0.text }, recipients: recipients(of: trainee, in: situation.company),
      withheld: withheld, isRestricted: situation.company.restricted.contains(id))
  }

  /// Who of the company may see something of a trainee.
  private static func recipients(of trainee: Trainee, in company: Company) -> [(name: String, roles: [Role])] {
    company.people.values.sorted { $0.id < $1.id }.compactMap { person in
      let access = Access(.person(person), in: company)
      let seesCounts = person.roles.contains(.hr) && !company.restricted.contains(trainee.id)
      return access.visibleTrainees.contains(trainee.id) || seesCounts ? (person.name.full, person.roles) : nil
    }
  }
}

extension Situation {
  /// What was read of forms about a trainee, also what is only known to be by an answer.
  func readings(of trainee: TraineeID) -> [FormReading] {
    let attributed = knowledge.attributedForms.filter { $0.trainee == trainee }.map(\.form.reading)
    let subjects = Set(attributed.map(\.identity.subject))
    return ledger.readings.filter { reading in
      reading.trainee == trainee || (reading.trainee == nil && subjects.contains(reading.identity.subject))
    }
  }
}
