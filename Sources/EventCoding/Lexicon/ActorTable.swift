import Diplomacy

/// What a name stands for.
enum NameKind: UInt8, Sendable {
  case state, demonym, capital, place, leader, body
}

/// One meaning of a name: an actor, an organ, and the years in which it holds.
struct ActorEntry: Sendable {
  let code: ActorCode
  let kind: NameKind
  let organ: String
  let from: Int
  let until: Int
  let name: String
}

/// The names of states, places, bodies and holders of office.
struct ActorTable: Sendable {
  /// Names that begin with a word: the words of the name and its meanings, longest first.
  struct Name: Sendable {
    let words: [WordID]
    var entries: [Int32]
  }

  private(set) var entries: [ActorEntry] = []
  private(set) var byFirstWord: [WordID: [Name]] = [:]

  init(_ words: inout WordCollector) {
    let kinds: [NameKind] = [.state, .demonym, .capital, .place]
    for row in Table.states.rows {
      for (kind, names) in zip(kinds, row.dropFirst()) {
        for name in names.split(separator: "|") {
          add(name, ActorEntry(code: ActorCode(row[0]), kind: kind, name: name), &words)
        }
      }
    }
    for row in Table.bodies.rows where row.count == 3 {
      for name in row[2].split(separator: "|") {
        add(
          name,
          ActorEntry(code: ActorCode(row[0]), kind: .body, organ: String(row[1]), name: name),
          &words)
      }
    }
    for row in Table.leaders.rows where row.count == 5 {
      for name in row[4].split(separator: "|") {
        add(
          name,
          ActorEntry(
            code: ActorCode(row[0]), kind: .leader, organ: String(row[1]),
            from: Int(row[2]) ?? 0, until: Int(row[3]) ?? 9999, name: name),
          &words)
      }
    }
    sort()
  }

  /// Adds names that a case gives its actors.
  mutating func add(
    _ name: some StringProtocol, _ entry: ActorEntry, _ words: inout WordCollector
  ) {
    let parts = Self.parts(name).map { words.name($0) }
    guard let first = parts.first else { return }
    entries.append(entry)
    let number = Int32(entries.count - 1)
    var names = byFirstWord[first] ?? []
    if let known = names.firstIndex(where: { $0.words == parts }) {
      names[known].entries.append(number)
    } else {
      names.append(Name(words: parts, entries: [number]))
    }
    byFirstWord[first] = names
  }

  private mutating func sort() {
    for (word, names) in byFirstWord {
      byFirstWord[word] = names.sorted { $0.words.count > $1.words.count }
    }
  }

  /// A name cut as the tokeniser cuts a sentence.
  private static func parts(_ name: some StringProtocol) -> [String] {
    var text = String(name)
    return text.withUTF8 { bytes in
      var parts: [String] = []
      var index = 0
      while index < bytes.count {
        let start = index
        if bytes[index] <= 0x20 {
          index += 1
          continue
        }
        if let length = Letters.markLength(bytes, index) {
          index += length
        } else if Letters.isDigit(bytes[index]) {
          index = Letters.numberEnd(bytes, index)
        } else if let end = Letters.abbreviationEnd(bytes, index) {
          index = end
        } else {
          index = Letters.lettersEnd(bytes, index)
          while index < bytes.count {
            let joint = Letters.jointLength(bytes, index)
            guard joint > 0, index + joint < bytes.count,
              Letters.isLetter(bytes, index + joint)
            else { break }
            index = Letters.lettersEnd(bytes, index + joint)
          }
        }
        parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
      }
      return parts
    }
  }
}

extension ActorEntry {
  init(
    code: ActorCode, kind: NameKind, organ: String = "", from: Int = 0, until: Int = 9999,
    name: some StringProtocol
  ) {
    self.code = code
    self.kind = kind
    self.organ = organ
    self.from = from
    self.until = until
    self.name = String(name)
  }
}
