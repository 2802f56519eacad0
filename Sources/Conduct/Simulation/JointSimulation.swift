import Estimation
import Foundation

/// Both actors acting day by day, each on its own model of conduct, each answering the other.
struct JointSimulation: Sendable {
  /// The conditions; they are the same days for both actors.
  let conditions: ConditionCovariates
  /// The streams that each actor has.
  let streams: [ActStream]
  /// The days in the window.
  var length: Int { conditions.length }

  /// One simulated act.
  struct SimulatedAct: Sendable {
    let day: Int
    let isOwn: Bool
    let stream: ActStream
    let mark: Double
  }

  /// What chance contributes: the same for every scenario, so that scenarios differ by design only.
  struct Chance: Sendable {
    fileprivate let numbers: [Double]
    fileprivate static let perDay = 4

    /// Draws the numbers for both actors and all streams.
    init(length: Int, using source: inout some RandomNumberGenerator) {
      numbers = (0..<length * 6 * Self.perDay).map { _ in source.uniform() }
    }

    fileprivate func slot(_ day: Int, _ side: Int, _ stream: ActStream) -> Int {
      ((day * 2 + side) * 3 + stream.rawValue) * Self.perDay
    }
  }

  /// The state of one side: what it remembers of the acts of both.
  private final class Side {
    /// The log rate of every stream, day by day, in the order of the streams' places.
    private let courses: [[Double]]
    private let appeasement: Double
    private let reactionHostile: Double
    private let ownMomentum: Double
    private let reactionConciliatory: Double
    private let reactionClosure: Double
    private let factor: Double
    private let share: Double
    private static let fading = exp(-1 / Excitation.memoryDays)
    private var hostility = 0.0
    private var conciliation = 0.0
    private var momentum = 0.0
    private var gestures = 0.0

    init(_ parameters: ConductParameters, _ conditions: ConditionCovariates, _ streams: [ActStream])
    {
      var courses = [[Double]](repeating: [], count: ActStream.allCases.count)
      for stream in streams { courses[stream.rawValue] = parameters.course(stream, conditions) }
      self.courses = courses
      let value = parameters.values
      appeasement = value[.appeasement, default: 0]
      reactionHostile = value[.reactionHostile, default: 0]
      ownMomentum = value[.momentum, default: 0]
      reactionConciliatory = value[.reactionConciliatory, default: 0]
      reactionClosure = value[.reactionClosure, default: 0]
      factor = exp(-1 / parameters.answerDays)
      share = 1 - factor
    }

    func rate(_ stream: ActStream, _ day: Int) -> Double {
      let eta = courses[stream.rawValue][day]
      switch stream {
      case .hostile:
        let answered = reactionHostile * hostility + ownMomentum * momentum
        return min(exp(eta - appeasement * min(2, gestures)) + answered, 5)
      case .conciliatory: return min(exp(eta) + reactionConciliatory * conciliation, 5)
      case .closure: return min(exp(eta) + reactionClosure * hostility, 5)
      }
    }

    func remember(own: Double, hostile: Double, conciliatory: Double, gestures count: Int) {
      hostility = hostility * factor + hostile * share
      conciliation = conciliation * factor + conciliatory * share
      momentum = momentum * factor + own * share
      gestures = (gestures + Double(count)) * Self.fading
    }
  }

  /// Runs both actors from the first day to the last.
  ///
  /// - Parameters:
  ///   - focal: The conduct of the actor in question.
  ///   - counterpart: The conduct of the other side.
  ///   - chance: The random numbers.
  ///   - suppressing: A stream of the focal actor that is switched off.
  func run(
    focal: ConductParameters, counterpart: ConductParameters, chance: Chance,
    suppressing: ActStream? = nil
  ) -> [SimulatedAct] {
    let sides = [
      Side(focal, conditions, streams), Side(counterpart, conditions, streams),
    ]
    var acts: [SimulatedAct] = []
    for day in 0..<length {
      var hostile = [0.0, 0.0]
      var conciliatory = [0.0, 0.0]
      var gestures = [0, 0]
      for side in 0..<2 {
        for stream in streams where !(side == 0 && stream == suppressing) {
          let slot = chance.slot(day, side, stream)
          let count = Self.poisson(sides[side].rate(stream, day), chance.numbers[slot])
          for number in 0..<count {
            // Marks are gamma with mean one and shape four, by a table of their quantiles.
            let mark = Self.mark(chance.numbers[slot + 1 + number % 3])
            acts.append(SimulatedAct(day: day, isOwn: side == 0, stream: stream, mark: mark))
            if stream == .conciliatory {
              conciliatory[side] += mark
              gestures[side] += 1
            } else {
              hostile[side] += mark
            }
          }
        }
      }
      for side in 0..<2 {
        sides[side].remember(
          own: hostile[side], hostile: hostile[1 - side], conciliatory: conciliatory[1 - side],
          gestures: gestures[1 - side])
      }
    }
    return acts
  }

  /// A Poisson count by inversion, so that a higher rate never gives fewer acts.
  static func poisson(_ mean: Double, _ uniform: Double) -> Int {
    guard mean > 0, mean.isFinite else { return 0 }
    var (term, count, left) = (exp(-mean), 0, uniform)
    while left >= term, count < 50 {
      left -= term
      count += 1
      term *= mean / Double(count)
    }
    return count
  }

  private static func mark(_ uniform: Double) -> Double {
    marks[min(marks.count - 1, Int(uniform * Double(marks.count)))]
  }

  private static let marks: [Double] = {
    let quantiles = (0..<64).map { index -> Double in
      let wanted = (Double(index) + 0.5) / 64
      var (low, high) = (0.0, 20.0)
      for _ in 0..<60 {
        let middle = 0.5 * (low + high)
        if SpecialFunctions.lowerGamma(4, middle) < wanted { low = middle } else { high = middle }
      }
      return low / 4
    }
    let mean = Summaries.mean(quantiles)
    return quantiles.map { $0 / mean }
  }()
}
