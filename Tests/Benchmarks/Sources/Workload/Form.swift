/// One form: what is said of 25 tasks, a conversation of five topics and three agreements; about 8 KB of XML.
struct Form {
  let number: Int
  let size: Size
  let floor: Shopfloor

  /// The forms stand in the order of the days: first everybody's first, then everybody's second.
  private var round: Int { number / size.trainees }
  private var id: String { "f-" + padded(number + 1, 6) }

  var xml: String {
    var random = SplitMix64(seed: floor.seed, stream: 3, number: number)
    let trainee = floor.trainee(number % size.trainees)
    let held = trainee.start + (42 + 70 * round + number % 5)
    return """
        <formulier id="\(id)">
          <soort>voortgangsgesprek</soort>
          <gespreksdatum>\(held.iso)</gespreksdatum>
          <deelnemer>
            <identificatie soort="studentnummer">\(trainee.studentNumber)</identificatie>
            <weergavenaam>\(trainee.name)</weergavenaam>
          </deelnemer>
          <betrokkene rol="werkplekbegeleider"><naam>\(trainee.mentor.name)</naam></betrokkene>
          <leerbedrijf><identificatie soort="leerbedrijf_id">100000001</identificatie></leerbedrijf>
          <opleiding>
            <identificatie soort="crebo">25297</identificatie>
            <naam>\(Words.programme)</naam>
            <leerweg>bbl</leerweg>
          </opleiding>
          <voortgang>

      """ + judgements(trainee, held, &random)
        + """
            </voortgang>
            <gesprek duur_minuten="\(20 + 5 * random.below(6))" volgend_gesprek="\((held + 70).iso)">

        """ + topics(&random)
          + """
              </gesprek>
              <afspraken>

          """ + agreements(trainee, held)
          + """
              </afspraken>
              <akkoord rol="student" akkoord="true" datum="\(held.iso)"/>
              <gezien rol="leidinggevende" datum="\((held + 2).iso)"/>
            </formulier>

          """
  }

  /// Twelve of the 25 tasks were in the form before as well, so that levels move.
  private func judgements(_ trainee: Shopfloor.Trainee, _ held: Day, _ random: inout SplitMix64) -> String {
    var xml = ""
    for place in 0..<Size.tasksPerForm {
      let index = (trainee.firstTask + round * 13 + place) % Tasks.count
      let isMentor = random.chance(percent: 70)
      let (role, name) = isMentor ? ("werkplekbegeleider", trainee.mentor.name) : ("student", trainee.name)
      let level = Words.levels[rank(of: index, trainee, isMentor: isMentor)]
      let remark = random.chance(percent: 40) ? "<toelichting>" + random.one(of: Words.remarks) + "</toelichting>" : ""
      xml += """
              <taak code="\(Tasks.all[index].code)">
                <naam>\(Tasks.all[index].title)</naam>
                <oordeel rol="\(role)" door="\(name)" datum="\((held - random.below(10)).iso)"><niveau>\(level)</niveau>\(remark)</oordeel>
              </taak>

        """
    }
    return xml
  }

  /// A mentor's levels only rise from form to form, so an import asks nothing; a trainee is a step ahead at times.
  private func rank(of task: Int, _ trainee: Shopfloor.Trainee, isMentor: Bool) -> Int {
    let headStart = (task &* 7 &+ trainee.firstTask) % 4
    return min(2, (round + headStart + (isMentor ? 0 : 1)) / 2)
  }

  private func topics(_ random: inout SplitMix64) -> String {
    Words.topics.map { topic in
      let contributor = topic.contributor.map { " inbreng=\"" + $0 + "\"" } ?? ""
      let text = random.one(of: topic.openings) + " " + random.one(of: Words.elaborations)
      return "      <onderwerp code=\"\(topic.code)\"\(contributor)>\(text)</onderwerp>\n"
    }.joined()
  }

  /// Two new agreements, and what became of one of the form before; in the first form three new ones.
  private func agreements(_ trainee: Shopfloor.Trainee, _ held: Day) -> String {
    let agreed = round == 0 ? [(0, 0), (0, 1), (0, 2)] : [(round - 1, 1), (round, 1), (round, 2)]
    return agreed.map { round, place in
      let isOld = round < self.round
      let owner = place == 1 ? "werkplekbegeleider\" naam=\"" + trainee.mentor.name : "student"
      let due = isOld ? held - 7 : held + 28 + 14 * place
      let choice = trainee.firstTask + round * 13 + place
      return """
              <afspraak id="a-\(round + 1)-\(place + 1)" wie="\(owner)" voor="\(due.iso)" status="\(isOld ? "gereed" : "open")" \
        taak="\(Tasks.all[choice % Tasks.count].code)">\(Words.agreements[choice % Words.agreements.count])</afspraak>

        """
    }.joined()
  }
}
