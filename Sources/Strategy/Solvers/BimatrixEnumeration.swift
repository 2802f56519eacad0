/// All extreme equilibria of a two-player game in normal form, in exact arithmetic.
///
/// The vertices of both players' best-reply polytopes are listed by the double description method;
/// an equilibrium is a pair of vertices in which every pure strategy is either unused or a best reply.
/// All equilibria are mixtures of extreme ones.
///
/// > Mangasarian. "Equilibrium points of bimatrix games." *SIAM Journal* 12, 1964; Motzkin et al. "The
/// > double description method." 1953; Avis, Rosenberg, Savani, von Stengel. "Enumeration of Nash
/// > equilibria for two-player games." *Economic Theory* 42, 2010.
public enum BimatrixEnumeration {
  /// A pair of mixed strategies.
  public struct Pair: Hashable, Sendable {
    /// The first player's probabilities.
    public let first: [Rational]
    /// The second player's probabilities.
    public let second: [Rational]
  }

  /// The extreme equilibria, in a fixed order; nil if the budget ran out.
  ///
  /// - Parameters:
  ///   - first: The first player's payoffs, row by row; every row has the same length.
  ///   - second: The second player's payoffs.
  ///   - budget: When to give up.
  public static func extremeEquilibria(
    first: [[Rational]], second: [[Rational]], budget: SearchBudget = .unlimited
  ) -> [Pair]? {
    let rows = first.count
    let columns = first.first?.count ?? 0
    guard rows > 0, columns > 0, rows + columns <= 256 else { return nil }
    let low = (first + second).joined().min() ?? 0
    let shift = 1 - low
    // x with (Bᵀx)_j ≤ 1, and y with (Ay)_i ≤ 1.
    let columnsOfB = (0..<columns).map { j in (0..<rows).map { second[$0][j] + shift } }
    let rowsOfA = first.map { $0.map { $0 + shift } }
    guard let xs = vertices(of: columnsOfB, dimension: rows, budget: budget),
      let ys = vertices(of: rowsOfA, dimension: columns, budget: budget)
    else { return nil }
    // Labels of x: unused rows, then best-reply columns; of y: unused columns, then best-reply rows.
    let all = LabelSet(first: rows + columns)
    let turned = ys.map { vertex in
      (point: vertex.point, labels: vertex.labels.rotated(by: columns, of: rows + columns))
    }
    var pairs: [Pair] = []
    for x in xs {
      if budget.isSpent { return nil }
      for y in turned where x.labels.union(y.labels) == all {
        pairs.append(Pair(first: normalised(x.point), second: normalised(y.point)))
      }
    }
    return pairs.sorted {
      ($0.first + $0.second).lexicographicallyPrecedes($1.first + $1.second, by: >)
    }
  }

  private static func normalised(_ point: [Rational]) -> [Rational] {
    let sum = point.reduce(Rational.zero, +)
    return point.map { $0 / sum }
  }

  /// The vertices other than the origin of `{ v ≥ 0, rows · v ≤ 1 }`, with their tight constraints.
  private static func vertices(
    of rows: [[Rational]], dimension: Int, budget: SearchBudget
  ) -> [(point: [Rational], labels: LabelSet)]? {
    typealias Ray = (vector: [Rational], labels: LabelSet)
    // Rays of the cone over the polytope; the last coordinate is the scale.
    var rays: [Ray] = (0...dimension).map { axis in
      var vector = [Rational](repeating: .zero, count: dimension + 1)
      vector[axis] = .one
      var labels = LabelSet(first: dimension)
      if axis < dimension { labels.remove(axis) }
      return (vector, labels)
    }
    for (index, row) in rows.enumerated() {
      let label = dimension + index
      let heights = rays.map { ray in
        var sum = ray.vector[dimension]
        for axis in 0..<dimension where !ray.vector[axis].isZero {
          sum -= row[axis] * ray.vector[axis]
        }
        return sum
      }
      var next: [Ray] = []
      for (position, ray) in rays.enumerated() where heights[position].signum >= 0 {
        var kept = ray
        if heights[position].isZero { kept.labels.insert(label) }
        next.append(kept)
      }
      let above = rays.indices.filter { heights[$0].signum > 0 }
      let below = rays.indices.filter { heights[$0].signum < 0 }
      for high in above {
        if budget.isSpent { return nil }
        for low in below {
          let common = rays[high].labels.intersection(rays[low].labels)
          guard common.count >= dimension - 1,
            !rays.indices.contains(where: {
              $0 != high && $0 != low && rays[$0].labels.isSuperset(of: common)
            })
          else { continue }
          var vector = (0...dimension).map { axis in
            rays[low].vector[axis] * heights[high] - rays[high].vector[axis] * heights[low]
          }
          if let scale = vector.first(where: { !$0.isZero }) {
            vector = vector.map { $0 / scale.magnitude }
          }
          var labels = common
          labels.insert(label)
          next.append((vector, labels))
        }
      }
      rays = next
    }
    return rays.compactMap { ray in
      let scale = ray.vector[dimension]
      guard scale.signum > 0, ray.vector.dropLast().contains(where: { !$0.isZero }) else {
        return nil
      }
      return (ray.vector.dropLast().map { $0 / scale }, ray.labels)
    }
  }
}
