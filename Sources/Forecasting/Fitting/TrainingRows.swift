/// Pairs at origins with their rates and what followed.
struct TrainingRows: Sendable {
  /// One pair at one origin.
  struct Row: Sendable {
    /// The place of the history in the record.
    let pair: Int
    /// The day of the forecast; acts of earlier days are known.
    let origin: Int
    /// The rates of ``DecayedCounts``.
    let rates: [Float]
    /// The kinds of which an act followed, by horizon; nothing where the window ends too late.
    let followed: [KindSet?]
  }

  let horizons: [Int]
  let rows: [Row]

  /// Collects the rows of a record.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - origins: The days of forecasts, in ascending order.
  ///   - limit: The day that no window may reach.
  ///   - horizons: The numbers of days.
  init(_ record: TrainingRecord, origins: [Int], before limit: Int, horizons: [Int]) {
    var rows: [Row] = []
    for (pair, history) in record.histories.enumerated() {
      let active = origins.filter { record.isActive(history, at: $0) }
      guard !active.isEmpty else { continue }
      for (origin, rates) in zip(active, DecayedCounts.rates(of: history, before: active)) {
        let followed = horizons.map { days -> KindSet? in
          guard origin + days <= limit else { return nil }
          return history.own[DyadHistory.place(of: origin, in: history.own)...]
            .prefix { $0.day < origin + days }.reduce(into: KindSet()) { $0.formUnion($1.kinds) }
        }
        rows.append(Row(pair: pair, origin: origin, rates: rates, followed: followed))
      }
    }
    self.horizons = horizons
    self.rows = rows
  }

  /// The rows whose window is whole, as a fitter takes them.
  func fitting(_ kind: ActKind, horizon: Int) -> LogisticSumFitter.Rows {
    let groups = OutlookColumns.groups(for: kind)
    var columns: [SIMD16<Float>] = []
    columns.reserveCapacity(rows.count * LogisticSumFitter.lanes)
    var outcomes: [Bool] = []
    for row in rows {
      guard let followed = row.followed[horizon] else { continue }
      columns += OutlookColumns.lanes(row.rates, groups: groups)
      outcomes.append(followed.contains(kind))
    }
    return LogisticSumFitter.Rows(columns: columns, outcomes: outcomes)
  }
}
