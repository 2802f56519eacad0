/// The classes of words that the coder asks for; the words are in `words.tsv`.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt64

  static let agent = WordClass(rawValue: 1 << 0)
  static let nonagent = WordClass(rawValue: 1 << 1)
  static let domestic = WordClass(rawValue: 1 << 2)
  static let subord = WordClass(rawValue: 1 << 3)
  static let be = WordClass(rawValue: 1 << 4)
  static let locprep = WordClass(rawValue: 1 << 5)
  static let placemod = WordClass(rawValue: 1 << 6)
  static let relative = WordClass(rawValue: 1 << 7)
  static let runstop = WordClass(rawValue: 1 << 8)
  static let nounbefore = WordClass(rawValue: 1 << 9)
  static let nounbeforepast = WordClass(rawValue: 1 << 10)
  static let nounlead = WordClass(rawValue: 1 << 11)
  static let verbbreak = WordClass(rawValue: 1 << 12)
  static let modal = WordClass(rawValue: 1 << 13)
  static let notword = WordClass(rawValue: 1 << 14)
  static let pronoun = WordClass(rawValue: 1 << 15)
  static let pastreport = WordClass(rawValue: 1 << 16)
  static let month = WordClass(rawValue: 1 << 17)
  static let weekday = WordClass(rawValue: 1 << 18)
  static let denied = WordClass(rawValue: 1 << 19)
  static let allegation = WordClass(rawValue: 1 << 20)
  static let title = WordClass(rawValue: 1 << 21)
  static let topic = WordClass(rawValue: 1 << 22)
  static let organword = WordClass(rawValue: 1 << 23)
  /// The word begins a phrase of a topic that is no politics.
  static let topicstart = WordClass(rawValue: 1 << 24)
  /// The word begins a phrase that marks a mere supposition.
  static let hypostart = WordClass(rawValue: 1 << 25)
  /// The word is a form of a verb that begins a pattern.
  static let patternform = WordClass(rawValue: 1 << 26)
  /// The word is a form of such a verb other than its base.
  static let inflected = WordClass(rawValue: 1 << 27)

  /// A word that opens an adjunct before the main clause.
  static let opener = WordClass(rawValue: 1 << 28)

  /// A word that says which minister, deputy or secretary is meant.
  static let qualifier = WordClass(rawValue: 1 << 29)

  /// A word that judges what follows "to": "premature to lift" does not lift.
  static let judging = WordClass(rawValue: 1 << 30)

  /// The class by the name it has in the table.
  static let named: [String: WordClass] = [
    "agent": .agent, "nonagent": .nonagent, "domestic": .domestic, "subord": .subord, "be": .be,
    "locprep": .locprep, "placemod": .placemod, "relative": .relative, "runstop": .runstop,
    "nounbefore": .nounbefore, "nounbeforepast": .nounbeforepast, "nounlead": .nounlead,
    "verbbreak": .verbbreak, "modal": .modal, "notword": .notword, "pronoun": .pronoun,
    "pastreport": .pastreport, "month": .month, "weekday": .weekday, "denied": .denied,
    "allegation": .allegation, "title": .title, "topic": .topic, "opener": .opener,
    "qualifier": .qualifier, "judging": .judging,
  ]
}
