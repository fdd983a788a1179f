internal import CompetencyCore
internal import ProgressReports
internal import Wording

/// One person of a team on a phone: how far, and what needs attention.
struct TeamMemberLine: Sendable {
  let name, path, standing: String
  /// What needs attention; nil when nothing does.
  let attention: String?

  init(_ member: TeamReport.Member, on day: CalendarDate, _ request: PageRequest) {
    let (texts, trainee) = (request.texts, member.trainee)
    name = trainee.name.full
    // Who says something of the work goes on to do that.
    path = "/trainee/" + Fields.encoded(trainee.id.text) + (request.visitor?.observes ?? false ? "/afvinken" : "")
    standing = texts.say("page.standing", ["count": "\(member.mastered)", "total": "\(member.inProfile)"])
    let counts = [
      ("behind", member.behind), ("stale", member.stale.count), ("waiting", member.openProposals + member.openDisagreements),
      ("overdue", member.overdueAgreements),
    ]
    var points = counts.filter { $0.1 > 0 }.map { texts.say("page.team.member." + $0.0, count: $0.1) }
    if let next = member.nextConversation {
      if next < day { points.append(texts.say("page.team.member.past", ["date": texts.date(next)])) }
    } else if trainee.status == .lopend {
      points.append(texts.say("page.team.member.no_conversation"))
    }
    attention = points.isEmpty ? nil : points.joined(separator: " · ")
  }
}
