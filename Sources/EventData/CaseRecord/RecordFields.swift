import Diplomacy

/// Reads the coded fields of a record, each distinct text once.
struct RecordFields {
  /// Distinct words met in columns that other files of a case may ask for.
  private(set) var words: [RecordColumn: Set<String>] = [:]

  /// Publishers met that sources.yaml does not list.
  private(set) var unlisted: Set<String> = []

  private let vocabulary: RecordVocabulary
  private let issues: Set<String>
  private let levels: Set<String>
  private var dates = ByteTable<FieldReading<DateSpan>>()
  private var actors = ByteTable<FieldReading<[ActorCode]>>()
  private var codes = ByteTable<FieldReading<EventCode>>()
  private var statuses = ByteTable<FieldReading<EventStatus>>()
  private var intents = ByteTable<FieldReading<EventIntent>>()
  private var effects = ByteTable<FieldReading<ChannelEffect>>()
  private var intensities = ByteTable<FieldReading<Double>>()
  private var texts: [ByteTable<FieldReading<String>>]

  /// How many distinct words of a column are kept.
  private static let wordLimit = 10_000

  init(vocabulary: RecordVocabulary) {
    self.vocabulary = vocabulary
    issues = Set(vocabulary.issues ?? [])
    levels = Set(vocabulary.levels ?? [])
    texts = Array(repeating: ByteTable(), count: RecordColumn.allCases.count)
  }

  mutating func date(_ bytes: UnsafeBufferPointer<UInt8>) -> FieldReading<DateSpan> {
    if let known = dates[bytes] { return known }
    let reading = FieldReader.date(String(decoding: bytes, as: UTF8.self))
    dates.add(reading, for: bytes)
    return reading
  }

  mutating func actors(_ bytes: UnsafeBufferPointer<UInt8>) -> FieldReading<[ActorCode]> {
    if let known = actors[bytes] { return known }
    let reading = FieldReader.actors(String(decoding: bytes, as: UTF8.self), vocabulary)
    actors.add(reading, for: bytes)
    return reading
  }

  mutating func code(_ bytes: UnsafeBufferPointer<UInt8>) -> FieldReading<EventCode> {
    if let known = codes[bytes] { return known }
    let reading = FieldReader.code(String(decoding: bytes, as: UTF8.self))
    codes.add(reading, for: bytes)
    return reading
  }

  mutating func status(_ bytes: UnsafeBufferPointer<UInt8>) -> FieldReading<EventStatus> {
    if let known = statuses[bytes] { return known }
    let text = String(decoding: bytes, as: UTF8.self)
    let reading = FieldReader.word(text, "a status", EventStatus.self)
    statuses.add(reading, for: bytes)
    return reading
  }

  mutating func intent(_ bytes: UnsafeBufferPointer<UInt8>) -> FieldReading<EventIntent> {
    if let known = intents[bytes] { return known }
    let text = String(decoding: bytes, as: UTF8.self)
    let reading = FieldReader.word(text, "an intent", EventIntent.self)
    intents.add(reading, for: bytes)
    return reading
  }

  mutating func effect(_ bytes: UnsafeBufferPointer<UInt8>) -> FieldReading<ChannelEffect> {
    if let known = effects[bytes] { return known }
    let text = String(decoding: bytes, as: UTF8.self)
    let reading = FieldReader.word(text, "an effect on a channel", ChannelEffect.self)
    effects.add(reading, for: bytes)
    return reading
  }

  mutating func intensity(_ bytes: UnsafeBufferPointer<UInt8>) -> FieldReading<Double> {
    if let known = intensities[bytes] { return known }
    let reading = FieldReader.intensity(String(decoding: bytes, as: UTF8.self))
    intensities.add(reading, for: bytes)
    return reading
  }

  /// A word of a column whose words other files ask for.
  mutating func word(
    _ bytes: UnsafeBufferPointer<UInt8>, in column: RecordColumn, _ number: Int
  ) -> FieldReading<String> {
    if let known = texts[number][bytes] { return known }
    let text = String(decoding: bytes, as: UTF8.self)
    var faults: [FieldFault] = []
    switch column {
    case .issue where vocabulary.issues != nil && !issues.contains(text):
      faults.append(
        FieldReader.unknown(text, "an issue of case.yaml", among: vocabulary.issues ?? []))
    case .channel where vocabulary.levels != nil && !levels.contains(text):
      let near = Nearest.word(to: text, among: vocabulary.levels ?? [])
      faults.append(
        FieldFault(
          "'\(text)' is not a level of any channel of case.yaml",
          near.map { "write '\($0)'" } ?? "add it to channels if it should be followed",
          severity: near == nil ? .note : .flaw))
    case .publisher:
      guard let known = vocabulary.publishers, !known.contains(text) else { break }
      unlisted.insert(text)
      if let near = Nearest.word(to: text, among: known.sorted()) {
        faults.append(
          FieldFault(
            "the publisher '\(text)' is not in sources.yaml",
            "write '\(near)', or add '\(text)' to sources.yaml", severity: .flaw))
      }
    default: break
    }
    guard column != .publisher else {
      let reading = FieldReading(text, faults)
      texts[number].add(reading, for: bytes)
      return reading
    }
    for word in column == .conciliation ? FieldReader.list(text).value ?? [] : [text]
    where words[column, default: []].count < Self.wordLimit {
      words[column, default: []].insert(word)
    }
    let reading = FieldReading(text, faults)
    texts[number].add(reading, for: bytes)
    return reading
  }
}
