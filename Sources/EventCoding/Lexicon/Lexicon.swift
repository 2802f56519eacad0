public import Diplomacy

/// The words, patterns and actors of the coder, ready for use.
///
/// The tables are text in the project (`Sources/CodingTables/tables`): a pattern or a name is added
/// by adding a line there.
public final class Lexicon: Sendable {
  /// The lexicon as shipped.
  public static let standard = Lexicon()

  let words: Words
  let patterns: [Pattern]
  let actors: ActorTable
  let comma: WordID
  /// What each word is.
  let classes: [WordClass]
  /// The patterns, ready to be matched.
  let program: PatternProgram
  /// The patterns each word may begin, with the form it then has: word after word.
  let starts: [Start]
  /// Where the patterns of each word begin in `starts`; one more entry than there are words.
  let startOffsets: [Int32]
  /// The names each name word may begin.
  let names: [[ActorTable.Name]]
  let organs: [WordID: String]
  /// The noun of an office in the singular, by any of its forms.
  let organNouns: [WordID: String]
  /// Words that say which minister or deputy is meant, as written.
  let qualifiers: [WordID: String]
  let topicPhrases: [[WordID]]
  let hypothesisPhrases: [[WordID]]
  let known: Known
  let calendar: CalendarWords
  let reference: ReferenceWords

  /// Lines of the table of patterns that are none.
  public let problems: [String]

  /// The number of patterns and of names.
  public var size: (patterns: Int, names: Int) { (patterns.count, actors.entries.count) }

  struct Analysis: Sendable {
    let base: WordID
    let form: Inflection.Form
  }

  struct Start: Sendable {
    let pattern: Int32
    let form: Inflection.Form
    let base: WordID
  }

  /// Adds the names of a case's actors to the shipped tables.
  ///
  /// - Parameter names: For instance `[("AAA", "Arkonia")]`.
  public init(addingActors names: [(code: ActorCode, name: String)] = []) {
    var words = WordCollector()
    comma = words.small(",")
    let table = PatternTable(.patterns, &words)
    let patternWords = words.words.count
    patterns = table.patterns
    problems = table.problems
    var actors = ActorTable(&words)
    for (code, name) in names {
      actors.add(name, ActorEntry(code: code, kind: .state, name: name), &words)
    }
    self.actors = actors
    let builder = LexiconBuilder(&words, patterns: table.patterns, patternWords: patternWords)
    classes = builder.classes
    program = PatternProgram(table.patterns, analyses: builder.analyses)
    starts = builder.starts.flatMap(\.self)
    var offset: Int32 = 0
    startOffsets =
      builder.starts.map { list in
        defer { offset += Int32(list.count) }
        return offset
      } + [Int32(builder.starts.reduce(0) { $0 + $1.count })]
    organs = builder.organs
    organNouns = builder.organNouns
    qualifiers = builder.qualifiers
    topicPhrases = builder.topicPhrases
    hypothesisPhrases = builder.hypothesisPhrases
    known = Known(&words)
    calendar = CalendarWords(&words)
    reference = ReferenceWords(&words)
    self.words = Words(words.words)
    var byWord: [[ActorTable.Name]] = Array(repeating: [], count: words.words.count + 1)
    for (word, names) in actors.byFirstWord { byWord[Int(word)] = names }
    self.names = byWord
  }

  /// The patterns that a word may begin, as a range of `starts`.
  func starts(of word: WordID) -> Range<Int> {
    let index = Int(word)
    guard index > 0, index + 1 < startOffsets.count else { return 0..<0 }
    return Int(startOffsets[index])..<Int(startOffsets[index + 1])
  }

  func classes(of word: WordID) -> WordClass {
    Int(word) < classes.count ? classes[Int(word)] : []
  }
}
