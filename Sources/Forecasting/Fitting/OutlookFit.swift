public import Diplomacy
import Estimation
import Foundation

/// Fits outlook weights on a record.
///
/// The record is parted by time. The first two years (at most 28 % of the days) only fill the decayed
/// counts; a seventh at the end chooses each penalty and shows how a first fit is calibrated on days
/// that it has not seen; then the weights are fitted anew on all rows. No window of days crosses from
/// one part into the next.
public struct OutlookFit: Sendable {
  /// The penalties that are tried.
  public static let penalties = [1e-5, 1e-4, 3e-4, 1e-3]

  /// Fits weights.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - horizons: The numbers of days, each above zero.
  ///   - origin: What the record is, in words.
  ///   - fitted: The day on which the fit is made.
  ///   - progress: Told the share that is done, one call at a time.
  /// - Throws: ``ForecastFailure`` where the record is too short or too thin to learn from.
  public static func weights(
    from record: TrainingRecord, horizons: [Int], origin: String, fitted: Day,
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) throws(ForecastFailure) -> OutlookWeights {
    let span = record.end - record.start
    let longest = horizons.max() ?? 0
    guard span >= 5 * longest, span >= 60 else {
      throw ForecastFailure(
        "the record has \(span) days; a fit over \(longest) days needs at least "
          + "\(max(60, 5 * longest)): import more, or ask for shorter horizons")
    }
    let first = record.start + min(730, span * 28 / 100)
    let split = record.end - (record.end - first) / 7
    let before = Array(stride(from: first, to: split, by: record.step))
    let after = Array(stride(from: split, to: record.end, by: record.step))
    let learn = TrainingRows(record, origins: before, before: split, horizons: horizons)
    let check = TrainingRows(record, origins: after, before: record.end, horizons: horizons)
    guard learn.rows.count >= 200 else {
      throw ForecastFailure(
        "the record gives \(learn.rows.count) rows to learn from (pairs with at least "
          + "\(record.fewestActs) acts at an origin); at least 200 are needed: import more")
    }
    let tasks = ActKind.allCases.flatMap { kind in horizons.indices.map { (kind, $0) } }
    let entries = concurrentMap(
      tasks.count, completed: { progress(Double($0) / Double(tasks.count)) }
    ) {
      let (kind, horizon) = tasks[$0]
      return entry(kind, horizon, learn, check)
    }
    guard
      let days = DateSpan(
        from: Day(ordinal: record.start), through: Day(ordinal: record.end - 1))
    else { throw ForecastFailure("the record has no days") }
    return OutlookWeights(
      origin: origin, days: days, fitted: fitted, digest: record.digest,
      persons: record.persons, entries: entries)
  }

  private static func entry(
    _ kind: ActKind, _ horizon: Int, _ learn: TrainingRows, _ check: TrainingRows
  ) -> OutlookWeights.Entry {
    let train = learn.fitting(kind, horizon: horizon)
    let valid = check.fitting(kind, horizon: horizon)
    var best: (penalty: Double, loss: Double, forecasts: [Double]) = (1e-4, .infinity, [])
    for penalty in penalties where valid.count > 0 {
      let model = LogisticSumFitter(penalty: penalty).fit(train)
      let forecasts = model.probabilities(valid)
      let loss = LogLoss.mean(forecasts, valid.outcomes)
      if loss < best.loss { best = (penalty, loss, forecasts) }
    }
    let all = LogisticSumFitter.Rows(
      columns: train.columns + valid.columns, outcomes: train.outcomes + valid.outcomes)
    let model = LogisticSumFitter(penalty: best.penalty).fit(all)
    return OutlookWeights.Entry(
      kind: kind, days: learn.horizons[horizon], model: model.rounded, rows: all.count,
      positives: all.outcomes.count { $0 },
      calibration: Calibration.bins(best.forecasts, valid.outcomes, count: 10))
  }
}

extension LogisticSum {
  /// The chances of the rows of a fit.
  func probabilities(_ rows: LogisticSumFitter.Rows) -> [Double] {
    let lanes = LogisticSumFitter.lanes
    return (0..<rows.count).map { row in
      probability(sum: sum(Array(rows.columns[row * lanes..<(row + 1) * lanes])))
    }
  }

  /// The model in the digits of a file: six that count.
  var rounded: LogisticSum {
    LogisticSum(
      offset: Self.rounded(offset), slope: Self.rounded(slope), floor: Self.rounded(floor),
      weights: weights.map { $0 < 1e-12 ? 0 : Self.rounded($0) })
  }

  private static func rounded(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return value }
    let scale = pow(10, 5 - log10(abs(value)).rounded(.down))
    return (value * scale).rounded() / scale
  }
}

/// The logarithmic loss of forecasts.
enum LogLoss {
  /// The loss of one forecast in nats, the chance kept between 1e-4 and 1 - 1e-4.
  static func of(_ chance: Double, _ happened: Bool) -> Double {
    let p = min(max(chance, 1e-4), 1 - 1e-4)
    return -log(happened ? p : 1 - p)
  }

  /// The mean loss.
  static func mean(_ chances: [Double], _ happened: [Bool]) -> Double {
    zip(chances, happened).reduce(0) { $0 + of($1.0, $1.1) } / Double(max(1, chances.count))
  }
}

/// How forecasts compare with how often they came true.
public enum Calibration {
  /// Bins of equal numbers of forecasts, from the lowest to the highest.
  public static func bins(
    _ forecasts: [Double], _ happened: [Bool], count: Int
  ) -> [OutlookWeights.Bin] {
    let order = forecasts.indices.sorted { (forecasts[$0], $0) < (forecasts[$1], $1) }
    guard !order.isEmpty else { return [] }
    return (0..<count).compactMap { bin in
      let part = order[order.count * bin / count..<order.count * (bin + 1) / count]
      guard !part.isEmpty else { return nil }
      return OutlookWeights.Bin(
        forecast: part.reduce(0) { $0 + forecasts[$1] } / Double(part.count),
        happened: Double(part.count { happened[$0] }) / Double(part.count), count: part.count)
    }
  }

  /// The expected calibration error: the mean gap between forecast and outcome over the bins.
  ///
  /// > Naeini, M., Cooper, G., Hauskrecht, M. "Obtaining well calibrated probabilities using Bayesian
  /// > binning." *AAAI*, 2015.
  public static func error(_ bins: [OutlookWeights.Bin]) -> Double {
    let total = bins.reduce(0) { $0 + $1.count }
    return bins.reduce(0) { $0 + abs($1.forecast - $1.happened) * Double($1.count) }
      / Double(max(1, total))
  }
}
