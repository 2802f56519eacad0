import Estimation
import Foundation
import Testing

@testable import TimeSeries

/// The annual flow of the Nile at Aswan, 1871 to 1970, in 10⁸ m³ (Cobb 1978, Biometrika 65), and the
/// local level fitted to it by Durbin and Koopman (2012, Time Series Analysis by State Space Methods, 2.10).
@Suite("The flow of the Nile")
struct PublishedNileTests {
  static let flow: [Double] = [
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180,
    799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833,
    701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845,
    864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649,
    846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815,
    1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
  ]

  @Test("has its published variances as the maximum")
  func variances() throws {
    let fit = try LocalLevelFit(normal: Self.flow)
    #expect(abs(fit.model.noise - 15099) < 5)
    #expect(abs(fit.model.change - 1469.1) < 2)
  }

  @Test("has the density of its yearly differences as likelihood", arguments: [1469.1, 500, 4000])
  func differences(change: Double) throws {
    // The differences of a level seen through noise are normal, with 2σ² + ω on the diagonal of their
    // covariance and -σ² beside it; a level of which nothing is known drops out.
    let noise = 15099.0
    let values = Self.flow
    let n = values.count - 1
    var covariance = [Double](repeating: 0, count: n * n)
    for t in 0..<n {
      covariance[t * n + t] = 2 * noise + change
      if t > 0 {
        covariance[t * n + t - 1] = -noise
        covariance[(t - 1) * n + t] = -noise
      }
    }
    let steps = (0..<n).map { values[$0 + 1] - values[$0] }
    let factor = try #require(Cholesky(covariance, order: n))
    let distance = zip(steps, factor.solve(steps)).reduce(0) { $0 + $1.0 * $1.1 }
    let density = -0.5 * (Double(n) * log(2 * .pi) + factor.logDeterminant + distance)
    let model = LocalLevel(noise: noise, change: change)
    let own = model.logLikelihood(of: values)
    // The constant of the unknown first level is a matter of convention: half log two pi.
    let other = model.logLikelihood(of: values, convention: .withoutConstant)
    #expect(min(abs(own - density), abs(other - density)) < 1e-6)
    #expect(abs(other - own - 0.5 * log(2 * .pi)) < 1e-9)
  }

  @Test("turns at the dam of 1898, in the search for turning points too")
  func dam() throws {
    let turns = try TurningPointFinder().turningPoints(in: Self.flow)
    let index = try #require(turns.turningPoints.first?.index)
    // The first year of the lower level is 1899, within a year.
    #expect(abs(1871 + index - 1899) <= 1)
    #expect(turns.turningPoints.count == 1)
  }
}
