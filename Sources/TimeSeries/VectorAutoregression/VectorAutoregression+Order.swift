extension VectorAutoregression {
  /// The number of lags that each criterion prefers.
  public struct OrderChoice: Hashable, Sendable, Codable {
    /// By Akaike's criterion.
    public let aic: Int
    /// By Schwarz's criterion.
    public let bic: Int
    /// By Hannan and Quinn's criterion.
    public let hannanQuinn: Int
  }

  /// Compares numbers of lags on one sample.
  ///
  /// - Parameters:
  ///   - data: For each time the value of each series.
  ///   - names: The names of the series.
  ///   - limit: The largest number of lags tried; lowered where the series is short.
  /// - Throws: ``SeriesError`` where not even one lag can be fitted.
  public static func order(_ data: [[Double]], names: [String], upTo limit: Int = 12)
    throws(SeriesError) -> OrderChoice
  {
    // Three observations a regressor leave the criteria something to choose by.
    let limit = max(1, min(limit, (data.count / 3 - 1) / max(1, names.count)))
    var best = (aic: (Double.infinity, 1), bic: (Double.infinity, 1), hq: (Double.infinity, 1))
    for lags in 1...limit {
      let fit = try VectorAutoregression(data, names: names, lags: lags, offset: limit - lags)
      if fit.aic < best.aic.0 { best.aic = (fit.aic, lags) }
      if fit.bic < best.bic.0 { best.bic = (fit.bic, lags) }
      if fit.hannanQuinn < best.hq.0 { best.hq = (fit.hannanQuinn, lags) }
    }
    return OrderChoice(aic: best.aic.1, bic: best.bic.1, hannanQuinn: best.hq.1)
  }
}
