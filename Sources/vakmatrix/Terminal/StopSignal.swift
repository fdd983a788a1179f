internal import Dispatch
internal import Glibc
internal import Journeys

/// Ctrl-C: ends the program with 130 and a sentence, unless a commit has begun; then that is finished and reported.
enum StopSignal {
  private static let queue = DispatchQueue(label: "vakmatrix.stop")

  /// Listens from now on, for as long as the returned source is held.
  static func listen(_ context: JourneyContext, saying sentence: String) -> any DispatchSourceSignal {
    let note = Array((sentence + "\n").utf8)
    signal(SIGINT, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: queue)
    source.setEventHandler {
      context.stop {
        Terminal.tell(note)
        _exit(130)
      }
    }
    source.resume()
    return source
  }
}
