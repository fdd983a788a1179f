/// What is talked about (*onderwerp*), under the codes of the canonical form.
public enum ConversationTopic: String, Sendable, CaseIterable {
  case terugblik, voortgang, doelen, resultaten, samenwerking, knelpunten, ondersteuning, feedback, ambities
  case rol_begeleider, overig
}
