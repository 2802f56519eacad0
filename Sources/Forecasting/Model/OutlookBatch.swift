/// Many forecasts of one pair at once, without the shares of acts.
public enum OutlookBatch {
  /// The chances of acts, coherent over the weights' horizons.
  ///
  /// - Parameters:
  ///   - history: The acts of both sides.
  ///   - targets: Origins (days counted from 1970), kinds and horizons.
  ///   - weights: The weights; a horizon they do not know gives a half.
  /// - Returns: The chances in the order of the targets.
  public static func chances(
    _ history: DyadHistory, _ targets: [(origin: Int, kind: ActKind, days: Int)],
    by weights: OutlookWeights
  ) -> [Double] {
    let origins = Set(targets.map(\.origin)).sorted()
    let places = Dictionary(uniqueKeysWithValues: origins.enumerated().map { ($1, $0) })
    let rates = DecayedCounts.rates(of: history, before: origins)
    var models: [ActKind: [(days: Int, model: LogisticSum)]] = [:]
    for entry in weights.entries.sorted(by: { $0.days < $1.days }) {
      models[entry.kind, default: []].append((entry.days, entry.model))
    }
    let groups = Dictionary(
      uniqueKeysWithValues: ActKind.allCases.map { ($0, OutlookColumns.groups(for: $0)) })
    return targets.map { target in
      let lanes = OutlookColumns.lanes(
        rates[places[target.origin] ?? 0], groups: groups[target.kind] ?? [])
      let chances = (models[target.kind] ?? []).filter { $0.days <= target.days }.map {
        $0.model.probability(sum: $0.model.sum(lanes))
      }
      return chances.max() ?? 0.5
    }
  }
}
