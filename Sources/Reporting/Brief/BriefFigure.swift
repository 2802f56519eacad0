import Assessment
import Diplomacy
import Relations

/// Both sides' acts on one time line, with the contacts, the levers lost and the dates that matter.
enum BriefFigure {
  /// The figure; nothing where the window holds no act of either side toward the other.
  ///
  /// - Parameters:
  ///   - assessment: The assessment.
  ///   - hasRecord: Whether marks lead to rows on the same page; else they lead to the sources.
  static func figure(of assessment: CaseAssessment, hasRecord: Bool) -> Figure? {
    let subject = assessment.subject
    let acts = acts(of: assessment)
    guard !acts.isEmpty else { return nil }
    let focal = subject.name(of: subject.focal)
    let other = subject.name(of: subject.counterpart)
    let drawing = ActsChart(
      span: subject.window,
      acts: acts.map { act in
        ActsChart.Mark(
          span: act.row.date, weight: act.row.weight, isFirst: act.isFocal,
          label: label(act.row, in: subject),
          href: href(act.row, hasRecord: hasRecord))
      },
      names: (focal, other), silences: silences(acts.map(\.row.date), in: subject.window),
      strips: strips(of: assessment), losses: losses(of: assessment),
      dates: keyDates(of: subject))
    let counts = [true, false].map { side in acts.count { $0.isFocal == side } }
    return Figure(
      id: "acts", title: "What each side did",
      description: """
        Each mark is an act that counts: \(NumberWords.count(counts[0], "act")) of \(focal) \
        (circles), \(NumberWords.count(counts[1], "act")) of \(other) (squares). Shaded: days \
        without an act on record.
        """,
      data: data(acts, in: subject, hasRecord: hasRecord), drawing: drawing)
  }

  /// An act with whose it is.
  struct Act {
    let row: RecordRow
    let isFocal: Bool
  }

  /// Every act that counts and falls within the window, one for each side that acts on the other.
  static func acts(of assessment: CaseAssessment) -> [Act] {
    let subject = assessment.subject
    let (focal, other) = (subject.focal, subject.counterpart)
    return assessment.record
      .filter { $0.excluded == nil && $0.date.overlaps(subject.window) }
      .sorted { ($0.date.first, $0.date.last, $0.id) < ($1.date.first, $1.date.last, $1.id) }
      .flatMap { row -> [Act] in
        var acts: [Act] = []
        if row.source.contains(focal), row.target.contains(other) {
          acts.append(Act(row: row, isFocal: true))
        }
        if row.source.contains(other), row.target.contains(focal) {
          acts.append(Act(row: row, isFocal: false))
        }
        return acts
      }
  }

  private static func label(_ row: RecordRow, in subject: Case) -> String {
    let actors = row.source.map(subject.name).joined(separator: ", ")
    let tone =
      switch Tone(weight: row.weight) {
      case .hostile: "hostile"
      case .conciliatory: "friendly"
      case .neutral: "neutral"
      }
    return "\(sentenceStart(DateWords.span(row.date))), \(actors), \(tone): \(row.summary)"
  }

  private static func href(_ row: RecordRow, hasRecord: Bool) -> String? {
    if hasRecord { return "#" + Escaping.rowAnchor(row.id) }
    return Escaping.webAddress(row.reported.url)
  }

  /// The stretches without any act that are long beside the others: at least three weeks, and at
  /// least a twentieth of the window.
  static func silences(_ dates: [DateSpan], in window: DateSpan) -> [DateSpan] {
    let least = max(21, window.length / 20)
    var next = window.first
    var silences: [DateSpan] = []
    func add(_ last: Day) {
      if let span = DateSpan(from: next, through: last), span.length >= least {
        silences.append(span)
      }
    }
    for date in dates.sorted(by: { $0.first < $1.first }) {
      if date.first > next { add(date.first - 1) }
      next = max(next, date.last + 1)
    }
    if next <= window.last { add(window.last) }
    return silences
  }

