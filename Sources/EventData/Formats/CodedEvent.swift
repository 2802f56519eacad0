public import Diplomacy

/// One row of machine-coded event data: who did what to whom on which day, as the file says it.
///
/// Nothing is lost that the formats share: what could not be resolved is kept as written.
public struct CodedEvent: Hashable, Sendable {
  /// The id that the data set gives the event; empty where it gives none.
  public var id: String
  /// The days on which it happened.
  public var date: DateSpan
  /// Who acted.
  public var source: CodedActor
  /// Who was acted upon.
  public var target: CodedActor
  /// The CAMEO code, cut to the longest one the codebook knows.
  public var code: EventCode
  /// The code as written, which may be longer than any known code, or of another ontology.
  public var rawCode: String
  /// The PLOVER type: the file's own where it has one, else by table from the code.
  public var plover: PloverType?
  /// The weight the file states, in tenths of a point on the scale from -10 to 10.
  public var tenths: Int?
  /// What happened in words, where the file says it.
  public var summary: String
  /// The outlet; empty where the file names none.
  public var publisher: String
  /// The address of the report; empty where the file names none.
  public var url: String
  /// How often the event was mentioned, at least one.
  public var mentions: Int
  /// When the row entered the data set, in minutes since 1970 (UTC), where the file says it.
  public var addedMinute: Int?
  /// The line of the file on which the row starts.
  public var line: Int

  /// Makes an event.
  public init(
    id: String = "", date: DateSpan, source: CodedActor, target: CodedActor, code: EventCode,
    rawCode: String? = nil, plover: PloverType? = nil, tenths: Int? = nil, summary: String = "",
    publisher: String = "", url: String = "", mentions: Int = 1, addedMinute: Int? = nil,
    line: Int = 0
  ) {
    self.id = id
    self.date = date
    self.source = source
    self.target = target
    self.code = code
    self.rawCode = rawCode ?? code.rawValue
    self.plover = plover ?? code.plover
    self.tenths = tenths
    self.summary = summary
    self.publisher = publisher
    self.url = url
    self.mentions = mentions
    self.addedMinute = addedMinute
    self.line = line
  }

  /// The directed dyad, where both actors were resolved and differ.
  public var dyad: Dyad? {
    guard let from = source.actor, let toward = target.actor, from != toward else { return nil }
    return Dyad(from: from, toward: toward)
  }

  /// What happened in words: the file's own, else built from the actors and the code's label.
  public var wording: String {
    if !summary.allSatisfy(\.isWhitespace) { return summary }
    return "\(source.label): \(code.label): \(target.label)"
  }
}

extension EventCode {
  /// The longest known code that begins a text, or nothing where not even its root is known.
  ///
  /// Data sets carry codes that no codebook lists, such as 0130; the base code is then meant.
  public static func longest(startingIn text: String) -> EventCode? {
    var digits = Substring(text)
    while digits.utf8.count >= 2 {
      if let code = EventCode(digits) { return code }
      digits.removeLast()
    }
    return nil
  }
}
