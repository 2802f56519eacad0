import TestSupport
import Games
import Foundation
import Testing

@testable import Strategy

@Suite("The insulation game against its first solution")
struct InsulationScenarios {
  struct Stored: Decodable {
    struct Profile: Decodable {
      let dChannel: String
      let gChannel: String
      enum CodingKeys: String, CodingKey {
        case dChannel = "D_channel"
        case gChannel = "G_channel"
      }
    }
    struct Response: Decodable {
      let lam: Double
      /// How far the stored solver was from a solution when it stopped.
      let err: Double
      let close: Double
      let refuse: Double
      let thaw: Double
      enum CodingKeys: String, CodingKey {
        case lam, err
        case close = "post_close"
        case refuse = "post_close_refuse"
        case thaw = "post_close_refuse_thaw"
      }
    }
    let change: [String: Double]
    let profiles: [Profile]
    let responses: [Response]
    enum CodingKeys: String, CodingKey {
      case change
      case profiles = "pure_pbe"
      case responses = "aqre"
    }
  }

  static let scenarios: [(name: String, stored: Stored)] = {
    guard let text = try? Conformance.text("insulation_qre.json"),
      let all = try? JSONDecoder().decode([String: Stored].self, from: Data(text.utf8))
    else { return [] }
    return all.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }()

  @Test("finds the stored scenarios", .enabled(if: Conformance.isThere, "needs ../shared"))
  func present() throws {
    let text = try Conformance.text("insulation_qre.json")
    let all = try JSONDecoder().decode([String: Stored].self, from: Data(text.utf8))
    #expect(all.count == 11)
    #expect(Self.scenarios.count == all.count)
  }

  @Test(
    "agrees on equilibria and beliefs in every scenario",
    .enabled(if: Conformance.isThere, "needs ../shared"), arguments: scenarios.indices)
  func scenario(index: Int) throws {
    let (name, stored) = Self.scenarios[index]
    var values: [String: Rational] = [:]
    for (key, value) in stored.change {
      let number: Rational = try #require(Rational("\(value)"))
      values[key] = number
    }
    var model = try #require(CrisisModel.insulation().setting(values), "\(name)")
    model.residual = 0
    let tree = try CrisisTree(model)
    let found = PureEquilibria<Rational>(tree.tree(at: tree.values), tolerance: 0).list().profiles
    func channels(_ type: Int) -> [String] {
      let set = tree.labels.first { $0.value.move == 0 && $0.value.type == type }?.key ?? 0
      return found.map { $0[set] == 0 ? "C" : "O" }
    }
    let pairs = zip(channels(0), channels(1)).map { $0 + $1 }
    #expect(Set(pairs) == Set(stored.profiles.map { $0.dChannel + $0.gChannel }), "\(name)")
    let readings = ObserverReading.readings(of: tree, lambdas: stored.responses.map(\.lam))
    #expect(readings.count == stored.responses.count, "\(name)")
    for (reading, response) in zip(readings, stored.responses.sorted { $0.lam < $1.lam })
    where response.err < 1e-9 {
      func belief(_ step: Int) -> Double { reading.steps[step].beliefs[0].chance }
      #expect(abs(belief(0) - response.close) < 1e-5, "\(name) at \(reading.lambda)")
      #expect(abs(belief(2) - response.refuse) < 1e-5, "\(name) at \(reading.lambda)")
      #expect(abs(belief(3) - response.thaw) < 1e-5, "\(name) at \(reading.lambda)")
    }
  }
}
