import Diplomacy

/// Whether somebody is said to have looked for all the rows that a filter asks for.
///
/// A search covers a filter where it looked at every pair that the filter may mean, on every day, for
/// rows of every kind that the filter lets in. Several searches may share the days between them.
enum SearchCoverage {
  /// Covered by these searches, by their place in the case.
  case covered([Int])
  /// Not covered: the first pair and days that are missing.
  case missing(SearchGap)

  /// The share of the rows of a search that a record must hold to be the record searched: rows go on
  /// review, and a publisher may be left out, but a record with fewer is another.
  static let leastHeld = 0.85

  init(of filter: RowFilter, in subject: Case, on scale: IntensityScale) {
    let days = Self.days(of: filter, in: subject)
    var used: Set<Int> = []
    for pair in Self.pairs(of: filter, in: subject) {
      var searched: [(DateSpan, Int)] = []
      for (index, search) in subject.searches.enumerated()
      where search.pairs.contains(pair) && search.rows.admits(filter, on: scale) {
        if let gap = search.gap(pair, in: subject, on: scale) {
          self = .missing(gap)
          return
        }
        searched += search.spans.map { ($0, index) }
      }
      var next = days.first
      for (span, index) in searched.sorted(by: { $0.0.first < $1.0.first }) {
        guard next <= days.last, span.first <= next, span.last >= next else { continue }
        next = span.last + 1
        used.insert(index)
      }
      guard next > days.last else {
        let gap = DateSpan(from: next, through: days.last) ?? days
        self = .missing(SearchGap(pair: pair, days: gap, holds: nil, found: nil))
        return
      }
    }
    self = .covered(used.sorted())
  }

  /// The days that a filter means: those of the record where it leaves a side open.
  static func days(of filter: RowFilter, in subject: Case) -> DateSpan {
    let first = filter.from.flatMap(subject.span(of:))?.first
    let last = filter.until.flatMap(subject.span(of:))?.last
    let start = first ?? min(subject.baseline?.first ?? subject.window.first, subject.window.first)
    return DateSpan(from: start, through: max(start, last ?? subject.window.last)) ?? subject.window
  }

  /// The pairs that a filter means; an open side means every actor that the case declares.
  static func pairs(of filter: RowFilter, in subject: Case) -> [Pair] {
    let declared = Set(subject.actors.map(\.id) + [subject.focal, subject.counterpart])
    let sources = filter.sources.map(Set.init) ?? declared
    let targets = filter.targets.map(Set.init) ?? declared
    var pairs: Set<Pair> = []
    for source in sources { for target in targets { pairs.insert(Pair(source, target)) } }
    // An act of an actor on itself belongs to no pair, and is meant only where nothing else is.
    let apart = pairs.filter { $0.first != $0.second }
    return (apart.isEmpty ? pairs : apart).sorted()
  }
}

extension RecordSearch {
  /// The gap of a record that holds far fewer rows than this search put into it.
  fileprivate func gap(_ pair: Pair, in subject: Case, on scale: IntensityScale) -> SearchGap? {
    guard let found, found > 0, let days = spans.first else { return nil }
    var kinds = rows
    kinds.includesExcluded = true
    let holds = subject.events.count { event in
      pairs.contains { $0.dyads.contains(where: event.isOf) }
        && spans.contains { $0.overlaps(event.date) } && kinds.fits(event, on: scale)
    }
    guard Double(holds) < SearchCoverage.leastHeld * Double(found) else { return nil }
    return SearchGap(pair: pair, days: days, holds: holds, found: found)
  }
}

extension RowFilter {
  /// Whether every row that another filter lets in, dates aside, is let in by this one for certain.
  func admits(_ other: RowFilter, on scale: IntensityScale) -> Bool {
    func within<Value: Hashable>(_ mine: [Value]?, _ theirs: [Value]?) -> Bool {
      guard let mine else { return true }
      return theirs.map { Set($0).isSubset(of: mine) } ?? false
    }
    func isOfKind(_ code: EventCode, _ filter: RowFilter) -> Bool {
      (filter.codes.map { $0.contains { code.rawValue.hasPrefix($0) } } ?? true)
        && (filter.roots.map { $0.contains { $0.contains(code.root) } } ?? true)
        && (filter.quads?.contains(code.quadClass) ?? true)
        && (filter.tones?.contains(Tone(weight: scale.weightOrOther(of: code))) ?? true)
    }
    let names = [codes == nil, roots == nil, quads == nil, tones == nil]
    let kindsFit =
      names.allSatisfy(\.self)
      || EventCode.all.allSatisfy { !isOfKind($0, other) || isOfKind($0, self) }
    return kindsFit && within(ids, other.ids) && within(sources, other.sources)
      && within(targets, other.targets) && within(organs, other.organs)
      && within(targetOrgans, other.targetOrgans) && within(issues, other.issues)
      && within(statuses, other.statuses) && within(intents, other.intents)
      && within(conciliation, other.conciliation)
      && within(channels, other.channels) && within(channelEffects, other.channelEffects)
      && (from == nil && until == nil)
  }
}
