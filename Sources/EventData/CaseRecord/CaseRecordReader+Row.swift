import Diplomacy

/// A row that another names, by its id, until all ids are known.
struct RowReference {
  let row: Int
  let id: String
  let line: Int
  /// Whether the row would count if it named none.
  var counts = false
}

/// The rows that rows name.
struct RowReferences {
  /// The rows of which others are second reports.
  var sameAs: [RowReference] = []
  /// The rows that others answer.
  var answers: [RowReference] = []
}

extension CaseRecordReader {
  private static let columns = RecordColumn.allCases

  /// Takes one row: says what is wrong with it, and keeps what was asked for.
  mutating func take(
    _ row: CSVRow, _ header: RecordHeader, _ bytes: UnsafeBufferPointer<UInt8>,
    _ window: ByteWindow, _ reading: inout RecordReading, _ references: inout RowReferences
  ) {
    guard row.fields.count == header.count else {
      log.add(
        .error, file, row.line,
        "the row has \(row.fields.count) fields, the header \(header.count)",
        row.fields.count > header.count
          ? "put a field that holds commas in quotes" : "write a comma for every empty field")
      return
    }
    let cells = RecordCells(row: row, header: header, bytes: bytes)
    let line = row.line
    var isWhole = true
    for (number, column) in RecordColumn.required.enumerated() where cells.isEmpty(number) {
      isWhole = false
      log.add(
        .error, file, line, "the required field '\(column.rawValue)' is empty",
        column == .source || column == .target ? "write the code of the actor" : "fill it in")
    }
    func check<Value>(_ reading: FieldReading<Value>) -> Value? {
      for fault in reading.faults {
        log.add(fault.severity, file, line, fault.what, fault.fix)
        if fault.severity == .error { isWhole = false }
      }
      return reading.value
    }
    func word(_ column: RecordColumn) -> String {
      guard let bytes = cells.bytes(column) else { return "" }
      return check(fields.word(bytes, in: column, column.number)) ?? ""
    }
    let date = cells.bytes(.date).flatMap { check(fields.date($0)) }
    let sources = cells.bytes(.source).flatMap { check(fields.actors($0)) } ?? []
    let targets = cells.bytes(.target).flatMap { check(fields.actors($0)) } ?? []
    let code = cells.bytes(.code).flatMap { check(fields.code($0)) }
    let intensity = cells.bytes(.intensity).flatMap { check(fields.intensity($0)) }
    let effect = cells.bytes(.channelEffect).flatMap { check(fields.effect($0)) }
    let status = cells.bytes(.status).flatMap { check(fields.status($0)) } ?? .confirmed
    let intent = cells.bytes(.intent).flatMap { check(fields.intent($0)) } ?? .intended
    let issue = word(.issue)
    let channel = word(.channel)
    let organ = word(.sourceOrgan)
    let targetOrgan = word(.targetOrgan)
    for (column, text) in [(RecordColumn.sourceOrgan, organ), (.targetOrgan, targetOrgan)] {
      guard let fault = Self.misspelt(text, column) else { continue }
      log.add(fault.severity, file, line, fault.what, fault.fix)
    }
    let conciliation = word(.conciliation)
    if vocabulary.publishers != nil { _ = word(.publisher) }
    let further = FurtherCells(cells, &fields, vocabulary, sources, targets)
    for fault in further.faults {
      log.add(fault.severity, file, line, fault.what, fault.fix)
      if fault.severity == .error { isWhole = false }
    }
    if vocabulary.demands != nil, further.demands.isEmpty, !further.isDraft, let code,
      code.looksLikeDemand || code.looksLikeConcession, self.direction(sources, targets) != 0,
      Self.takesPart(status, intent, organ), let id = cells.bytes(.id)
    {
      unnamedDemands.add(String(decoding: id, as: UTF8.self), line: line, code)
    }
    if status != .unverified, header.place[.url] != nil, cells.isEmpty(.url) {
      log.add(
        .note, file, line, "the row has no url", "add it, or the status unverified")
    }
    if let date, !vocabulary.spans.isEmpty, !vocabulary.spans.contains(where: date.overlaps) {
      log.add(
        .note, file, line, "the row lies outside the window and the baseline",
        "widen one of them in case.yaml if the row should count")
    }
    guard let id = cells.bytes(.id) else { return }
    if let fault = Self.fault(ofID: id) {
      log.add(fault.severity, file, line, fault.what, fault.fix)
      isWhole = false
    }
    let sameAs = cells.bytes(.sameAs).map { String(decoding: $0, as: UTF8.self) }
    let direction = direction(sources, targets)
    let counts =
      !further.isDraft && further.role != .context && Self.takesPart(status, intent, organ)
      && direction != 0
    let part = sameAs == nil && counts
    let place = window.base + cells.start(.id)
    if let earlier = reading.index.add(
      id: id, at: place, line: line, date: date, takesPart: part, direction: direction)
    {
      log.add(
        .error, file, line,
        "the id '\(String(decoding: id, as: UTF8.self))' is used twice, first on line \(earlier)",
        "give each row an id of its own")
      return
    }
    if counts, further.role != .incident, let date, let code, let conduct = vocabulary.conduct,
      date.overlaps(conduct.window), sources.contains(conduct.dyad.source),
      targets.contains(conduct.dyad.target)
    {
      let tone = ActRule().tone(of: code, stated: intensity, hasConciliation: !conciliation.isEmpty)
      let closes = effect == .closed || effect == .cancelled || effect == .restricted
      if closes || tone != .neutral { reading.acts += 1 }
    }
    if let sameAs {
      references.sameAs.append(
        RowReference(
          row: reading.index.count - 1, id: sameAs, line: line, counts: counts))
    }
    if let answers = further.answers {
      references.answers.append(
        RowReference(row: reading.index.count - 1, id: answers, line: line))
    }
    if further.isDraft { reading.drafts.insert(String(decoding: id, as: UTF8.self)) }
    guard keepsEvents, isWhole, let date, let code else { return }
    reading.events.append(
      Event(
        id: String(decoding: id, as: UTF8.self), date: date, sources: sources, targets: targets,
        code: code, summary: cells.text(.summary), sourceOrgan: organ, targetOrgan: targetOrgan,
        sameAs: sameAs, statedIntensity: intensity,
        channel: channel.isEmpty ? nil : ChannelLevel(rawValue: channel), channelEffect: effect,
        issue: issue, status: status, intent: intent,
        conciliation: FieldReader.list(conciliation).value ?? [], answers: further.answers,
        role: further.role, demands: further.demands, demandEffect: further.demandEffect,
        concerns: further.concerns, number: further.number,
        source: Source(
          publisher: cells.text(.publisher), title: cells.text(.title), url: cells.text(.url),
          published: cells.text(.published)),
        provenance: further.provenance, isDraft: further.isDraft, note: cells.text(.note),
        extra: cells.extra, line: line))
  }

