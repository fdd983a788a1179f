public import CompetencyCore
internal import CompetencyStore
internal import SchoolForms

/// Looks over the database (*controle*): its file, its tables, every fact, and every message that is kept. Nothing is changed.
public enum DoctorJourney {
  /// Every checkup, in the order in which they were made.
  ///
  /// A damaged database is a finding and no refusal, so that one look tells all that is wrong.
  /// - Throws: ``Refusal`` when the acting person may not do this, or cannot be found.
  public static func run(
    _ context: JourneyContext, dialects: [DialectFile], seals: SealQuestion? = nil
  ) throws(Refusal) -> [Checkup] {
    // Who acts is only known from the database itself; without a name it is the administration.
    if context.actingText != nil { try context.look(.examine) { _ in } }
    return context.store.checkups(isThorough: seals != nil) { reader in
      let store = context.store
      do throws(Refusal) {
        let ledger = try store.telling { try reader.ledger() }
        return [facts(ledger, reader, context), messages(ledger, reader, store, dialects)]
          + (seals.map { [$0.checkup(reader, store)] } ?? [])
      } catch {
        // What cannot be read as facts has its seals all the same, and they name the booking.
        return [Checkup("facts", error)] + (seals.map { [$0.checkup(reader, store)] } ?? [])
      }
    }
  }

  /// Every fact is folded, and every text that stands beside one is read, but for the words of preparations.
  private static func facts(_ ledger: Ledger, _ reader: StoreReader, _ context: JourneyContext) -> Checkup {
    let store = context.store
    do throws(Refusal) {
      let zone = try store.telling { try reader.setting(CompanyZone.settingName) } ?? CompanyZone.standard
      let day = CompanyZone.day(of: context.now, zone: zone)
      let knowledge = Knowledge(ledger)
      let matrix = CompetencyMatrix(knowledge, asOf: day, trainees: Set(knowledge.company.trainees.keys))
      let facts =
        ledger.readings.map(\.id) + ledger.records.map(\.id) + ledger.withdrawals.map(\.id) + ledger.decisions.map(\.id)
        + ledger.conversations.mentions.map(\.fact)
      for fact in facts { _ = try store.telling { try reader.texts(beside: fact) } }
      for reading in ledger.readings { _ = try store.telling { try reader.assessments(of: reading.id) } }
      return Checkup("facts", detail: "\(facts.count), \(matrix.cells.count)")
    } catch {
      return Checkup("facts", error)
    }
  }

  /// Every message is read again from its bytes, and says what it said when it came.
  private static func messages(
    _ ledger: Ledger, _ reader: StoreReader, _ store: Store, _ dialects: [DialectFile]
  ) -> Checkup {
    guard let forms = try? FormReader(dialects: Dialects(dialects.map(\.source))) else {
      return Checkup("messages", Refusal(.failed, .unexpected, values: ["detail": "voortgangsformulier-1.xsd"]))
    }
    var problems: [Problem] = []
    var checked = 0
    for (key, content) in ledger.messageContents.sorted(by: { $0.key < $1.key }) where content.isComparable {
      do throws(Refusal) {
        switch try self.content(of: key, reader, store, by: forms) {
        case .says(let said) where said.isSame(as: content): checked += 1
        // In a dialect that is not at hand now; whether it changed cannot be said.
        case .unknownForm: continue
        case .says, .unreadable:
          problems.append(
            Problem(.message_differs, at: SourcePlace(file: store.path), values: ["message": key.id.text]))
        }
      } catch {
        return Checkup("messages", error)
      }
    }
    return Checkup("messages", detail: "\(checked)", problems)
  }

  /// What the bytes of a message say, in short.
  private static func content(
    of key: MessageKey, _ reader: StoreReader, _ store: Store, by forms: FormReader
  ) throws(Refusal) -> KeptContent {
    var failure: Refusal?
    // Whether nine digits were allowed was asked when the message came.
    let content = forms.content(nineDigitSenders: { _ in true }) { position in
      do throws(Refusal) {
        return try store.telling { try reader.piece(position, of: key) }
      } catch {
        failure = error
        return nil
      }
    }
    if let failure { throw failure }
    return content
  }
}
