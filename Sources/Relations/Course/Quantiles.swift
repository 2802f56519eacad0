/// Quantiles of a few hundred draws.
enum Quantiles {
  /// The central interval that holds a share of the values.
  ///
  /// The edges interpolate between order statistics (definition 7 of Hyndman and Fan). The order of
  /// the values is lost.
  ///
  /// > Hyndman, R. J., Fan, Y. "Sample Quantiles in Statistical Packages." *American Statistician*
  /// > 50(4), 1996, 361-365.
  ///
  /// - Complexity: O(*n*) on average.
  static func band(of values: inout [Double], coverage: Double) -> (low: Double, high: Double) {
    guard let only = values.first else { return (0, 0) }
    if values.count == 1 { return (only, only) }
    let tail = (1 - min(max(coverage, 0), 1)) / 2
    let low = quantile(tail, of: &values)
    return (low, quantile(1 - tail, of: &values))
  }

  /// The value below which a share of the values lies.
  static func quantile(_ share: Double, of values: inout [Double]) -> Double {
    let place = share * Double(values.count - 1)
    let rank = min(max(Int(place), 0), values.count - 1)
    select(rank, in: &values)
    let lower = values[rank]
    guard rank + 1 < values.count, place > Double(rank) else { return lower }
    var upper = values[rank + 1]
    for index in (rank + 1)..<values.count where values[index] < upper { upper = values[index] }
    return lower + (place - Double(rank)) * (upper - lower)
  }

  /// Puts the value of a rank in its place, none greater before it and none smaller behind.
  ///
  /// > Hoare, C. A. R. "Algorithm 65: Find." *Communications of the ACM* 4(7), 1961.
  static func select(_ rank: Int, in values: inout [Double]) {
    var left = 0
    var right = values.count - 1
    while left < right {
      let pivot = values[(left + right) / 2]
      var i = left
      var j = right
      while i <= j {
        while values[i] < pivot { i += 1 }
        while pivot < values[j] { j -= 1 }
        if i <= j {
          values.swapAt(i, j)
          i += 1
          j -= 1
        }
      }
      if rank <= j {
        right = j
      } else if rank >= i {
        left = i
      } else {
        return
      }
    }
  }
}
