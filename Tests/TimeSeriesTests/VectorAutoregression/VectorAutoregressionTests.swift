import Estimation
import Foundation
import TimeSeries
import Testing

/// Reference figures of another program for two autoregressions, when they are there.
private enum Figures {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/conformance/stats/var")
  static var areThere: Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "var_statsmodels.json").path)
  }

  struct Test: Decodable {
    let stat, p: Double
    let df: [Int]
  }
  struct Fit: Decodable {
    let params_rows_const_then_lags, stderr, sigma_u: [[Double]]
    let llf, aic, bic, max_root: Double
    let irf_nonorth_0_12, irf_orth_chol_i2p_first: [[[Double]]]
    let fevd_12_h12: [[Double]]
    let granger: [String: Test]
  }
  struct Macro: Decodable {
    let params, sigma_u: [[Double]]
    let llf: Double
    let irf10, orth_irf10: [[[Double]]]
  }
  struct File: Decodable {
    let order_selection: [String: Int]
    let var1, var4, var6: Fit
    let macro_var2: Macro
  }

  static func load() throws -> File {
    let data = try Data(contentsOf: folder.appending(path: "var_statsmodels.json"))
    return try JSONDecoder().decode(File.self, from: data)
  }

  static func series(_ name: String) throws -> [[Double]] {
    let data = try Data(contentsOf: folder.appending(path: name))
    return String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",").compactMap { Double($0.trimmingCharacters(in: .whitespaces)) }
    }
  }
}

@Suite("Reciprocity of totals")
struct VectorAutoregressionTests {
  /// Two series in which the second follows the first at a lag of one, by half.
  func following(_ count: Int, seed: UInt64) -> [[Double]] {
    var random = SeededGenerator(seed: seed)
    var last = [0.0, 0.0]
    return (0..<count).map { _ in
      last = [0.3 * last[0] + random.normal(), 0.5 * last[0] + random.normal()]
      return last
    }
  }

  func close(_ a: [[Double]], _ b: [[Double]], _ tolerance: Double = 1e-6) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy {
        zip($0, $1).allSatisfy { abs($0 - $1) < tolerance * (1 + abs($1)) }
      }
  }

  func transposed(_ rows: [[Double]]) -> [[Double]] {
    (rows.first ?? []).indices.map { column in rows.map { $0[column] } }
  }

  @Test("finds who follows whom in a simulated pair")
  func direction() throws {
    let analysis = try TotalsReciprocity(following(600, seed: 5), names: ["A", "B"], seed: 3)
    let forth = try #require(analysis.tests.first { $0.from == "A" && $0.to == "B" })
    let back = try #require(analysis.tests.first { $0.from == "B" && $0.to == "A" })
    #expect(forth.probability < 1e-6)
    #expect(back.probability > 0.01)
    let response = try #require(analysis.responses.first { $0.from == "A" && $0.to == "B" })
    #expect(response.cumulatedInterval[0] > 0.3 && response.cumulatedInterval[1] < 1.1)
  }

  @Test("gives responses that equal the powers of the matrix at one lag")
  func powers() throws {
    let fit = try VectorAutoregression(following(200, seed: 6), names: ["A", "B"], lags: 1)
    let a = fit.coefficients.map { Array($0.dropFirst()) }
    var power = [[1.0, 0], [0, 1]]
    for step in 0...4 {
      #expect(close(fit.responses(steps: 4)[step], power, 1e-12))
      power = power.map { row in
        (0..<2).map { j in row[0] * a[0][j] + row[1] * a[1][j] }
      }
    }
  }

  @Test("is unchanged by the order of the series and by the same seed")
  func invariance() throws {
    let data = following(150, seed: 7)
    let straight = try TotalsReciprocity(data, names: ["A", "B"], lags: 2, seed: 11)
    let swapped = try TotalsReciprocity(
      data.map { $0.reversed() }, names: ["B", "A"], lags: 2, seed: 11)
    #expect(abs(straight.logLikelihood - swapped.logLikelihood) < 1e-8)
    #expect(try TotalsReciprocity(data, names: ["A", "B"], lags: 2, seed: 11) == straight)
  }

  @Test("serves a triad: three series, each tested against the two others")
  func triad() throws {
    var random = SeededGenerator(seed: 8)
    let data = following(200, seed: 9).map { $0 + [random.normal()] }
    let analysis = try TotalsReciprocity(data, names: ["A", "B", "C"], seed: 1)
    #expect(analysis.tests.count == 6)
    #expect(analysis.responses.count == 6)
  }

  @Test("refuses series that are too short, gappy, constant or repeated")
  func refusals() {
    let short = following(3, seed: 1)
    #expect(throws: SeriesError.self) {
      try VectorAutoregression(short, names: ["A", "B"], lags: 2)
    }
    var gappy = following(50, seed: 1)
    gappy[7][1] = .nan
    #expect(throws: SeriesError.self) {
      try VectorAutoregression(gappy, names: ["A", "B"], lags: 1)
    }
    let constant = (0..<50).map { _ in [1.0, 2.0] }
    #expect(throws: SeriesError.self) {
      try VectorAutoregression(constant, names: ["A", "B"], lags: 1)
    }
  }

  @Test("agrees with the other program to 1e-6", .enabled(if: Figures.areThere, "needs ../shared"))
  func peer() throws {
    let reference = try Figures.load()
    let data = try Figures.series("israel_palestine_weekly_goldstein_1979_2003.csv")
    let names = ["i2p", "p2i"]
    for (lags, stored) in [(1, reference.var1), (4, reference.var4), (6, reference.var6)] {
      let fit = try VectorAutoregression(data, names: names, lags: lags)
      #expect(close(transposed(fit.coefficients), stored.params_rows_const_then_lags))
      #expect(close(transposed(fit.errors), stored.stderr))
      #expect(close(fit.covariance, stored.sigma_u))
      #expect(abs(fit.logLikelihood - stored.llf) < 1e-6)
      #expect(abs(fit.aic - stored.aic) < 1e-6)
      #expect(abs(fit.bic - stored.bic) < 1e-6)
      #expect(abs(fit.largestRoot - stored.max_root) < 1e-6)
      for (step, response) in fit.responses(steps: 12).enumerated() {
        #expect(close(response, stored.irf_nonorth_0_12[step]))
      }
      for (step, response) in fit.orthogonalResponses(steps: 12).enumerated() {
        #expect(close(response, stored.irf_orth_chol_i2p_first[step]))
      }
      // The other program lists the shares of the forecast 12 steps ahead.
      #expect(close(fit.varianceDecomposition(steps: 12), stored.fevd_12_h12))
      for (key, source, target) in [("0->1", 0, 1), ("1->0", 1, 0)] {
        let mine = fit.grangerTest(from: source, to: target)
        let theirs = try #require(stored.granger[key])
        #expect(abs(mine.statistic - theirs.stat) < 1e-6 * theirs.stat)
        #expect(abs(mine.probability - theirs.p) < 1e-6 * theirs.p)
        #expect(mine.degreesOfFreedom == theirs.df)
      }
    }
    let order = try VectorAutoregression.order(data, names: names)
    #expect(order.aic == reference.order_selection["aic"])
    #expect(order.bic == reference.order_selection["bic"])
    #expect(order.hannanQuinn == reference.order_selection["hqic"])
    let macro = try VectorAutoregression(
      try Figures.series("macro_dlog.csv"), names: ["gdp", "cons", "inv"], lags: 2)
    #expect(close(transposed(macro.coefficients), reference.macro_var2.params))
    #expect(abs(macro.logLikelihood - reference.macro_var2.llf) < 1e-6)
  }
}
