/// Derives what is known of each word from the tables.
struct LexiconBuilder {
  private(set) var classes: [WordClass] = []
  private(set) var analyses: [[Lexicon.Analysis]] = []
  private(set) var starts: [[Lexicon.Start]] = []
  private(set) var organs: [WordID: String] = [:]
  private(set) var organNouns: [WordID: String] = [:]
  private(set) var qualifiers: [WordID: String] = [:]
  private(set) var topicPhrases: [[WordID]] = []
  private(set) var hypothesisPhrases: [[WordID]] = []

  init(_ words: inout WordCollector, patterns: [Pattern], patternWords: Int) {
    var marks: [WordID: WordClass] = [:]
    readClasses(&words, &marks)
    var forms: [WordID: [Lexicon.Analysis]] = [:]
    let inflection = Inflection(.verbs)
    let verbs = Self.verbs(of: patterns)
    // Only the words of patterns are inflected; the rest of the table is taken as written.
    for index in 0..<patternWords {
      let base = WordID(index + 1)
      for (word, form) in inflection.forms(of: words.words[index]) {
        let number = words.small(word)
        forms[number, default: []].append(Lexicon.Analysis(base: base, form: form))
        guard verbs.contains(base) else { continue }
        marks[number, default: []].insert(.patternform)
        if form != .base { marks[number, default: []].insert(.inflected) }
      }
    }
    let count = words.words.count + 1
    classes = Array(repeating: [], count: count)
    for (word, mark) in marks { classes[Int(word)] = mark }
    analyses = Array(repeating: [], count: count)
    for (word, list) in forms { analyses[Int(word)] = Self.merged(list) }
    starts = Array(repeating: [], count: count)
    index(patterns, inflected: forms)
  }

  /// The words that begin a pattern of something done or said.
  private static func verbs(of patterns: [Pattern]) -> Set<WordID> {
    var verbs: Set<WordID> = []
    for pattern in patterns where pattern.kind == .verb || pattern.kind == .statement {
      if case .words(let choices)? = pattern.elements.first { verbs.formUnion(choices) }
    }
    return verbs
  }

  private static func singular(_ word: Substring) -> String {
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    return String(word.hasSuffix("s") && !word.hasSuffix("ss") ? word.dropLast() : word)
  }

  private static func merged(_ list: [Lexicon.Analysis]) -> [Lexicon.Analysis] {
    var merged: [Lexicon.Analysis] = []
    for analysis in list {
      if let place = merged.firstIndex(where: { $0.base == analysis.base }) {
        merged[place] = Lexicon.Analysis(
          base: analysis.base, form: merged[place].form.union(analysis.form))
      } else {
        merged.append(analysis)
      }
    }
    return merged
  }

  private mutating func index(_ patterns: [Pattern], inflected: [WordID: [Lexicon.Analysis]]) {
    var byBase: [WordID: [Int32]] = [:]
    for (number, pattern) in patterns.enumerated() {
      guard case .words(let choices)? = pattern.elements.first else { continue }
      for choice in Set(choices) { byBase[choice, default: []].append(Int32(number)) }
    }
    for word in analyses.indices {
      for analysis in analyses[word] {
        for pattern in byBase[analysis.base] ?? [] {
          starts[word].append(
            Lexicon.Start(pattern: pattern, form: analysis.form, base: analysis.base))
        }
      }
      starts[word].sort { lhs, rhs in
        let left = patterns[Int(lhs.pattern)].length
        let right = patterns[Int(rhs.pattern)].length
        return left != right ? left > right : lhs.pattern < rhs.pattern
      }
    }
  }

  private mutating func readClasses(
    _ words: inout WordCollector, _ marks: inout [WordID: WordClass]
  ) {
    for row in Table.words.rows where row.count == 2 {
      switch row[0] {
      case "organword":
        for pair in row[1].split(separator: " ") {
          let parts = pair.split(separator: "=")
          guard parts.count == 2 else { continue }
          let word = words.small(parts[0])
          organs[word] = organs[word] ?? String(parts[1])
          organNouns[word] = Self.singular(parts[0])
          marks[word, default: []].insert(.organword)
        }
      case "topicphrase", "hypophrase":
        for phrase in row[1].split(separator: "|") {
          let numbers = phrase.split(separator: " ").map { words.small($0) }
          guard let first = numbers.first else { continue }
          if row[0] == "topicphrase" {
            topicPhrases.append(numbers)
            marks[first, default: []].insert(.topicstart)
          } else {
            hypothesisPhrases.append(numbers)
            marks[first, default: []].insert(.hypostart)
          }
        }
      default:
        guard let mark = WordClass.named[String(row[0])] else { continue }
        for word in row[1].split(separator: " ") {
          let number = words.small(word)
          marks[number, default: []].insert(mark)
          if mark == .qualifier { qualifiers[number] = String(word) }
        }
      }
    }
  }
}
