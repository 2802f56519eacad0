import Diplomacy
import Estimation
import Foundation

/// Makes the table of calibration: reads simulated records of every world as a case is read.
public enum CalibrationRun {
  /// What was read of one story on one record.
  struct Reading: Sendable {
    let world: SimulatedWorld
    let acts: Int
    let probability: Double
    let isTrue: Bool
    let isFirst: Bool
    let isReference: Bool
    let record: Int
  }

  /// The numbers of acts from which a curve of its own begins.
  static let sizes = [0, 30]

  /// Simulates and reads.
  ///
  /// - Parameters:
  ///   - worlds: The worlds.
  ///   - records: The number of records in each.
  ///   - draws: The number of draws of dates.
  ///   - seed: The seed.
  ///   - model: The settings of the reader.
  ///   - isNull: Whether no story is true in any record.
  ///   - completed: Called with the number of records done.
  static func readings(
    _ worlds: [SimulatedWorld], records: Int, draws: Int, seed: UInt64, model: ConductModel,
    isNull: Bool = false, completed: (@Sendable (Int) -> Void)? = nil
  ) -> [Reading] {
    let generator = SeededGenerator(seed: seed)
    return concurrentMap(worlds.count * records, completed: completed) { index -> [Reading] in
      let world = worlds[index / records]
      let source = generator.stream(UInt64(index))
      var choice = source.stream(0)
      let (template, listed) = CalibrationTemplate.random(using: &choice)
      let truth =
        isNull ? listed.count - 1 : choice.index(weights: listed.map(\.prior))
      let simulator = WorldSimulator(
        world: world, template: template, candidates: listed, model: model,
        counterpart: CalibrationTemplate.counterpart(template, using: &choice))
      let record = simulator.episode(truth, generator: source.stream(1))
      guard record.acts.contains(where: { $0.role.isOwn }) else { return [] }
      let candidates = Candidate.merged(listed, record: record, model: model)
      let engine = EvidenceEngine(record, candidates, model: model)
      let evidence = DecisionEvidence(
        engine, fits: nil, draws: draws, generator: source.stream(2))
      let posterior = StreamEvidence.posterior(candidates, evidence.logEvidence, power: 1)
      let groups = Set(candidates.map(\.group)).sorted()
      let shares = groups.map { group in
        candidates.indices.reduce(0) { $0 + (candidates[$1].group == group ? posterior[$1] : 0) }
      }
      let first = shares.indices.max { shares[$0] < shares[$1] } ?? 0
      let acts = record.acts.reduce(0) { $0 + ($1.role.isOwn ? 1 : 0) }
      let reference = candidates.firstIndex { $0.isReference }.map { candidates[$0].group }
      return groups.indices.map { place in
        Reading(
          world: world, acts: acts, probability: shares[place],
          isTrue: candidates[truth].group == groups[place], isFirst: place == first,
          isReference: groups[place] == reference, record: index)
      }
    }.flatMap { $0 }
  }

  /// The table from readings; every fifth record is held back to measure the error.
  static func table(_ readings: [Reading], origin: String) -> CalibrationTable {
    var curves: [CalibrationTable.Curve] = []
    for world in SimulatedWorld.allCases {
      for (place, size) in sizes.enumerated() {
        let end = place + 1 < sizes.count ? sizes[place + 1] : .max
        let own = readings.filter { $0.world == world && $0.acts >= size && $0.acts < end }
        guard !own.isEmpty else { continue }
        let used = own.filter { $0.record % 5 != 0 }
        let trial = curve(used.isEmpty ? own : used, world, size, error: 0)
        let error = calibrationError(own.filter { $0.record % 5 == 0 }, trial)
        curves.append(curve(own, world, size, error: error))
      }
    }
    return CalibrationTable(origin: origin, curves: curves)
  }

  /// The expected calibration error of readings under a curve, in ten bins of the share.
  static func calibrationError(_ readings: [Reading], _ curve: CalibrationTable.Curve) -> Double {
    var bins: [Int: (said: Double, right: Double)] = [:]
    for reading in readings {
      let share = curve.share(at: reading.probability)
      let bin = min(9, Int(share * 10))
      bins[bin, default: (0, 0)].said += share
      bins[bin, default: (0, 0)].right += reading.isTrue ? 1 : 0
    }
    return bins.values.reduce(0) { $0 + abs($1.said - $1.right) } / Double(max(1, readings.count))
  }

  /// Shares true around each knot, made monotone by pooling neighbours that violate the order.
  ///
  /// > Barlow, R. et al. *Statistical Inference under Order Restrictions*, 1972.
  private static func curve(
    _ readings: [Reading], _ world: SimulatedWorld, _ size: Int, error: Double
  ) -> CalibrationTable.Curve {
    let points = readings.map {
      (x: CalibrationTable.Curve.logOdds($0.probability), y: $0.isTrue ? 1.0 : 0)
    }
    var pools = CalibrationTable.knots.map { knot -> (sum: Double, weight: Double, count: Int) in
      let place = CalibrationTable.Curve.logOdds(knot)
      // Two readings at the knot itself keep the share off 0 and 1 where there are few.
      var (sum, weight) = (2 * knot, 2.0)
      for point in points {
        let kernel = exp(-0.5 * pow((point.x - place) / 0.35, 2))
        sum += kernel * point.y
        weight += kernel
      }
      return (sum, weight, 1)
    }
    var place = 1
    while place < pools.count {
      let (low, high) = (pools[place - 1], pools[place])
      if low.sum / low.weight > high.sum / high.weight {
        pools[place - 1] = (low.sum + high.sum, low.weight + high.weight, low.count + high.count)
        pools.remove(at: place)
        place = max(1, place - 1)
      } else {
        place += 1
      }
    }
    let shares = pools.flatMap { [Double](repeating: $0.sum / $0.weight, count: $0.count) }
    return CalibrationTable.Curve(
      world: world, fewestActs: size, shares: shares.map { ($0 * 1e4).rounded() / 1e4 },
      readings: readings.count, heldBackError: (error * 1e4).rounded() / 1e4)
  }
}
