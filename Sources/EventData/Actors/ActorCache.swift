import Synchronization

/// Actors already resolved, by the text they were resolved from.
///
/// Event data name the same few thousand actors over and over; to resolve one takes longer than to
/// read a row.
final class ActorCache: Sendable {
  private let known = Mutex<[ExactText: CodedActor]>([:])
  private let resolve: @Sendable (String) -> CodedActor

  /// The most actors held; beyond them nothing more is kept, so that memory stays bounded.
  static let most = 200_000

  init(_ resolve: @escaping @Sendable (String) -> CodedActor = { ActorResolver.actor(role: $0) }) {
    self.resolve = resolve
  }

  func actor(_ text: String) -> CodedActor {
    known.withLock { known in
      if let actor = known[ExactText(text)] { return actor }
      let actor = resolve(text)
      if known.count < Self.most { known[ExactText(text)] = actor }
      return actor
    }
  }
}
