public import Diplomacy

/// An act with the text it was read from, and the texts that report it again.
public struct ReportedAct: Hashable, Sendable {
  /// The act as the first text tells it; its date is a span where the texts differ.
  public var act: CodedAct
  /// The first text.
  public let document: NewsDocument
  /// Further texts that report the same act.
  public var further: [NewsDocument] = []
  /// The days on which it may have happened.
  public var date: DateSpan?

  /// Makes one report.
  public init(_ act: CodedAct, in document: NewsDocument) {
    self.act = act
    self.document = document
    date = act.date
  }
}

/// Puts the reports of one act together.
///
/// Two reports are of one act where both parties and the CAMEO root agree, the days lie at most one
/// apart, and the sentences share a name or number beyond the parties, or two longer words. Days
/// that differ become a span. The order of the texts does not change which reports go together for
/// acts that differ in these respects.
public struct ReportMerger {
  /// The acts so far.
  public private(set) var acts: [ReportedAct] = []
  private var words: [Set<String>] = []
  private var places: [String: [Int]] = [:]

  /// Starts with nothing.
  public init() {}

  /// Adds an act.
  public mutating func add(_ act: CodedAct, in document: NewsDocument) {
    guard !isOtherHalf(act, document) else { return }
    let key = "\(act.source)>\(act.target) \(act.code.root)"
    let mine = Self.telling(act.sentence)
    for place in places[key] ?? [] {
      guard isNear(acts[place].date, act.date), Self.agree(words[place], mine) else { continue }
      merge(act, document, into: place)
      words[place].formUnion(mine)
      return
    }
    acts.append(ReportedAct(act, in: document))
    words.append(mine)
    places[key, default: []].append(acts.count - 1)
  }

  /// Whether an act that two did together was added already from the other side: one row is enough.
  private func isOtherHalf(_ act: CodedAct, _ document: NewsDocument) -> Bool {
    guard act.rule.hasSuffix("both together") else { return false }
    return (places["\(act.target)>\(act.source) \(act.code.root)"] ?? []).contains { place in
      let held = acts[place]
      return held.act.code == act.code && held.act.rule.hasSuffix("both together")
        && (held.document.id == document.id || held.further.contains { $0.id == document.id })
    }
  }

  private mutating func merge(_ act: CodedAct, _ document: NewsDocument, into place: Int) {
    if acts[place].document.id != document.id,
      !acts[place].further.contains(where: { $0.id == document.id })
    {
      acts[place].further.append(document)
    }
    guard let mine = act.date, let held = acts[place].date else {
      acts[place].date = acts[place].date ?? act.date
      return
    }
    acts[place].date =
      DateSpan(from: min(mine.first, held.first), through: max(mine.last, held.last)) ?? held
  }

  private func isNear(_ lhs: DateSpan?, _ rhs: DateSpan?) -> Bool {
    guard let lhs, let rhs else { return lhs == nil && rhs == nil }
    return lhs.first - rhs.last <= 1 && rhs.first - lhs.last <= 1
  }

  /// Words that tell one act from another: names and numbers with a mark, and longer words.
  static func telling(_ sentence: String) -> Set<String> {
    var telling: Set<String> = []
    for (index, word) in sentence.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
      .enumerated()
    {
      let plain = word.lowercased()
      if word.first?.isNumber == true || (index > 0 && word.first?.isUppercase == true) {
        telling.insert("=" + plain)
      }
      if plain.count >= 6 { telling.insert(String(plain.prefix(6))) }
    }
    return telling
  }

  private static func agree(_ lhs: Set<String>, _ rhs: Set<String>) -> Bool {
    let shared = lhs.intersection(rhs)
    return shared.count { !$0.hasPrefix("=") } >= 2 || shared.count { $0.hasPrefix("=") } >= 2
  }
}
