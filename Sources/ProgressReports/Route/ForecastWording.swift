import CompetencyCore
import Wording

extension Texts {
  /// A forecast in a sentence, months and never a day; the name is the first name.
  func forecast(_ forecast: Forecast, of name: String) -> String {
    switch forecast {
    case .arrived(let day): return say("forecast.arrived", ["name": name, "date": date(day)])
    case .paused: return say("forecast.paused", ["name": name])
    case .tooLittle: return say("forecast.too_little", ["name": name])
    case .range(let range):
      let isOneMonth = (range.earliest.year, range.earliest.month) == (range.latest.year, range.latest.month)
      let basis =
        range.otherRoutes == 0 ? say("forecast.own", count: range.ownMoments) : say("forecast.others", count: range.otherRoutes)
      return say(
        isOneMonth ? "forecast.month" : "forecast.range",
        ["name": name, "from": fullMonth(range.earliest), "to": fullMonth(range.latest)]) + " " + basis
    }
  }

  /// A month with its year: `juni 2027`.
  func fullMonth(_ day: CalendarDate) -> String {
    say("date.full_month_and_year", ["monthName": say("date.month.\(day.month)"), "year": String(day.year)])
  }
}

extension Forecast {
  /// The forecast in a document: months, and what it was made of.
  var json: JSONValue {
    switch self {
    case .arrived(let day): ["state": "arrived", "on": .date(day)]
    case .paused: ["state": "paused"]
    case .tooLittle: ["state": "too_little"]
    case .range(let range):
      [
        "state": "range", "earliest": .string(String(range.earliest.iso.prefix(7))),
        "latest": .string(String(range.latest.iso.prefix(7))), "percent": .int(80), "ownMoments": .int(range.ownMoments),
        "otherRoutes": .int(range.otherRoutes),
      ]
    }
  }
}
