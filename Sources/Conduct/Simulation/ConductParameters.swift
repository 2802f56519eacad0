import Estimation
import Foundation

/// One setting of all coefficients of an actor's conduct.
struct ConductParameters: Sendable {
  /// The coefficients on their own scale; those left out have no effect.
  var values: [Coefficient: Double]
  /// The wandering of the log rate of each stream, day by day; none where it is not listed.
  var wandering: [ActStream: [Double]]
  /// The mean number of days after which an act is answered.
  var answerDays: Double

  /// The part of the log rate that earlier acts do not touch, day by day.
  func course(_ stream: ActStream, _ conditions: ConditionCovariates) -> [Double] {
    var eta = [Double](repeating: 0, count: conditions.length)
    for coefficient in stream.rate {
      guard let value = values[coefficient], let column = conditions.column(coefficient) else {
        continue
      }
      for day in eta.indices { eta[day] += value * column[day] }
    }
    if let wandering = wandering[stream] {
      for day in eta.indices { eta[day] += wandering[day] }
    }
    return eta
  }

  /// Coefficients drawn from the priors of a kind, without base rates.
  static func drawn(
    from kind: ConductKind, model: ConductModel, length: Int,
    using source: inout some RandomNumberGenerator
  ) -> ConductParameters {
    var values: [Coefficient: Double] = [:]
    for coefficient in Coefficient.allCases where !coefficient.isBase {
      let prior = model.prior(of: coefficient, kind)
      let z = source.normal()
      values[coefficient] =
        coefficient.isPositive
        ? prior.median * exp(prior.spread * z) : prior.median + prior.spread * z
    }
    var wandering: [ActStream: [Double]] = [:]
    for stream in ActStream.allCases {
      let setting = model.wandering[source.index(weights: model.wandering.map(\.weight))].value
      var level = 0.0
      wandering[stream] = (0..<length).map { _ in
        level += source.normal() * setting / 30.0.squareRoot()
        return level
      }
    }
    let speed = model.answerDays[source.index(weights: model.answerDays.map(\.weight))].value
    return ConductParameters(values: values, wandering: wandering, answerDays: speed)
  }

  /// Coefficients drawn from the normal approximation of a posterior.
  static func drawn(
    from fit: EvidenceEngine.DrawFit, answerDays: Double, length: Int,
    using source: inout some RandomNumberGenerator
  ) -> ConductParameters {
    var parameters = ConductParameters(values: [:], wandering: [:], answerDays: answerDays)
    for settings in fit.streams {
      let weights = SpecialFunctions.softmax(settings.map(\.weighted))
      let setting = settings[source.index(weights: weights)]
      parameters.take(setting.posterior, at: setting.laplace.draw(using: &source), length)
    }
    return parameters
  }

  /// The coefficients at the mode of a posterior.
  static func mode(_ fit: EvidenceEngine.DrawFit, answerDays: Double, length: Int)
    -> ConductParameters
  {
    var parameters = ConductParameters(values: [:], wandering: [:], answerDays: answerDays)
    for settings in fit.streams {
      guard let best = settings.max(by: { $0.weighted < $1.weighted }) else { continue }
      parameters.take(best.posterior, at: best.laplace.mode, length)
    }
    return parameters
  }

  private mutating func take(_ posterior: StreamPosterior, at point: [Double], _ length: Int) {
    let (design, theta) = (posterior.design, posterior.coefficients(at: point))
    for (index, coefficient) in design.rate.enumerated() { values[coefficient] = theta[index] }
    for (index, coefficient) in design.answers.enumerated() {
      values[coefficient] = theta[posterior.columns + index]
    }
    let terms = posterior.columns - design.rate.count
    guard terms > 0 else { return }
    wandering[design.stream] = (0..<length).map { day in
      (0..<terms).reduce(0) { sum, term in
        sum + theta[design.rate.count + term]
          * StreamDesign.wave(term, day: Double(day) + 0.5, length: length)
      }
    }
  }
}