  /// The levels of contact of the two sides that were strained or suspended at some time, those that
  /// were so longest first, at most six.
  private static func strips(of assessment: CaseAssessment) -> [ActsChart.Strip] {
    let subject = assessment.subject
    let pair = Pair(subject.focal, subject.counterpart)
    var entries: [(level: ChannelLevel, spells: [ChannelSpell], days: Int)] = []
    for history in assessment.channels where history.pair == pair {
      let spells = history.spells(in: subject.window)
      let closed = spells.filter { $0.state == .suspended || $0.state == .strained }
      let days = closed.reduce(0) { $0 + $1.span.length }
      if days > 0 { entries.append((history.level, spells, days)) }
    }
    entries.sort { ($1.days, $0.level) < ($0.days, $1.level) }
    return entries.prefix(6).map { entry in
      let bars = entry.spells.filter { $0.state != .unknown }.map { bar($0, of: entry.level) }
      return ActsChart.Strip(name: entry.level.label, bars: bars)
    }
  }

  private static func bar(_ spell: ChannelSpell, of level: ChannelLevel) -> ActsChart.Bar {
    let basis = spell.basis == .silence ? ", inferred from silence" : ""
    let days = DateWords.stretch(spell.span)
    return ActsChart.Bar(
      span: spell.span, fill: Fill(of: spell.state), state: spell.state.rawValue,
      label: "\(level.label): \(spell.state.rawValue), \(days)\(basis)",
      isThin: spell.basis == .silence)
  }

  /// The levers of either side over the other that were lost within the window.
  private static func losses(of assessment: CaseAssessment) -> [DatedMark] {
    let subject = assessment.subject
    let sides = [subject.focal, subject.counterpart]
    return assessment.levers.levers.map(\.lever)
      .filter { lever in sides.contains(lever.holder) && lever.over.contains(where: sides.contains)
      }
      .compactMap { lever in
        guard let until = lever.until, until.overlaps(subject.window) else { return nil }
        return DatedMark(until, "\(subject.name(of: lever.holder)) loses “\(lever.name)”")
      }
  }

  /// The dates on which the stories start and end: the shock, the goal, the redress.
  private static func keyDates(of subject: Case) -> [DatedMark] {
    var named: [String] = ["shock", "goal", "redress"]
    for explanation in subject.explanations {
      for case .name(let name) in [explanation.from, explanation.until].compactMap({ $0 }) {
        named.append(name)
      }
    }
    return subject.dates.filter { named.contains($0.id) && $0.day.overlaps(subject.window) }
      .map { DatedMark($0.day, $0.what) }
  }

  /// The acts as a table; where the page holds the record, to which every mark leads, their number by
  /// side and kind.
  private static func data(_ acts: [Act], in subject: Case, hasRecord: Bool) -> Table {
    guard !hasRecord else {
      let tones: [(Tone, String)] = [
        (.conciliatory, "friendly"), (.neutral, "neither"), (.hostile, "hostile"),
      ]
      return Table(
        caption: "The acts of the figure, each a row of the record",
        columns: [.init("who", namesRows: true)] + tones.map { .init($0.1, .trailing) },
        entries: [true, false].map { side in
          let own = acts.filter { $0.isFocal == side }
          return [subject.name(of: side ? subject.focal : subject.counterpart)]
            + tones.map { tone in
              String(own.count { Tone(weight: $0.row.weight) == tone.0 })
            }
        })
    }
    return Table(
      caption: "The acts of the figure",
      columns: [
        .init("date", namesRows: true), .init("who"), .init("weight", .trailing),
        .init("row"), .init("what happened", isWide: true),
      ],
      rows: acts.map(\.row).map { row in
        .init([
          Glossary.span(row.date), Prose(row.source.map(subject.name).joined(separator: ", ")),
          Prose(NumberFormat.signed(row.weight)), .rows([row.id]), Prose(row.summary),
        ])
      }, narrow: .cards)
  }
}
