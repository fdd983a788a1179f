import CompetencyCore

@testable import SchoolForms

/// A form of the sample dialect with places to write in, filled in with what is known of Sanne.
enum FilledSample {
  static let dialect = SampleDialect.text.replacing(
    "toelichting=\"r:reden\"/>", with: "toelichting=\"r:reden\" schrijf=\"niveau\"/>")
  static let form = SampleDialect.form.replacing("<score wie=\"st\">07,50</score>", with: "<score wie=\"st\">V</score>")

  static func fill(_ form: String, by dialect: String = dialect) throws -> (text: String, form: FilledForm) {
    let filled = try fillBytes(Array(form.utf8), by: dialect)
    return (String(decoding: filled.bytes, as: UTF8.self), filled)
  }

  /// Sanne masters LAS-02 since 18 November and not yet LAS-03; of the rest nothing is known.
  static func fillBytes(
    _ bytes: [UInt8], by dialect: String = dialect, name: String? = nil
  ) throws(FillingObstacle) -> FilledForm {
    let answers = FormAnswers(
      day: made(CalendarDate(iso: "2026-11-20")), isAbout: { $0.text == "studentnummer:0512345" },
      answer: { task, _ in
        guard ["LAS-02", "LAS-03"].contains(task.text) else { return nil }
        return FormAnswers.Answer(
          judgement: .level(task.text == "LAS-02" ? .beheerst : .nogNiet), seenOn: made(CalendarDate(iso: "2026-11-18")),
          by: name)
      },
      meaning: { said, _ in
        switch said {
        case .level(_, .term(let level)): .level(level)
        case .level: nil
        case .without(let reason): .without(reason)
        }
      })
    return try SampleDialect.dialects(dialect).fill(bytes, file: "f.xml", with: answers)
  }

  private static func made<Value>(_ value: Value?) -> Value {
    guard let value else { fatalError("a value of the test is wrong") }
    return value
  }
}
