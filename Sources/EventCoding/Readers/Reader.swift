/// Reads the acts of a text.
///
/// The pattern coder is built in and needs nothing else. Other readers are plugs that a person turns
/// on: no text leaves the machine unless one is chosen.
public protocol Reader: Sendable {
  /// What it is, as said beside its results.
  var name: String { get }

  /// Reads one text.
  ///
  /// - Throws: ``ReaderFailure`` where the reader cannot be reached or does not answer.
  func read(_ document: NewsDocument) async throws -> ReaderOutcome
}

/// What a reader made of a text.
public struct ReaderOutcome: Hashable, Sendable {
  /// The acts that hold.
  public var acts: [CodedAct]
  /// What was proposed and not taken.
  public var refusals: [ProposalRefusal]

  /// Makes an outcome.
  public init(acts: [CodedAct] = [], refusals: [ProposalRefusal] = []) {
    self.acts = acts
    self.refusals = refusals
  }

  /// How many acts were proposed.
  public var proposed: Int { acts.count + refusals.count }
}

/// A proposed act that was not taken, and why.
public struct ProposalRefusal: Hashable, Sendable, CustomStringConvertible {
  /// The text.
  public let document: String
  /// Why.
  public let reason: String

  /// Text and reason.
  public var description: String { "\(document): \(reason)" }
}

/// Why a reader gave no answer.
public struct ReaderFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// What happened and what to do.
  public let description: String

  /// Makes one.
  public init(_ description: String) { self.description = description }
}

/// The built-in coder as a reader.
public struct PatternReader: Reader {
  private let coder: EventCoder

  /// Makes a reader of a coder.
  public init(_ coder: EventCoder) { self.coder = coder }

  /// The name.
  public var name: String { "patterns" }

  /// Reads a text by patterns.
  public func read(_ document: NewsDocument) -> ReaderOutcome {
    ReaderOutcome(
      acts: coder.acts(
        in: document.text, published: document.published, headline: document.title))
  }
}
