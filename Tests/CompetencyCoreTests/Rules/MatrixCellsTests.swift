import CompetencyCore
import Testing

/// Which cells the matrix has: every current trainee, each task of the profile and each other task with facts.
@Suite struct MatrixCellsTests {
  @Test func `the tasks of the profile are there before anything was seen`() {
    let matrix = CompetencyMatrix(Knowledge(Story().ledger), asOf: .october(1))

    #expect(matrix.cells(of: .sanne).map(\.key.task) == [.migWelding, .hotWork])
    #expect(matrix.cells.map(\.key) == matrix.cells.map(\.key).sorted())
    #expect(matrix.cells.allSatisfy { $0.inProfile && $0.level == .nogNiet })
  }

  @Test func `another task is there from the day on which something was said of it`() {
    var story = Story()
    story.records(.tigWelding, .aangeleerd, on: .october(6), by: .sanne)
    let knowledge = Knowledge(story.ledger)

    #expect(CompetencyMatrix(knowledge, asOf: .october(5))[.sanne, .tigWelding] == nil)
    #expect(CompetencyMatrix(knowledge, asOf: .october(6))[.sanne, .tigWelding]?.inProfile == false)
    #expect(CompetencyMatrix(knowledge, asOf: .october(6))[.bram, .tigWelding] == nil)
  }

  @Test func `a trainee who has stopped has no cells, until asked for by id`() {
    var story = Story()
    story.records(.migWelding, .beheerst, on: .october(6))
    var stopped = SampleCompany.trainees[0]
    stopped.status = .gestopt
    story.setsUp(.trainee(stopped))
    let knowledge = Knowledge(story.ledger)

    #expect(CompetencyMatrix(knowledge, asOf: .last).cells(of: .sanne).isEmpty)
    #expect(CompetencyMatrix(knowledge, asOf: .last, trainees: [.sanne])[.sanne, .migWelding]?.level == .beheerst)
  }

  @Test func `a task of which something was only taken back is there from that day on`() {
    var story = Story()
    story.withdraws(.tigWelding, to: .nogNiet, on: .october(6))
    let knowledge = Knowledge(story.ledger)

    #expect(CompetencyMatrix(knowledge, asOf: .october(5))[.sanne, .tigWelding] == nil)
    #expect(CompetencyMatrix(knowledge, asOf: .october(6))[.sanne, .tigWelding] != nil)
  }

  @Test func `trainees who are asked for stand in the order of their ids, and a cell that is not listed is of no profile`() {
    let matrix = CompetencyMatrix(Knowledge(Story().ledger), asOf: .last, trainees: [.bram, .sanne])

    #expect(matrix.cells.map(\.key.trainee) == [.sanne, .sanne, .bram, .bram])
    #expect(!matrix.cell(.sanne, .tigWelding).inProfile && matrix.cell(.sanne, .migWelding).inProfile)
  }
}
