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
  /// The base forms each word may stand for.
  let analyses: [[Analysis]]
  /// The patterns each word may begin, with the form it then has.
  let starts: [[Start]]
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
    var actors = ActorTable(&words)
    for (code, name) in names {
      actors.add(name, ActorEntry(code: code, kind: .state, name: name), &words)
    }
    self.actors = actors
    let builder = LexiconBuilder(&words, patterns: table.patterns, patternWords: patternWords)
    classes = builder.classes
    analyses = builder.analyses
    starts = builder.starts
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

  func classes(of word: WordID) -> WordClass {
    Int(word) < classes.count ? classes[Int(word)] : []
  }
}
