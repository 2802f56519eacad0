import Dispatch
import Synchronization

/// A short queue between the thread that reads and the thread that stores.
///
/// It holds a few batches only, so that reading never runs far ahead and memory stays bounded.
final class BatchQueue<Element: Sendable>: Sendable {
  private struct State {
    var elements: [Element] = []
    var isClosed = false
  }

  private let state = Mutex(State())
  private let room: DispatchSemaphore
  private let filled = DispatchSemaphore(value: 0)

  init(capacity: Int) { room = DispatchSemaphore(value: capacity) }

  /// Adds an element, waiting for room.
  ///
  /// - Returns: Whether anyone still takes elements.
  func put(_ element: Element) -> Bool {
    room.wait()
    let isOpen = state.withLock { state in
      if !state.isClosed { state.elements.append(element) }
      return !state.isClosed
    }
    filled.signal()
    return isOpen
  }

  /// Takes the next element, waiting for one.
  func take() -> Element? {
    filled.wait()
    defer { room.signal() }
    return state.withLock { $0.elements.isEmpty ? nil : $0.elements.removeFirst() }
  }

  /// Says that nothing will be taken any more, and frees whoever waits for room.
  func close() {
    state.withLock { state in
      state.isClosed = true
      state.elements.removeAll()
    }
    room.signal()
  }
}
