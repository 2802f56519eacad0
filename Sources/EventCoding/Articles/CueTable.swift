/// The words that show what kind of assertion a sentence makes.
struct CueTable: Sendable {
  static let standard = CueTable(.cues)

  /// A row of words, some of which match only the beginning of a word.
  struct Cue: Sendable {
    enum Part: Sendable {
      case word(String)
      case beginning(String)
      case gap
    }
    let parts: [Part]
  }

  private let cues: [Substring: [Cue]]

  init(_ table: Table) {
    var cues: [Substring: [Cue]] = [:]
    for row in table.rows where row.count == 2 {
      cues[row[0], default: []] += row[1].split(separator: "|").map { cue in
        Cue(
          parts: cue.split(separator: " ").map { part in
            if part == ".." { return .gap }
            return part.hasSuffix("*") ? .beginning(String(part.dropLast())) : .word(String(part))
          })
      }
    }
    self.cues = cues
  }

  /// The cues of a kind in some words, as they stand there, in their order.
  func found(_ kind: String, in words: [String]) -> [String] {
    var found: [(at: Int, text: String)] = []
    for cue in cues[Substring(kind)] ?? [] {
      for start in words.indices {
        guard let end = Self.match(cue.parts[...], words, start) else { continue }
        found.append((start, words[start..<end].joined(separator: " ")))
      }
    }
    return found.sorted { $0.at != $1.at ? $0.at < $1.at : $0.text.utf8.count > $1.text.utf8.count }
      .map(\.text)
  }

  private static func match(_ parts: ArraySlice<Cue.Part>, _ words: [String], _ index: Int) -> Int?
  {
    guard let first = parts.first else { return index }
    switch first {
    case .gap:
      return (index...min(words.count, index + 6)).lazy.compactMap {
        match(parts.dropFirst(), words, $0)
      }.first
    case .word(let word):
      guard index < words.count, words[index] == word else { return nil }
    case .beginning(let beginning):
      guard index < words.count, words[index].hasPrefix(beginning) else { return nil }
    }
    return match(parts.dropFirst(), words, index + 1)
  }
}

/// The words of a sentence in small letters, marks left out.
enum PlainWords {
  static func of(_ sentence: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in sentence.unicodeScalars {
      let isWord =
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-"
      if isWord {
        word.unicodeScalars.append(scalar)
      } else if scalar == "'" || scalar == "\u{2019}" {
        continue
      } else if !word.isEmpty {
        words.append(word.lowercased())
        word = ""
      }
    }
    if !word.isEmpty { words.append(word.lowercased()) }
    return words
  }
}
