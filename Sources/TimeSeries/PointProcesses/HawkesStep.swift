import Estimation

/// The step to the top of the parabola that fits the objective at a point, within bounds.
///
/// The curvature is a block for each type with one border for the decay, so the system falls apart:
/// each type is solved against its gradient and against its border, then the decay, then the types.
struct HawkesStep {
  /// The change of every parameter, type by type.
  private(set) var change: [Double]
  /// The change of the logarithm of the decay.
  private(set) var decayChange = 0.0
  /// What the gradient promises for the whole step.
  private(set) var gain = 0.0

  /// The farthest that the logarithm of the decay goes in one step.
  private static let reach = 0.7

  private let terms: HawkesTerms
  private let room: [Double]?
  private let decayRoom: ClosedRange<Double>?
  private var isHeld: [Bool]

  /// Finds the step.
  ///
  /// - Parameters:
  ///   - terms: The derivatives at the point.
  ///   - room: How far each parameter can fall; no bounds where left out.
  ///   - decayRoom: How far the logarithm of the decay can go; it stays where left out.
  init(_ terms: HawkesTerms, room: [Double]?, decayRoom: ClosedRange<Double>?) {
    self.terms = terms
    self.room = room
    self.decayRoom = decayRoom
    change = [Double](repeating: 0, count: terms.gradient.count)
    isHeld = change.indices.map { place in
      guard let room, terms.gradient[place] <= 0 else { return false }
      // Without curvature nothing in the events speaks for the parameter.
      return room[place] <= 0 || Self.curvature(terms, at: place) == 0
    }
    var isSettled = false
    // Which parameters end at their bound is found by trial, as a rule in one or two rounds.
    for _ in 0..<20 where !isSettled {
      solve()
      isSettled = !revise()
    }
    if !isSettled { climb() }
    gain = decayChange * terms.slope
    for place in change.indices { gain += change[place] * terms.gradient[place] }
  }

  private mutating func solve() {
    let size = terms.size
    var slope = terms.slope
    var bend = terms.bend
    var along: [[Double]] = []
    var free: [[Int]] = []
    for type in 0..<terms.order {
      let places = type * size..<(type + 1) * size
      let block = type * size * size
      let held = places.filter { isHeld[$0] }
      let loose = places.filter { !isHeld[$0] }
      for place in held { change[place] = -(room?[place] ?? 0) }
      let right = loose.map { place in
        held.reduce(terms.gradient[place]) { sum, other in
          sum - terms.curvature[
            block + (place - places.lowerBound) * size + other
              - places.lowerBound] * change[other]
        }
      }
      let factor = Self.factor(
        loose.map { row in
          loose.map { column in
            terms.curvature[block + (row - places.lowerBound) * size + column - places.lowerBound]
          }
        })
      let step = factor.solve(right)
      let side = factor.solve(loose.map { terms.border[$0] })
      for (index, place) in loose.enumerated() {
        change[place] = step[index]
        slope -= terms.border[place] * step[index]
        bend -= terms.border[place] * side[index]
      }
      for place in held { slope -= terms.border[place] * change[place] }
      along.append(side)
      free.append(loose)
    }
    decayChange = 0
    guard let decayRoom else { return }
    // Where the profile is not curved downward only its direction is known.
    let wanted =
      bend > 1e-9 * abs(terms.bend) ? slope / bend : (slope > 0 ? Self.reach : -Self.reach)
    let bounded = min(Self.reach, max(-Self.reach, slope == 0 ? 0 : wanted))
    decayChange = min(decayRoom.upperBound, max(decayRoom.lowerBound, bounded))
    for type in 0..<terms.order {
      for (index, place) in free[type].enumerated() {
        change[place] -= along[type][index] * decayChange
      }
    }
  }

  /// Holds parameters that fell below their bound and frees those that want to leave it.
  private mutating func revise() -> Bool {
    guard let room else { return false }
    let size = terms.size
    var hasChanged = false
    for place in change.indices {
      if isHeld[place] {
        let type = place / size
        let line = type * size * size + (place - type * size) * size
        var left = terms.gradient[place] - terms.border[place] * decayChange
        for column in 0..<size {
          left -= terms.curvature[line + column] * change[type * size + column]
        }
        if left > 0, Self.curvature(terms, at: place) > 0 {
          isHeld[place] = false
          hasChanged = true
        }
      } else if change[place] < -room[place] {
        isHeld[place] = true
        hasChanged = true
      }
    }
    return hasChanged
  }

  /// A step in each parameter by itself, which always leads up.
  private mutating func climb() {
    decayChange = 0
    for place in change.indices {
      let curvature = Self.curvature(terms, at: place) * Double(terms.size)
      let wanted = terms.gradient[place] / max(curvature, .leastNormalMagnitude)
      change[place] = max(-(room?[place] ?? .infinity), min(wanted, 1))
    }
  }

  /// The negative second derivative by one parameter.
  private static func curvature(_ terms: HawkesTerms, at place: Int) -> Double {
    let type = place / terms.size
    return terms.curvature[place * terms.size + place - type * terms.size]
  }

  /// The factor of a matrix, made definite by a ridge where it is not.
  private static func factor(_ rows: [[Double]]) -> Cholesky {
    let order = rows.count
    var matrix = Array(rows.joined())
    let largest = (0..<order).reduce(0) { max($0, matrix[$1 * order + $1]) }
    var ridge = 0.0
    while true {
      if let factor = Cholesky(matrix, order: order) { return factor }
      let more = ridge == 0 ? max(largest * 1e-13, .leastNormalMagnitude * 1e20) : ridge * 99
      for row in 0..<order { matrix[row * order + row] += more }
      ridge += more
      if !ridge.isFinite { matrix = (0..<order * order).map { $0 % (order + 1) == 0 ? 1 : 0 } }
    }
  }
}
