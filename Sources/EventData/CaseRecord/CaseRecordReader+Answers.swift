import Diplomacy

extension CaseRecordReader {
  /// Reports rows that answer a row which is not there, themselves, or a row that came later.
  mutating func checkAnswers(_ references: [RowReference], _ reading: RecordReading) {
    for reference in references {
      guard let row = reading.index.row(reference.id) else {
        log.add(
          .error, file, reference.line, "answers names '\(reference.id)', which no row has",
          "name the row that this act answers")
        continue
      }
      if row == reference.row {
        log.add(
          .error, file, reference.line, "answers names the row itself",
          "name another row, or none")
        continue
      }
      guard let asked = reading.index.date(ofRow: row),
        let answered = reading.index.date(ofRow: reference.row), asked.first > answered.last
      else { continue }
      log.add(
        .flaw, file, reference.line,
        "the row answers '\(reference.id)', which came later (\(asked))",
        "name an earlier row, or correct one of the dates")
    }
  }

  /// Notes publishers that sources.yaml does not list.
  mutating func reportUnlisted() {
    let names = fields.unlisted.sorted()
    guard !names.isEmpty else { return }
    let shown = names.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
    log.add(
      .note, file, 0,
      "sources.yaml does not list \(names.count) publisher\(names.count == 1 ? "" : "s"): "
        + shown + (names.count > 5 ? ", …" : ""),
      "add an entry for each whose rows should be graded")
  }
}
