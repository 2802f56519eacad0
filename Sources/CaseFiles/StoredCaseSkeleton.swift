public import Diplomacy
import EventData

/// The files of a case made from the machine-coded events of a pair.
public enum StoredCaseSkeleton {
  /// The files of a case.
  ///
  /// - Parameters:
  ///   - id: The id of the case, the name of its folder.
  ///   - dyad: Whose conduct is in question, and the other side.
  ///   - window: The days under study.
  ///   - store: The path of the store, as the case is to name it.
  ///   - events: The rows of the record.
  /// - Returns: Names and texts; `demarche check` finds no problem in them.
  public static func files(
    id: String, of dyad: Dyad, window: DateSpan, store: String, events: [Event]
  ) -> [(name: String, text: String)] {
    [
      ("case.yaml", caseText(id: id, dyad, window, store)),
      ("events.csv", CaseRecordWriter.text(of: events)),
      ("notes.md", notes(dyad, window, store, events)),
    ]
  }

  /// The name of an actor, for a list of actors.
  private static func name(_ code: ActorCode) -> String {
    CountryCodes.names[code.rawValue] ?? code.rawValue
  }

  private static func caseText(
    id: String, _ dyad: Dyad, _ window: DateSpan, _ store: String
  ) -> String {
    let (focal, counterpart) = (dyad.source, dyad.target)
    let title = "\(name(focal)) and \(name(counterpart)), \(window.first) to \(window.last)"
    return """
      # Who, when, and what is in question. The record, events.csv, holds machine-coded events: read
      # its rows before you lean on them. All keys and columns: docs/case-format.md.
      id: \(YAMLText.quoted(id))
      title: \(YAMLText.quoted(title))
      claim: Write here, in one sentence, what is said of the conduct of \(focal).

      focal: \(YAMLText.quoted(focal.rawValue))
      counterpart: \(YAMLText.quoted(counterpart.rawValue))
      window: \(window.first)/\(window.last)    # the days under study
      # baseline: 2020-01-01/2020-12-31 # days before the window that say what is usual

      actors:
        - { id: \(YAMLText.quoted(focal.rawValue)), name: \(YAMLText.quoted(name(focal))) }
        - { id: \(YAMLText.quoted(counterpart.rawValue)), name: \(YAMLText.quoted(name(counterpart))) }

      event_data:                       # the machine-coded events that the record is held against
        store: \(YAMLText.quoted(store))

      explanations:                     # name dates, then add insulation, grievance, rally, bargaining
        - { id: tit-for-tat, kind: reciprocity, prior: 1, statement: Each side answers in kind. }
        - { id: none, kind: none, prior: 1, statement: None of these. }

      """
  }

  private static func notes(
    _ dyad: Dyad, _ window: DateSpan, _ store: String, _ events: [Event]
  ) -> String {
    let second = events.count { $0.sameAs != nil }
    let unofficial = events.count { $0.sameAs == nil && $0.sourceOrgan == "non_state" }
    return """
      # Notes

      The record was written by a program from machine-coded events in the store `\(store)`: all acts of
      \(dyad.source) and \(dyad.target) toward each other from \(window.first) to \(window.last).

      - \(events.count - second) rows are events. \(second) more are second reports of one of them (`same_as`); they \
      take no part in computations.
      - \(unofficial) events are acts of people, press, firms or rebels, not of a state: their `source_organ` is
      `non_state`, and `source_sector` keeps what was coded. They take no part either.
      - Every row keeps where it came from: `stored_file`, `stored_line`, `reader`, `native_id`, and the code as
      the file writes it.
      - No person has read the rows. Machines take comment for conduct, miss acts without words, and write
      an exchange down once for each side. Correct rows here; the store keeps what was coded.
      - The same store is named as `event_data`: as long as the rows are unedited, that comparison
      compares the events with themselves and shows nothing.

      """
  }
}
