extension ConversationScheduling.Reason {
  /// The reason in one word, for documents and the keys of texts.
  public var code: String {
    switch self {
    case .rest(.weekend): "weekend"
    case .rest(.holiday): "holiday"
    case .rest(.closed): "closed"
    case .holderIsFull: "holder_full"
    case .dayIsFull: "day_full"
    case .overdue: "overdue"
    }
  }
}
