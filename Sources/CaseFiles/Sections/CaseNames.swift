import Diplomacy
import EventData

/// What the entries of a case may refer to.
struct CaseNames {
  /// What the case declares that its record must agree with.
  var vocabulary = RecordVocabulary()
  /// The named dates.
  var dates: [String: DateSpan] = [:]
  /// The ids of named dates in the order of the file, those with a wrong date too.
  var dateNames: [String] = []
  /// The ids of named dates that are drafts.
  var draftDates: Set<String> = []
  /// Whether the entry that is read is a draft: it may rest on other drafts.
  var isInsideDraft = false
  /// The ids of levers.
  var levers: [String] = []
  /// The ids of explanations.
  var explanations: [String] = []
  /// The levels of contact that are followed between two actors.
  var channels: [Pair: [ChannelLevel]] = [:]
  /// Whether `case.yaml` could be read: where it could not, nothing is held against what it declares.
  var knowsHead = true
  /// The rows of the record; nothing where it could not be read.
  var record: RecordReading?

  /// Whether a row has an id; true where there is no record to ask.
  func hasRow(_ id: String) -> Bool {
    guard let record else { return true }
    return record.index.row(id) != nil
  }

  /// The names as an entry may use them: a draft may rest on drafts, anything else may not.
  func inside(_ section: Section) -> CaseNames {
    var names = self
    names.isInsideDraft = isInsideDraft || section.isDraft
    return names
  }

  /// The days for which a reference stands, where they are known.
  func span(of reference: DateReference) -> DateSpan? {
    switch reference {
    case .span(let span): return span
    case .name(let name):
      if let span = dates[name] { return span }
      guard let record, let row = record.index.row(name) else { return nil }
      return record.index.date(ofRow: row)
    }
  }

  /// Reads a reference to a date and reports it where nothing has the name.
  func reference(_ text: String, _ what: String, _ line: Int, _ problems: FileProblems)
    -> DateReference?
  {
    let isDateLike = text.utf8.first.map { (0x30...0x39).contains($0) } ?? false
    do {
      return .span(try DateSpan(parsing: text))
    } catch {
      if dateNames.contains(text) || (record != nil && hasRow(text)) {
        let isDraft = draftDates.contains(text) || record?.drafts.contains(text) == true
        if isDraft, !isInsideDraft {
          problems.error(
            line, "\(what) rests on '\(text)', a draft that nobody has confirmed",
            "confirm it (take out its draft: true), or write the date out")
        }
        return .name(text)
      }
      if isDateLike || error.isOfCalendar {
        problems.error(line, "\(what): \(error)", Section.fix(error))
        return nil
      }
    }
    if record == nil || !knowsHead { return .name(text) }
    let near = Nearest.word(to: text, among: dateNames)
    problems.error(
      line, "\(what) names '\(text)', which is no date of case.yaml and no row",
      near.map { "write '\($0)'" } ?? "add it to dates, or write the date out")
    return nil
  }

  /// The reference of a key of an entry.
  func reference(_ key: String, in section: Section) -> DateReference? {
    section.text(key).flatMap {
      reference($0, "\(key) of \(section.name)", section.line(of: key), section.problems)
    }
  }

  /// The references of a key of an entry that is a value or a list.
  func references(_ key: String, in section: Section) -> [DateReference] {
    section.texts(key).compactMap {
      reference($0.text, "\(key) of \(section.name)", $0.line, section.problems)
    }
  }

  /// Reports a span of references whose end lies before its start.
  func checkOrder(
    _ from: DateReference?, _ until: DateReference?, _ key: String, in section: Section
  ) {
    guard let from, let until, let start = span(of: from), let end = span(of: until),
      end.last < start.first
    else { return }
    section.problems.error(
      section.line(of: key),
      "\(section.name) ends on \(end) (\(until.text)) before it starts on \(start) (\(from.text))",
      "write the earlier date first")
  }

  /// Reports a row that the record does not have.
  func checkRow(_ id: String, _ what: String, _ line: Int, _ problems: FileProblems) {
    guard !hasRow(id) else { return }
    problems.error(
      line, "\(what) names '\(id)', which no row of events.csv has", "write the id of a row")
  }

  /// Reads the code of an actor and reports one that is neither of the standard nor declared.
  func actor(_ text: String, _ what: String, _ line: Int, _ problems: FileProblems) -> ActorCode {
    if let fault = vocabulary.fault(ofActor: text) {
      problems.add(fault.severity, line, "\(what): \(fault.what)", fault.fix)
    }
    return ActorCode(text)
  }
}

extension DateSpanError {
  /// Whether the text has the form of a date and the calendar, or the order, is against it.
  var isOfCalendar: Bool { if case .malformed = self { false } else { true } }
}
