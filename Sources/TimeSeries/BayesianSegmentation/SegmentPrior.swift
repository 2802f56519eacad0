import Estimation
import Foundation

/// A model of the points of a segment with a prior on its parameters, which are integrated out.
public enum SegmentPrior: Hashable, Sendable {
  /// Gaussian noise; the mean and the variance of a segment have a normal-inverse-gamma prior.
  case gaussian(NormalInverseGamma)
  /// Counts; the rate of a segment has a gamma prior.
  case poisson(GammaRate)
  /// Student t noise; the level and the scale of a segment have a prior on a grid.
  case student(StudentGrid)

  /// The log marginal likelihoods of the segments from a start to every later end, in nats.
  ///
  /// - Parameters:
  ///   - start: The index of the first point.
  ///   - values: The series.
  ///   - weight: The power to which the likelihood is raised, 1 for the likelihood itself.
  /// - Returns: The value for the segment that ends after each point from the start on.
  package func logMarginals(from start: Int, in values: [Double], weight: Double) -> [Double] {
    switch self {
    case .gaussian(let prior): prior.logMarginals(from: start, in: values, weight: weight)
    case .poisson(let prior): prior.logMarginals(from: start, in: values, weight: weight)
    case .student(let prior): prior.logMarginals(from: start, in: values, weight: weight)
    }
  }

  /// The name of the model.
  public var model: SegmentModel {
    switch self {
    case .gaussian: .normal
    case .poisson: .poisson
    case .student: .t
    }
  }
}

/// A prior under which a variance is inverse-gamma and a mean, given the variance, is normal.
///
/// The variance has shape `shape` and scale `scale`; the mean has mean `mean` and the variance divided
/// by `strength`.
public struct NormalInverseGamma: Hashable, Sendable, Codable {
  /// The prior mean.
  public let mean: Double
  /// The number of points that the prior mean is worth.
  public let strength: Double
  /// The shape of the inverse gamma.
  public let shape: Double
  /// The scale of the inverse gamma.
  public let scale: Double

  /// Makes a prior.
  public init(mean: Double = 0, strength: Double = 0.01, shape: Double = 1, scale: Double = 1) {
    self.mean = mean
    self.strength = strength
    self.shape = shape
    self.scale = scale
  }

  package func logMarginals(from start: Int, in values: [Double], weight: Double) -> [Double] {
    let constant =
      -SpecialFunctions.logGamma(shape) + shape * log(scale) + 0.5 * log(strength)
    var mean = 0.0
    var scatter = 0.0
    var result: [Double] = []
    result.reserveCapacity(values.count - start)
    for index in start..<values.count {
      let number = Double(index - start + 1)
      let step = values[index] - mean
      mean += step / number
      scatter += step * (values[index] - mean)
      let size = weight * number
      let strengthAfter = strength + size
      let shapeAfter = shape + size / 2
      let offset = mean - self.mean
      let pull: Double = strength * size * offset * offset / (2 * strengthAfter)
      let scaleAfter: Double = scale + 0.5 * weight * scatter + pull
      let gamma: Double = lgamma(shapeAfter) - shapeAfter * log(scaleAfter)
      let spread: Double = 0.5 * log(strengthAfter) + 0.5 * size * log(2 * Double.pi)
      result.append(constant + gamma - spread)
    }
    return result
  }
}

/// A gamma prior on the rate of counts.
public struct GammaRate: Hashable, Sendable, Codable {
  /// The shape; the number of prior events plus one is usual.
  public let shape: Double
  /// The rate parameter, in points.
  public let rate: Double

  /// Makes a prior.
  public init(shape: Double, rate: Double) {
    self.shape = shape
    self.rate = rate
  }

  package func logMarginals(from start: Int, in values: [Double], weight: Double) -> [Double] {
    let constant = shape * log(rate) - SpecialFunctions.logGamma(shape)
    var sum = 0.0
    var factorials = 0.0
    var result: [Double] = []
    result.reserveCapacity(values.count - start)
    for index in start..<values.count {
      sum += weight * values[index]
      factorials += weight * SpecialFunctions.logGamma(values[index] + 1)
      let length = weight * Double(index - start + 1)
      result.append(
        constant + lgamma(shape + sum) - (shape + sum) * log(rate + length) - factorials)
    }
    return result
  }
}
