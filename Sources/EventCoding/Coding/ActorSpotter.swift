import Diplomacy

/// Finds the actors named in the tokens of a sentence.
struct ActorSpotter {
  let lexicon: Lexicon
  /// The year the text was published in, which decides between holders of an office.
  let year: Int?

  /// The actors in the order of the sentence.
  func mentions(in tokens: [Token], _ text: UnsafeBufferPointer<UInt8>) -> [Mention] {
    var mentions: [Mention] = []
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      if token.name == 0 {
        if token.shape.contains(.hyphenated) { compound(tokens, index, text, &mentions) }
        index += 1
        continue
      }
      guard let (length, entry) = longest(tokens, index) else {
        if token.shape.contains(.hyphenated) { compound(tokens, index, text, &mentions) }
        index += 1
        continue
      }
      if entry.code.rawValue != "-", !isModified(tokens, index + length - 1, text) {
        add(entry, tokens, index, index + length, &mentions)
      }
      index += length
    }
    return mentions
  }

  private func longest(_ tokens: [Token], _ index: Int) -> (length: Int, entry: ActorEntry)? {
    for name in lexicon.names[Int(tokens[index].name)] {
      let count = name.words.count
      guard index + count <= tokens.count else { continue }
      var matches = true
      var offset = 1
      while matches, offset < count {
        let token = tokens[index + offset]
        let isWhole = offset == count - 1 || !token.shape.contains(.possessive)
        matches = token.name == name.words[offset] && isWhole
        offset += 1
      }
      if matches, count == 1 || !tokens[index].shape.contains(.possessive) {
        return (count, entry(of: name))
      }
    }
    return nil
  }

  /// Of several holders of a name, the one in office in the year of the text, else the latest.
  private func entry(of name: ActorTable.Name) -> ActorEntry {
    let entries = name.entries.map { lexicon.actors.entries[Int($0)] }
    if let year, let holder = entries.first(where: { $0.from <= year && year <= $0.until }) {
      return holder
    }
    let late = entries.last { entry in year.map { entry.from <= $0 } ?? true }
    return late ?? entries[0]
  }

  /// Whether "-backed" or the like follows, so that the name only describes something else.
  private func isModified(
    _ tokens: [Token], _ index: Int, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard index + 2 < tokens.count, tokens[index + 1].shape.contains(.joined),
      text[Int(tokens[index + 1].start)] == 0x2D, tokens[index + 2].shape.contains(.joined)
    else { return false }
    return Self.describes(
      Self.string(text, Int(tokens[index + 2].start), Int(tokens[index + 2].end)))
  }

  private func add(
    _ entry: ActorEntry, _ tokens: [Token], _ start: Int, _ end: Int, _ mentions: inout [Mention]
  ) {
    var before = start - 1
    while before >= 0, lexicon.classes(of: tokens[before].word).contains(.placemod) { before -= 1 }
    let isPlace =
      before >= 0 && entry.kind != .body && entry.kind != .leader
      && lexicon.classes(of: tokens[before].word).contains(.locprep)
      && !tokens[end - 1].shape.contains(.possessive)
    if let last = mentions.last, last.code == entry.code, start - last.end <= 3,
      (last.end..<start).allSatisfy({ joins(tokens[$0]) })
    {
      let organ = last.organ.isEmpty ? entry.organ : last.organ
      mentions[mentions.count - 1] = Mention(
        start: last.start, end: end, code: last.code, kind: last.kind,
        organ: entry.kind == .leader ? inOffice(entry) : organ, isPlace: last.isPlace)
      return
    }
    mentions.append(
      Mention(
        start: start, end: end, code: entry.code, kind: entry.kind, organ: inOffice(entry),
        isPlace: isPlace))
  }

  private func inOffice(_ entry: ActorEntry) -> String {
    guard entry.kind == .leader, let year else { return entry.organ }
    return entry.from <= year && year <= entry.until ? entry.organ : "former_official"
  }

  /// Whether a token between two names of one actor leaves them one mention.
  private func joins(_ token: Token) -> Bool {
    if token.shape.contains(.comma) { return false }
    let known = lexicon.known
    switch token.word {
    case known.and, known.to, known.by, known.with, known.from, known.of, known.against:
      return false
    default: return !lexicon.classes(of: token.word).contains(.patternform)
    }
  }

  /// Names within a word such as "US-led" or "Greek-Cypriot".
  private func compound(
    _ tokens: [Token], _ index: Int, _ text: UnsafeBufferPointer<UInt8>, _ mentions: inout [Mention]
  ) {
    let parts = Self.string(text, Int(tokens[index].start), Int(tokens[index].end)).split(
      separator: "-")
    guard let first = parts.first, let last = parts.last, parts.count > 1,
      !["pro", "anti", "non", "ex"].contains(first.lowercased()), !Self.describes(String(last))
    else { return }
    for part in parts.prefix(2) {
      var name = String(part)
      let word = name.withUTF8 { lexicon.words.exact($0) }
      guard word != 0,
        let single = lexicon.names[Int(word)].first(where: { $0.words.count == 1 })
      else { continue }
      let entry = entry(of: single)
      guard entry.code.rawValue != "-" else { continue }
      mentions.append(
        Mention(
          start: index, end: index + 1, code: entry.code, kind: entry.kind, organ: inOffice(entry),
          isPlace: false))
    }
  }

  private static func describes(_ word: String) -> Bool { describing.contains(word.lowercased()) }

  private static func string(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> String {
    String(decoding: text[start..<end], as: UTF8.self)
  }

  private static let describing: Set<String> = [
    "backed", "born", "brokered", "made", "style", "speaking", "owned", "registered", "built",
    "sponsored", "member", "trained", "held", "allied", "mediated", "hosted", "supplied", "funded",
    "language", "designed", "educated", "appointed", "origin", "supported", "imposed",
    "bound", "linked", "aligned", "claimed", "administered", "occupied", "proposed",
  ]
}
