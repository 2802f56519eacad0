import Diplomacy
import EventData

/// A row made ready for storing: texts that repeat are replaced by numbers.
struct PreparedRow: Sendable {
  var line: Int32
  var day: Int32
  var lastDay: Int32
  var source: Int32
  var target: Int32
  var sourceState: Int32
  var targetState: Int32
  var outlet: Int32
  var wording: Int32
  var sourceOrgan: Int32
  var targetOrgan: Int32
  var mentions: Int32
  var tenths: Int32?
  var weight: Int32
  var root: Int32
  var codeNumber: Int32
  var added: Int?
  var nativeNumber: Int?
  var nativeText: String
  var code: EventCode
  var rawCode: String
  var plover: PloverType?
  var url: String
  /// The id of the leading report, once it is known.
  var event = 0

  var isDyad: Bool { sourceState > 0 && targetState > 0 && sourceState != targetState }

  /// Orders rows by dyad, day and code, so that the store's index grows in its own order.
  var order: UInt64 {
    UInt64(truncatingIfNeeded: sourceState) << 48 | UInt64(truncatingIfNeeded: targetState) << 32
      | UInt64(truncatingIfNeeded: Int(day) + 100_000) << 12
      | UInt64(truncatingIfNeeded: codeNumber)
  }

  /// Acts of one code by the same organs on the same day, of whose reports only one leads.
  var act: ActKey {
    ActKey(
      order: order,
      organs: UInt64(truncatingIfNeeded: sourceOrgan) << 32
        | UInt64(truncatingIfNeeded: targetOrgan))
  }
}

/// What makes two reports reports of one act: dyad, organs, day and code.
struct ActKey: Hashable, Sendable {
  let order: UInt64
  let organs: UInt64
}

/// Rows on their way to the store, with the texts first met in them.
struct Batch: Sendable {
  enum Content: Sendable {
    case rows([PreparedRow])
    case mentions([Mention])
    case rejected([RejectedRow])
    case failed(any Error)
    case finished(ReadingCounts, EventFormat)
  }

  var content: Content
  var states: [ActorCode] = []
  var actors: [CodedActor] = []
  var outlets: [String] = []
  var wordings: [String] = []
}

/// Numbers for values in the order in which they are met, with those met since last asked.
struct Numbering<Value: Hashable & Sendable>: Sendable {
  private var numbers: [Value: Int32] = [:]
  private(set) var fresh: [Value] = []
  private var next: Int32 = 0

  /// The number of a value, given anew where it was not met before.
  mutating func callAsFunction(_ value: Value) -> Int32 {
    if let number = numbers[value] { return number }
    let number = next
    next += 1
    numbers[value] = number
    fresh.append(value)
    return number
  }

  /// Hands over the new values; past a size everything is forgotten, so that memory stays bounded.
  mutating func takeFresh(forgetAbove most: Int = 300_000) -> [Value] {
    defer {
      fresh.removeAll(keepingCapacity: true)
      if numbers.count > most { numbers.removeAll() }
    }
    return fresh
  }
}

/// Turns coded events into prepared rows, numbering states, actors, outlets and wordings.
struct RowPreparer {
  private var states = Numbering<ActorCode>()
  private var actors = Numbering<CodedActor>()
  private var outlets = Numbering<String>()
  private var wordings = Numbering<String>()
  private var organs = Numbering<String>()
  /// The state and the organ of each actor, so that they are numbered once.
  private var parties: [Party] = []

  private struct Party {
    let state: Int32
    let organ: Int32
  }

  init() {
    // Number zero stands for "none" in these tables.
    _ = states(ActorCode(rawValue: ""))
    _ = outlets("")
    _ = wordings("")
  }

  mutating func row(_ event: CodedEvent) -> PreparedRow {
    let outlet = event.publisher.isEmpty ? Self.host(event.url) : event.publisher
    let facts = Self.facts[event.code.rawValue] ?? CodeFacts(event.code, number: 0)
    let source = actor(event.source)
    let target = actor(event.target)
    let number = event.id.isEmpty || event.id.utf8.first == 0x30 ? nil : Int(event.id)
    return PreparedRow(
      line: Int32(truncatingIfNeeded: event.line),
      day: Int32(truncatingIfNeeded: event.date.first.ordinal),
      lastDay: Int32(truncatingIfNeeded: event.date.last.ordinal), source: source, target: target,
      sourceState: parties[Int(source)].state, targetState: parties[Int(target)].state,
      outlet: outlet.isEmpty ? 0 : outlets(outlet),
      wording: event.summary.isEmpty ? 0 : wordings(event.summary),
      sourceOrgan: parties[Int(source)].organ, targetOrgan: parties[Int(target)].organ,
      mentions: Int32(clamping: event.mentions), tenths: event.tenths.map { Int32(clamping: $0) },
      weight: event.tenths.map { Int32(clamping: $0) } ?? facts.weight, root: facts.root,
      codeNumber: facts.number, added: event.addedMinute, nativeNumber: number,
      nativeText: number == nil ? event.id : "", code: event.code,
      rawCode: event.rawCode == event.code.rawValue ? "" : event.rawCode,
      plover: event.plover == facts.plover ? nil : event.plover, url: event.url)
  }

  private mutating func actor(_ actor: CodedActor) -> Int32 {
    let number = actors(actor)
    if Int(number) == parties.count {
      parties.append(
        Party(state: actor.actor.map { states($0) } ?? 0, organ: organs(actor.organ)))
    }
    return number
  }

  /// A batch with the texts first met since the last one.
  mutating func batch(_ content: Batch.Content) -> Batch {
    Batch(
      content: content, states: states.takeFresh(forgetAbove: .max), actors: actors.takeFresh(),
      outlets: outlets.takeFresh(), wordings: wordings.takeFresh())
  }

  /// What a code says, looked up once a row.
  private struct CodeFacts {
    let number: Int32
    let root: Int32
    let weight: Int32
    let plover: PloverType?

    init(_ code: EventCode, number: Int) {
      self.number = Int32(truncatingIfNeeded: number)
      root = Int32(truncatingIfNeeded: code.root)
      weight = Int32((IntensityScale.goldsteinGDELT.weightOrOther(of: code) * 10).rounded())
      plover = code.plover
    }
  }

  private static let facts = Dictionary(
    uniqueKeysWithValues: EventCode.all.enumerated().map {
      ($1.rawValue, CodeFacts($1, number: $0))
    })

  /// The host of an address, or nothing.
  static func host(_ url: String) -> String {
    guard let start = url.utf8.firstIndex(of: 0x3A) else { return "" }
    let rest = url.utf8[start...].dropFirst()
    guard rest.prefix(2).elementsEqual([0x2F, 0x2F]) else { return "" }
    let host = rest.dropFirst(2).prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x3A }
    return String(Substring(host))
  }
}
