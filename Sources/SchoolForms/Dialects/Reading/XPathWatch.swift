import CLibXML2
import Dispatch
import Synchronization

/// Ends an expression that takes too long.
///
/// libxml2 counts steps and not what a step costs: comparing the texts of two large parts is one step. So that a file
/// cannot hold the program, the budget is taken away from outside when the time is over, and the next step ends it.
final class XPathWatch: @unchecked Sendable {
  private let isOver = Mutex(false)
  private let timer = DispatchSource.makeTimerSource(queue: .global())
  // Written to by the timer under the lock, and not after `end`.
  private var context: xmlXPathContextPtr?

  init(_ context: xmlXPathContextPtr, seconds: Double) {
    self.context = context
    timer.schedule(deadline: .now() + seconds)
    timer.setEventHandler { [weak self] in self?.stop() }
    timer.resume()
  }

  /// Gives the next expression so many steps; false when the time is over.
  func begin(steps: UInt) -> Bool {
    isOver.withLock { isOver in
      context?.pointee.opLimit = steps
      return !isOver
    }
  }

  /// Whether the expression ended in time.
  var isInTime: Bool { isOver.withLock { !$0 } }

  /// Lets go of the context, which is about to be freed.
  func end() {
    isOver.withLock { _ in context = nil }
    timer.cancel()
  }

  private func stop() {
    isOver.withLock { isOver in
      isOver = true
      context?.pointee.opLimit = 1
    }
  }
}