  /// Whether a row with such marks counts as the conduct of a state, second reports aside.
  private static func takesPart(
    _ status: EventStatus, _ intent: EventIntent, _ organ: String
  ) -> Bool {
    status != .unverified && status != .alleged && status != .denied && intent != .unintentional
      && organ != "non_state"
  }

  /// Which side of the case acts here toward which; both bits where the case names no sides.
  private func direction(_ sources: [ActorCode], _ targets: [ActorCode]) -> UInt8 {
    guard let pair = vocabulary.pair else { return 3 }
    let there = sources.contains(pair.first) && targets.contains(pair.second)
    let back = sources.contains(pair.second) && targets.contains(pair.first)
    return (there ? 1 : 0) | (back ? 2 : 0)
  }

  /// What is wrong with an organ that was meant for non_state; other organs are free words.
  private static func misspelt(_ organ: String, _ column: RecordColumn) -> FieldFault? {
    guard !organ.isEmpty, organ != "non_state" else { return nil }
    let plain = organ.lowercased().filter(\.isLetter)
    guard
      plain == "nonstate" || plain == "nonstateactor" || plain == "nonstateactors"
        || Nearest.word(to: organ, among: ["non_state"]) != nil
    else { return nil }
    return FieldFault(
      "\(column.rawValue) is '\(organ)', and the row counts as conduct of the state",
      "write non_state if no organ of the state acted", severity: .flaw)
  }

