public import Diplomacy

/// Which assertions rest on rows not being there, and whether anybody is said to have looked for them.
public struct AbsenceReport: Hashable, Sendable, Codable {
  /// One assertion.
  public struct Entry: Hashable, Sendable, Codable {
    /// The id of the assertion.
    public let assertion: String
    /// The clauses that rest on absence, as written.
    public let checks: [String]
    /// Whether a search of the case covers all of them.
    public let isSearched: Bool
  }

  /// The assertions in the order of the case.
  public let entries: [Entry]

  /// Goes through the assertions of a case; its record is not needed.
  public init(of subject: Case, on scale: IntensityScale = .goldsteinGDELT) {
    entries = subject.assertions.compactMap { assertion in
      let checks = assertion.check.leaves.filter { !$0.filtersOfAbsence.isEmpty }
      guard !checks.isEmpty else { return nil }
      let filters = checks.flatMap(\.filtersOfAbsence)
      var frame = subject
      frame.searches = subject.searches.map {
        RecordSearch(
          spans: $0.spans, pairs: $0.pairs, rows: $0.rows, publishers: $0.publishers, by: $0.by,
          when: $0.when)
      }
      let isSearched = filters.allSatisfy {
        if case .covered = SearchCoverage(of: $0, in: frame, on: scale) { true } else { false }
      }
      return Entry(
        assertion: assertion.id, checks: checks.map(\.description), isSearched: isSearched)
    }
  }
}

extension RowFilter {
  /// All that one side did toward the other.
  fileprivate init(of dyad: Dyad) {
    self.init()
    sources = [dyad.source]
    targets = [dyad.target]
  }
}

extension Check {
  /// The clauses of the check, whatever the rules that join them.
  package var leaves: [Check] {
    switch self {
    case .all(let checks), .any(let checks): checks.flatMap(\.leaves)
    case .readings(let loose, let strict): loose.leaves + strict.leaves
    case .clause(_, let check): check.leaves
    default: [self]
    }
  }

  /// The filters whose rows must not be missing for the check to hold.
  package var filtersOfAbsence: [RowFilter] {
    switch self {
    case .exists(let check): return check.claimed == .none ? [check.rows] : []
    case .count(let check): return check.atMost != nil ? [check.rows] : []
    case .share(let check): return [check.among]
    case .compare(let check):
      return [check.first.among ?? check.first.rows, check.second.among ?? check.second.rows]
    case .state(let check):
      guard case .channel(let pair, let level) = check.subject else { return [] }
      var filter = RowFilter()
      filter.sources = [pair.first, pair.second]
      filter.targets = [pair.first, pair.second]
      filter.channels = [level]
      filter.channelEffects = ChannelEffect.allCases
      filter.from = check.from
      filter.until = check.through ?? check.from
      return [filter]
    case .trend(let check):
      let spans = [(check.from.from, check.from.through), (check.to.from, check.to.through)]
      return spans.map { from, through in
        var filter = RowFilter(of: check.dyad)
        filter.from = from
        filter.until = through
        if check.part != .all {
          filter.quads = QuadClass.allCases.filter { $0.isVerbal == (check.part == .words) }
        }
        return filter
      }
    case .turningPoint(let check): return [RowFilter(of: check.dyad)]
    case .order, .interval, .media, .untestable, .all, .any, .readings, .clause: return []
    }
  }
}
