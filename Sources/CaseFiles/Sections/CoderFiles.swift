import Diplomacy
import EventData
import Foundation

/// Reads the folder `coders`: the codes that other coders gave to the rows of the record.
struct CoderFiles {
  let folder: String
  let names: CaseNames
  let root: Section
  let problems: (String) -> FileProblems

  /// The columns that a second coder may fill.
  static let columns = [
    "code", "tone", "channel", "channel_effect", "status", "intent", "conciliation", "demand",
    "demand_effect", "role",
  ]

  /// Reads every file; who each coder was stands in `coders:` of case.yaml.
  func read() -> [SecondCoding] {
    let who = people()
    let found = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/coders")) ?? []
    let files = found.filter { $0.hasSuffix(".csv") }.sorted()
    for (id, line) in who.lines.sorted(by: { $0.value < $1.value })
    where !files.contains(id + ".csv") {
      root.problems.flaw(
        line, "the coder '\(id)' has no file coders/\(id).csv",
        "add the file, or leave the coder out"
      )
    }
    return files.compactMap { file in
      let coder = String(file.dropLast(4))
      let problems = problems("coders/" + file)
      if who.texts[coder] == nil {
        problems.flaw(
          0, "coders of case.yaml does not say who the coder '\(coder)' was",
          "add { id: \(coder), who: … }; say so where it was a language model")
      }
      return CodingReader(problems: problems, names: names)
        .read("\(folder)/coders/\(file)", coder: coder, who: who.texts[coder] ?? "")
    }
  }

  private func people() -> (texts: [String: String], lines: [String: Int]) {
    var (texts, lines) = ([String: String](), [String: Int]())
    var taken: Set<String> = []
    for node in root.list("coders") {
      guard
        let section = Section(
          node, "a coder", known: ["id", "who"], required: ["id", "who"], root.problems),
        let id = HeadSection.id(section, &taken)
      else { continue }
      texts[id] = section.statedText("who") ?? ""
      lines[id] = section.line(of: "id")
    }
    return (texts, lines)
  }
}

/// Reads one file of codes.
struct CodingReader {
  let problems: FileProblems
  let names: CaseNames

  /// Reads the file, or nothing where it cannot be read.
  func read(_ path: String, coder: String, who: String) -> SecondCoding? {
    guard ByteWindow.mayBeFile(path), let data = FileManager.default.contents(atPath: path),
      data.count <= 1 << 26
    else {
      problems.error(0, "cannot be read", "give yourself leave to read it, or shorten it to 64 MB")
      return nil
    }
    let table = CSVTable(Array(data))
    guard let header = table.rows.first else {
      problems.error(0, "the file is empty", "write a header with id and the coded columns")
      return nil
    }
    let columns = header.fields.map { $0.split(separator: " ").joined(separator: " ") }
    guard let place = columns.firstIndex(of: "id") else {
      problems.error(header.line, "the column 'id' is missing", "add the ids of the rows")
      return nil
    }
    var isRight = true
    for column in columns where column != "id" && !CoderFiles.columns.contains(column) {
      isRight = false
      problems.error(
        header.line, "a coder's file holds codes alone, and '\(column)' is none",
        Nearest.word(to: column, among: CoderFiles.columns).map { "write '\($0)'" }
          ?? "the columns are id, \(CoderFiles.columns.joined(separator: ", "))")
    }
    guard isRight else { return nil }
    var rows: [String: [String: String]] = [:]
    for row in table.rows.dropFirst() where row.fields != [""] {
      guard row.fields.count == columns.count else {
        problems.error(
          row.line, "the row has \(row.fields.count) fields, the header \(columns.count)",
          "write a comma for every empty field")
        continue
      }
      let id = row.fields[place]
      if rows[id] != nil {
        problems.error(row.line, "the row '\(id)' is coded twice", "keep one of the two")
        continue
      }
      names.checkRow(id, "id", row.line, problems)
      var cells: [String: String] = [:]
      for (column, text) in zip(columns, row.fields) where column != "id" {
        check(text, column, row.line)
        cells[column] = text
      }
      rows[id] = cells
    }
    return SecondCoding(
      coder: coder, who: who, columns: columns.filter { $0 != "id" }, rows: rows)
  }

  /// Reports a code or a word that the format does not know.
  private func check(_ text: String, _ column: String, _ line: Int) {
    guard !text.isEmpty else { return }
    func word<Word: RawRepresentable & CaseIterable>(_ type: Word.Type)
    where Word.RawValue == String {
      let all = Word.allCases.map(\.rawValue)
      guard !all.contains(text) else { return }
      problems.error(
        line, "\(column) is '\(text)'",
        Nearest.word(to: text, among: all).map { "write '\($0)'" }
          ?? "write one of: \(all.joined(separator: ", "))")
    }
    switch column {
    case "code":
      guard EventCode(text) == nil else { return }
      let fault = RecordVocabulary.notCameo(text)
      problems.error(line, fault.what, fault.fix)
    case "tone": word(Tone.self)
    case "channel_effect": word(ChannelEffect.self)
    case "status": word(EventStatus.self)
    case "intent": word(EventIntent.self)
    case "demand_effect": word(DemandEffect.self)
    case "role": word(RowRole.self)
    default: break
    }
  }
}
