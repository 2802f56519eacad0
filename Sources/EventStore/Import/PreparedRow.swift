import Diplomacy
import EventData

/// A row made ready for storing: texts that repeat are replaced by numbers, others lie in the batch.
///
/// It holds plain numbers only, so that copying and sorting rows counts no references.
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
  /// Whether the row tells of an act of a state, which is what months count.
  var counts: Bool
  var codeNumber: Int32
  /// The place of the type among all of PLOVER's, counted from one, where it differs from the code's.
  var plover: Int32
  var added: Int?
  var nativeNumber: Int?
  var nativeText: TextPlace
  var rawCode: TextPlace
  var url: TextPlace

  var isDyad: Bool { sourceState > 0 && targetState > 0 && sourceState != targetState }

  /// Orders the rows of a batch by dyad, day and code, so that reports of a dyad lie together.
  var order: UInt64 {
    UInt64(truncatingIfNeeded: sourceState) << 48 | UInt64(truncatingIfNeeded: targetState) << 32
      | UInt64(truncatingIfNeeded: Int(day) + 100_000) << 12
      | UInt64(truncatingIfNeeded: codeNumber)
  }

  /// Acts of one code by the same organs on the same day, of whose reports only one leads.
  var act: ActKey {
    ActKey(
      states: Self.joined(sourceState, targetState), organs: Self.joined(sourceOrgan, targetOrgan),
      dayAndCode: Self.joined(day, codeNumber))
  }

  private static func joined(_ high: Int32, _ low: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: high)) << 32 | UInt64(UInt32(bitPattern: low))
  }
}

/// Where a text lies among the bytes of a batch.
struct TextPlace: Sendable {
  var start: Int32
  var count: Int32

  static let none = TextPlace(start: 0, count: 0)
  var isEmpty: Bool { count == 0 }
}

/// Rows on their way to the store, with the texts first met in them.
struct Batch: Sendable {
  enum Content: Sendable {
    case rows([PreparedRow], order: [Int32])
    case mentions([Mention])
    case rejected([RejectedRow])
    case failed(any Error)
    case finished(ReadingCounts, EventFormat)
  }

  var content: Content
  /// The texts of single rows, one behind the other.
  var bytes: [UInt8] = []
  var states: [ActorCode] = []
  var actors: [CodedActor] = []
  var outlets: [String] = []
  var wordings: [String] = []
  var organs: [String] = []
  var counts = DayCounts()
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
  private var outlets = Numbering<ExactText>()
  private var wordings = Numbering<ExactText>()
  private var organs = Numbering<ExactText>()
  private var tally = DayTally()
  private var bytes: [UInt8] = []
  /// The state and the organ of each actor, so that they are numbered once.
  private var parties: [Party] = []

  private struct Party {
    let state: Int32
    let organ: Int32
  }

  init() {
    // Number zero stands for "none" in these tables.
    _ = states(ActorCode(rawValue: ""))
    _ = outlets(ExactText(""))
    _ = wordings(ExactText(""))
  }

  mutating func row(_ event: CodedEvent) -> PreparedRow {
    let outlet = event.publisher.isEmpty ? Self.host(event.url) : event.publisher
    let facts = CodeFacts.facts(of: event.code)
    tally.add(day: event.date.first.ordinal, addedMinute: event.addedMinute)
    let source = actor(event.source)
    let target = actor(event.target)
    let number = event.id.isEmpty || event.id.utf8.first == 0x30 ? nil : Int(event.id)
    return PreparedRow(
      line: Int32(truncatingIfNeeded: event.line),
      day: Int32(truncatingIfNeeded: event.date.first.ordinal),
      lastDay: Int32(truncatingIfNeeded: event.date.last.ordinal), source: source, target: target,
      sourceState: parties[Int(source)].state, targetState: parties[Int(target)].state,
      outlet: outlet.isEmpty ? 0 : outlets(ExactText(outlet)),
      wording: event.summary.isEmpty ? 0 : wordings(ExactText(event.summary)),
      sourceOrgan: parties[Int(source)].organ, targetOrgan: parties[Int(target)].organ,
      mentions: Int32(clamping: event.mentions), tenths: event.tenths.map { Int32(clamping: $0) },
      weight: event.tenths.map { Int32(clamping: $0) } ?? facts.weight,
      counts: event.exclusion == nil, codeNumber: facts.number,
      plover: event.plover == facts.plover ? 0 : Self.number(event.plover),
      added: event.addedMinute, nativeNumber: number,
      nativeText: number == nil ? place(event.id) : .none,
      rawCode: event.rawCode == event.code.rawValue ? .none : place(event.rawCode),
      url: place(event.url))
  }

  /// Puts a text among the bytes of the batch.
  private mutating func place(_ text: String) -> TextPlace {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    return TextPlace(
      start: Int32(truncatingIfNeeded: start),
      count: Int32(truncatingIfNeeded: bytes.count - start))
  }

  /// Whether a batch is full: by rows, or by the bytes of long texts.
  var isFull: Bool { bytes.count > 16 << 20 }

  private static func number(_ type: PloverType?) -> Int32 {
    guard let type, let index = PloverType.allCases.firstIndex(of: type) else { return 0 }
    return Int32(truncatingIfNeeded: index) + 1
  }

  private mutating func actor(_ actor: CodedActor) -> Int32 {
    let number = actors(actor)
    if Int(number) == parties.count {
      parties.append(
        Party(state: actor.actor.map { states($0) } ?? 0, organ: organs(ExactText(actor.organ))))
    }
    return number
  }

  /// A batch of rows, with the order in which they are stored and the texts first met in them.
  mutating func batch(_ rows: [PreparedRow]) -> Batch {
    var order = rows.indices.map { (key: rows[$0].order, index: Int32(truncatingIfNeeded: $0)) }
    order.sort { ($0.key, $0.index) < ($1.key, $1.index) }
    return batch(.rows(rows, order: order.map(\.index)))
  }

  /// A batch with the texts first met since the last one.
  private mutating func batch(_ content: Batch.Content) -> Batch {
    defer { bytes.removeAll() }
    return Batch(
      content: content, bytes: bytes, states: states.takeFresh(forgetAbove: .max),
      actors: actors.takeFresh(),
      outlets: outlets.takeFresh().map(\.text), wordings: wordings.takeFresh().map(\.text),
      organs: organs.takeFresh(forgetAbove: .max).map(\.text), counts: tally.taken())
  }

  /// The host of an address, or nothing.
  static func host(_ url: String) -> String {
    guard let start = url.utf8.firstIndex(of: 0x3A) else { return "" }
    let rest = url.utf8[start...].dropFirst()
    guard rest.prefix(2).elementsEqual([0x2F, 0x2F]) else { return "" }
    let host = rest.dropFirst(2).prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x3A }
    return String(Substring(host))
  }
}
