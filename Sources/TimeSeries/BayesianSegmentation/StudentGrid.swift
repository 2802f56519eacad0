import Estimation
import Foundation

/// Student t noise whose level and scale have a uniform prior on a grid.
///
/// The marginal likelihood is a sum over the grid and exact for that prior. The level has equal steps
/// between the extremes of the series less its outermost hundredth on either side; the scale has equal
/// ratios from three tenths to one and a half times the spread of the series.
public struct StudentGrid: Hashable, Sendable, Codable {
  /// The levels.
  public let levels: [Double]
  /// The scales.
  public let scales: [Double]
  /// The degrees of freedom.
  public let freedom: Double

  /// Makes a grid.
  public init(levels: [Double], scales: [Double], freedom: Double = 4) {
    self.levels = levels
    self.scales = scales
    self.freedom = freedom
  }

  /// Makes a grid that covers a series.
  ///
  /// - Parameters:
  ///   - values: The series.
  ///   - freedom: The degrees of freedom.
  public init(covering values: [Double], freedom: Double = 4) {
    let low = Summaries.quantile(values, 0.01)
    let high = Summaries.quantile(values, 0.99)
    let middle = Summaries.quantile(values, 0.5)
    let deviation = 1.4826 * Summaries.quantile(values.map { abs($0 - middle) }, 0.5)
    let spread = max(deviation, (high - low) / 6, 1e-9)
    let from = low - 0.5 * spread
    let step = (high - low + spread) / 60
    self.init(
      levels: (0...60).map { from + Double($0) * step },
      scales: (0..<8).map { 0.3 * spread * pow(5, Double($0) / 7) }, freedom: freedom)
  }

  private var constant: Double {
    SpecialFunctions.logGamma((freedom + 1) / 2) - SpecialFunctions.logGamma(freedom / 2)
      - 0.5 * log(freedom * .pi)
  }

  /// The likelihood of a value at every node of the grid, in steps of eight nodes, divided by the
  /// largest, and the logarithm of the largest.
  private func likelihoods(of value: Double, weight: Double) -> (
    nodes: [SIMD8<Double>], log: Double
  ) {
    var logs: [Double] = []
    logs.reserveCapacity(levels.count * scales.count + 7)
    for scale in scales {
      for level in levels {
        let z = (value - level) / scale
        logs.append(
          weight * (constant - log(scale) - 0.5 * (freedom + 1) * log1p(z * z / freedom)))
      }
    }
    let top = logs.max() ?? 0
    while logs.count % 8 != 0 { logs.append(-.infinity) }
    var nodes: [SIMD8<Double>] = []
    for start in Swift.stride(from: 0, to: logs.count, by: 8) {
      var node = SIMD8<Double>()
      for lane in 0..<8 { node[lane] = exp(logs[start + lane] - top) }
      nodes.append(node)
    }
    return (nodes, top)
  }

  package func logMarginals(from start: Int, in values: [Double], weight: Double) -> [Double] {
    Table(self, values, weight).logMarginals(from: start)
  }

  /// The likelihoods of all points at all nodes, made once for a series.
  package struct Table {
    private let nodes: [SIMD8<Double>]
    private let tops: [Double]
    private let width: Int
    private let size: Double

    init(_ grid: StudentGrid, _ values: [Double], _ weight: Double) {
      var nodes: [SIMD8<Double>] = []
      var tops: [Double] = []
      var width = 1
      for value in values {
        let point = grid.likelihoods(of: value, weight: weight)
        width = point.nodes.count
        nodes += point.nodes
        tops.append(point.log)
      }
      self.nodes = nodes
      self.tops = tops
      self.width = width
      size = Double(grid.levels.count * grid.scales.count)
    }

    func logMarginals(from start: Int) -> [Double] {
      var running = [SIMD8<Double>](repeating: SIMD8(repeating: 1 / size), count: width)
      var offset = 0.0
      var result: [Double] = []
      result.reserveCapacity(tops.count - start)
      running.withUnsafeMutableBufferPointer { running in
        nodes.withUnsafeBufferPointer { nodes in
          for index in start..<tops.count {
            let base = index * width
            var sum = SIMD8<Double>()
            for place in 0..<width {
              running[place] *= nodes[base + place]
              sum += running[place]
            }
            let total = sum.sum()
            offset += tops[index]
            if total < 1e-100 {
              for place in 0..<width { running[place] /= SIMD8(repeating: total) }
              offset += log(total)
              result.append(offset)
            } else {
              result.append(offset + log(total))
            }
          }
        }
      }
      return result
    }
  }
}
