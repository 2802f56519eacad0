public import Assessment

extension DifferenceReport {
  /// Several differences from one assessment side by side: a column for the case as it is, then one each.
  public static func sideBySide(
    _ differences: [(name: String, difference: AssessmentDifference)]
  ) -> Report {
    guard let first = differences.first?.difference else { return Report(title: "") }
    let names = differences.map(\.name)
    var blocks: [Block] = [
      .table(
        table(
          "What is otherwise", ["", "as it is"] + names,
          [
            ["changes", "none"] + differences.map { $0.difference.changes.joined(separator: "; ") },
            ["answer", answer(first.before).joined(separator: " ")]
              + differences.map { answer($0.difference.after).joined(separator: " ") },
          ]))
    ]
    let stories = union(differences.map { $0.difference.stories.map(\.id) })
    if !stories.isEmpty {
      blocks.append(
        .table(
          table(
            "Probability of each story, with its band", ["story", "as it is"] + names,
            stories.map { id in
              let before = differences.lazy
                .compactMap { $0.difference.stories.first { $0.id == id }?.before }.first
              return [id, words(of: before)]
                + differences.map { one in
                  words(of: one.difference.stories.first { $0.id == id }?.after)
                }
            })))
    }
    let verdicts = union(
      differences.map { $0.difference.verdicts.filter(\.changesVerdict).map(\.id) })
    if !verdicts.isEmpty {
      blocks.append(
        .table(
          table(
            "Verdicts that change in at least one", ["sentence", "as it is"] + names,
            verdicts.map { id in
              let all = differences.map { $0.difference.verdicts.first { $0.id == id } }
              let before = all.lazy.compactMap { $0 }.first?.before ?? "none"
              return [id, before] + all.map { $0.map { $0.after ?? "none" } ?? before }
            })))
    }
    blocks.append(
      .table(
        table(
          "What else moves", ["", "as it is"] + names,
          [
            ["turning points", ""] + differences.map { String($0.difference.turns.count) },
            ["channels", ""] + differences.map { String($0.difference.channels.count) },
            ["rows no longer counted", ""]
              + differences.map { String($0.difference.rowsLost.count) },
            ["rows counted now", ""] + differences.map { String($0.difference.rowsGained.count) },
          ])))
    return Report(title: first.title, lead: blocks)
  }

  /// The entries of several lists, each once, in the order in which they come.
  private static func union(_ lists: [[String]]) -> [String] {
    var seen: Set<String> = []
    return lists.joined().filter { seen.insert($0).inserted }
  }

  private static func table(_ caption: String, _ header: [String], _ rows: [[String]]) -> Table {
    Table(
      caption: caption,
      columns: header.enumerated().map { .init($1, namesRows: $0 == 0) },
      rows: rows.map { .init($0.map { Prose($0) }) })
  }
}
