import Dispatch
import Synchronization

/// The results of a function of each index below a count, computed on all cores.
///
/// The result does not depend on the number of cores as long as the function depends on its
/// index alone; random draws must come from ``SeededGenerator/stream(_:)`` with that index.
///
/// - Parameters:
///   - count: The number of indices.
///   - completed: Called after each index with the number done so far, one call at a time.
///   - transform: The function.
/// - Returns: The results in the order of the indices.
public func concurrentMap<Result: Sendable>(
  _ count: Int, completed: (@Sendable (Int) -> Void)? = nil,
  _ transform: @Sendable (Int) -> Result
) -> [Result] {
  guard count > 1 else {
    return (0..<max(0, count)).map { index in
      defer { completed?(index + 1) }
      return transform(index)
    }
  }
  let results = Mutex([Result?](repeating: nil, count: count))
  let done = Mutex(0)
  DispatchQueue.concurrentPerform(iterations: count) { index in
    let result = transform(index)
    results.withLock { $0[index] = result }
    if let completed {
      done.withLock {
        $0 += 1
        completed($0)
      }
    }
  }
  return results.withLock { $0.compactMap { $0 } }
}
