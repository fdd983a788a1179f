/// How a task is learned (*wijze*): the vehicle of that part of the route.
public enum LearningWay: String, Sendable, CaseIterable {
  /// Somebody shows it, and tells what is done and why.
  case voordoen
  /// The trainee works along with somebody who does it.
  case meelopen
  /// The trainee does it while somebody watches.
  case onder_toezicht
  /// A course outside the daily work.
  case cursus
  /// It is taught at school.
  case school
}