  /// What is wrong with the id of a row.
  private static func fault(ofID id: UnsafeBufferPointer<UInt8>) -> FieldFault? {
    let isPlain = id.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == 0x2D || byte == 0x2E || byte == 0x5F || byte >= 0x80
    }
    let text = { String(decoding: id.prefix(80), as: UTF8.self) }
    guard isPlain else {
      return FieldFault(
        "the id '\(text())' has a mark that an id may not have",
        "use letters, digits, '-', '.' and '_'")
    }
    if id.count == 10 || id.count == 7, (try? DateSpan(parsing: text())) != nil {
      return FieldFault("the id '\(text())' reads as a date", "begin it with a letter")
    }
    return nil
  }

  /// Looks up the rows that second reports name, and finds chains and circles of them.
  mutating func join(_ references: [RowReference], _ reading: inout RecordReading) {
    for reference in references {
      guard let row = reading.index.row(reference.id) else {
        log.add(
          .error, file, reference.line, "same_as names '\(reference.id)', which no row has",
          "name the row of which this one is a second report")
        continue
      }
      if row == reference.row {
        log.add(
          .error, file, reference.line, "same_as names the row itself", "name another row, or none")
        continue
      }
      reading.sameAs[reference.row] = row
    }
    var ends: [Int: Int?] = [:]
    for reference in references {
      guard let next = reading.sameAs[reference.row], reading.sameAs[next] != nil else { continue }
      if let end = Self.end(of: reference.row, reading.sameAs, &ends) {
        log.add(
          .flaw, file, reference.line,
          "same_as names '\(reference.id)', itself a second report",
          "name '\(reading.index.id(ofRow: end))'")
      } else {
        log.add(
          .error, file, reference.line, "same_as goes in a circle through '\(reference.id)'",
          "leave it empty in the row that counts")
      }
    }
  }

  /// Reports acts that vanish because the row of which they are second reports is no report of them.
  mutating func checkSecondReports(_ references: [RowReference], _ reading: RecordReading) {
    for reference in references where reference.counts {
      // Chains are reported by themselves.
      guard let first = reading.sameAs[reference.row], reading.sameAs[first] == nil else {
        continue
      }
      let fix = "name the row that reports the same act and counts, or leave same_as empty"
      if !reading.index.takesPart(row: first) {
        log.add(
          .flaw, file, reference.line,
          "same_as names '\(reference.id)', which takes no part, so that this act is left out with it",
          fix)
      } else if reading.index.direction(ofRow: first)
        & reading.index.direction(ofRow: reference.row)
        == 0
      {
        log.add(
          .flaw, file, reference.line,
          "same_as names '\(reference.id)', an act of the other side", fix)
      } else if let one = reading.index.date(ofRow: first),
        let other = reading.index.date(ofRow: reference.row),
        max(one.first.ordinal - other.last.ordinal, other.first.ordinal - one.last.ordinal) > 31
      {
        log.add(
          .note, file, reference.line,
          "same_as names '\(reference.id)', an act of another time (\(one))", fix)
      }
    }
  }

  /// The row at the end of a chain of second reports, or nothing where the chain is a circle.
  private static func end(
    of row: Int, _ sameAs: [Int: Int], _ ends: inout [Int: Int?]
  ) -> Int? {
    var path: Set<Int> = []
    var last = row
    var end: Int?
    while true {
      if let known = ends[last] {
        end = known
        break
      }
      guard let next = sameAs[last] else {
        end = last
        break
      }
      guard path.insert(last).inserted else { break }
      last = next
    }
    for row in path { ends[row] = .some(end) }
    return end
  }
}
