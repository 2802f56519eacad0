import Dispatch
import EventData
import Synchronization

/// Codes the texts of a stream on several cores, in their order and in bounded memory.
public struct CodingRun: Sendable {
  /// The coder.
  public let coder: EventCoder
  /// The number of workers.
  public let workers: Int

  /// Makes a run.
  public init(_ coder: EventCoder, workers: Int) {
    self.coder = coder
    self.workers = max(1, workers)
  }

  /// Codes every text and hands its acts on in the order of the texts.
  ///
  /// No more than some thousand texts, or 8 MiB of them, are held at a time; what is handed on does
  /// not depend on the number of workers.
  ///
  /// - Parameters:
  ///   - documents: The texts.
  ///   - take: Takes a text and its acts.
  /// - Throws: `InputError` where a file cannot be read; what `take` throws.
  public func run(
    _ documents: DocumentStream, _ take: (NewsDocument, [CodedAct]) throws -> Void
  ) throws {
    while true {
      var batch: [NewsDocument] = []
      var size = 0
      while batch.count < 2048, size < 8 << 20, let document = try documents.next() {
        size += document.text.utf8.count
        batch.append(document)
      }
      if batch.isEmpty { return }
      for (document, acts) in zip(batch, code(batch)) { try take(document, acts) }
    }
  }

  private func code(_ batch: [NewsDocument]) -> [[CodedAct]] {
    let coder = coder
    guard workers > 1, batch.count > 1 else {
      return batch.map { Self.acts(coder, $0) }
    }
    let results = Mutex<[[CodedAct]]>(Array(repeating: [], count: batch.count))
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < batch.count else { return }
        let acts = Self.acts(coder, batch[index])
        results.withLock { $0[index] = acts }
      }
    }
    return results.withLock { $0 }
  }

  private static func acts(_ coder: EventCoder, _ document: NewsDocument) -> [CodedAct] {
    coder.acts(in: document.text, published: document.published, headline: document.title)
  }
}
