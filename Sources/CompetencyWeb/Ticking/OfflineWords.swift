internal import Wording

/// What the script says of ticks that wait on a device: sentences of the texts, on the page for the script to find.
enum OfflineWords {
  /// The sentences with a count in them; each has one for a single tick beside it.
  private static let counted: [(StaticString, StaticString, String)] = [
    ("data-waiting", "data-waiting-one", "waiting"), ("data-signed-out", "data-signed-out-one", "signed_out"),
    ("data-sent", "data-sent-one", "sent"), ("data-saved", "data-saved-one", "saved"),
    ("data-choose", "data-choose-one", "choose"), ("data-failed", "data-failed-one", "failed"),
    ("data-leave", "data-leave-one", "leave"),
  ]
  private static let plain: [(StaticString, String)] = [
    ("data-leave-now", "offline.leave_now"), ("data-send", "offline.send"), ("data-drop", "offline.drop"),
    ("data-seen", "tick.seen_it"), ("data-reason", "tick.reason"),
    ("data-draft", "draft"),
  ]

  static func fragment(_ texts: Texts) -> HTMLFragment {
    // The script fills in what it has counted.
    let values = ["count": "{count}", "time": "{time}"]
    let attributes = counted.flatMap { many, one, key in
      [
        HTMLAttribute(many, texts.say("page.offline." + key, values)),
        HTMLAttribute(one, texts.say("page.offline." + key + ".one", values)),
      ]
    }
    var html = HTMLBuilder()
    html.element(
      "div",
      [HTMLAttribute("id", "toestel"), HTMLAttribute("hidden", "")] + attributes
        + plain.map { HTMLAttribute($0, texts.say("page." + $1)) }
    ) { _ in }
    return html.fragment
  }
}
