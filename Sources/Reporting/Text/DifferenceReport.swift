public import Assessment

/// What moved between two assessments, as a report and as lines of text.
public enum DifferenceReport {
  /// The report, for Markdown and HTML.
  public static func report(_ difference: AssessmentDifference) -> Report {
    var lead: [Block] = difference.notes.map { .paragraph(Prose($0)) }
    if !difference.changes.isEmpty {
      lead.append(.list(difference.changes.map { Prose($0) }))
    }
    if difference.isEmpty { lead.append(.paragraph("Nothing moved.")) }
    var sections = [
      Section(
        id: "answer", title: "The answer",
        blocks: [
          .heading("Before"), .list(answer(difference.before).map { Prose($0) }),
          .heading("After"), .list(answer(difference.after).map { Prose($0) }),
        ])
    ]
    if !difference.stories.isEmpty {
      sections.append(
        Section(
          id: "stories", title: "The stories",
          blocks: [
            table(
              "Probability of each story, with its band", ["story", "before", "after", "change"],
              difference.stories.map(story))
          ]))
    }
    for (id, title, header, rows) in tables(difference) where !rows.isEmpty {
      sections.append(Section(id: id, title: title, blocks: [table(title, header, rows)]))
    }
    return Report(title: title(difference), lead: lead, sections: sections)
  }

  /// The same for a terminal.
  public static func text(_ difference: AssessmentDifference) -> String {
    var lines = [title(difference)]
    lines += difference.notes.map { "note: \($0)" }
    lines += difference.changes.map { "- \($0)" }
    for (name, answer) in [("before", difference.before), ("after", difference.after)] {
      lines += ["", "Answer \(name)"] + self.answer(answer).map { "  \($0)" }
    }
    if !difference.stories.isEmpty {
      lines += ["", "Probability of each story, with its band"]
      lines += indented(["story", "before", "after", "change"], difference.stories.map(story))
    }
    for (_, title, header, rows) in tables(difference) where !rows.isEmpty {
      lines += ["", title] + indented(header, rows)
    }
    if difference.isEmpty { lines += ["", "Nothing moved."] }
    return lines.map { $0.isEmpty ? "" : Escaping.terminal($0) }.joined(separator: "\n") + "\n"
  }

  private static func title(_ difference: AssessmentDifference) -> String {
    difference.changes.isEmpty
      ? "What differs: \(difference.title)" : "What if: \(difference.title)"
  }

  static func answer(_ answer: AssessmentDifference.Answer) -> [String] {
    let name = answer.name.isEmpty ? [] : [answer.name.replacing("-", with: " ")]
    let lines = name + answer.sentences
    return lines.isEmpty ? ["no explanation was compared"] : lines
  }

  private static func story(_ change: AssessmentDifference.StoryChange) -> [String] {
    let moved = change.before.flatMap { old in
      change.after.map { NumberFormat.signed($0.probability - old.probability, decimals: 2) }
    }
    return [change.id, words(of: change.before), words(of: change.after), moved ?? ""]
  }

  /// The probability of a story with its band.
  static func words(of story: AssessmentDigest.Story?) -> String {
    story.map {
      let band = "\(number($0.low)) to \(number($0.high))"
      return $0.low == $0.high ? number($0.probability) : "\(number($0.probability)) (\(band))"
    } ?? "none"
  }

  /// What moved beside the stories: id, title, header, rows.
  private static func tables(
    _ difference: AssessmentDifference
  ) -> [(String, String, [String], [[String]])] {
    let changed = difference.verdicts.filter(\.changesVerdict)
    let numbers = difference.verdicts.filter { !$0.changesVerdict }
    let states = difference.channels.map { change in
      [
        change.channel, change.before.last?.state ?? "none", change.after.last?.state ?? "none",
        NumberFormat.count(change.before.count, "spell") + ", then "
          + NumberFormat.count(change.after.count, "spell"),
      ]
    }
    let rows = [
      ("no longer counted", difference.rowsLost), ("counted now", difference.rowsGained),
      ("counted otherwise", difference.rowsChanged),
    ].filter { !$0.1.isEmpty }.map { name, ids in
      [name, String(ids.count), listed(ids)]
    }
    return [
      (
        "verdicts", "Verdicts that changed", ["assertion", "before", "after"],
        changed.map { [$0.id, $0.before ?? "none", $0.after ?? "none"] }
      ),
      (
        "numbers", "Numbers that moved under the same verdict",
        ["assertion", "verdict", "before", "after"],
        numbers.map {
          [$0.id, $0.after ?? "", number($0.computedBefore), number($0.computedAfter)]
        }
      ),
      (
        "turns", "Turning points", ["direction", "gone", "new"],
        difference.turns.map { [$0.dyad, listed($0.gone), listed($0.new)] }
      ),
      ("channels", "Channels", ["channel", "at the end before", "after", "how it went"], states),
      ("rows", "Rows of the record", ["what", "rows", "ids"], rows),
    ]
  }

  private static func table(_ caption: String, _ header: [String], _ rows: [[String]]) -> Block {
    .table(Table(caption: caption, columns: header.map { Table.Column($0) }, entries: rows))
  }

  private static func indented(_ header: [String], _ rows: [[String]]) -> [String] {
    PlainTable(header: header, rows: rows).aligned.split(separator: "\n").map { "  \($0)" }
  }

  private static func listed(_ ids: [String]) -> String {
    ids.isEmpty
      ? "none"
      : ids.prefix(8).joined(separator: ", ") + (ids.count > 8 ? " and \(ids.count - 8) more" : "")
  }

  private static func number(_ value: Double?) -> String {
    value.map { NumberFormat.short($0, decimals: 2) } ?? "none"
  }
}
