/// The extreme rays of a cone, cut out of a known cone by one inequality after another, exactly.
///
/// > Motzkin, Raiffa, Thompson, Thrall. "The double description method." 1953; Fukuda, Prodon.
/// > "Double description method revisited." 1996 (the combinatorial test of neighbours).
struct DoubleDescription {
  /// An extreme ray with the inequalities that hold with equality on it.
  struct Ray {
    var vector: [Rational]
    var labels: LabelSet
  }

  /// The rays so far.
  private(set) var rays: [Ray]
  /// The number of dimensions of the cone.
  let dimension: Int
  /// The most rays that are kept at a time.
  let limit: Int

  /// Starts from a cone with all its extreme rays and, on each, all inequalities that are tight.
  init(rays: [Ray], dimension: Int, limit: Int = 200_000) {
    self.rays = rays
    self.dimension = dimension
    self.limit = limit
  }

  /// Cuts the cone by `row · v ≥ 0`; false if the budget ran out or the rays became too many.
  ///
  /// - Complexity: O(*a* · *b* · *r*), with *a* rays above, *b* below and *r* on the rarest common face.
  mutating func cut(_ row: [Rational], label: Int, budget: SearchBudget) -> Bool {
    let used = row.indices.filter { !row[$0].isZero }
    let heights = rays.map { ray in
      used.reduce(Rational.zero) {
        ray.vector[$1].isZero ? $0 : $0 + row[$1] * ray.vector[$1]
      }
    }
    let above = rays.indices.filter { heights[$0].signum > 0 }
    let below = rays.indices.filter { heights[$0].signum < 0 }
    var next: [Ray] = []
    for (position, ray) in rays.enumerated() where heights[position].signum >= 0 {
      var kept = ray
      if heights[position].isZero { kept.labels.insert(label) }
      next.append(kept)
    }
    if below.isEmpty || above.isEmpty {
      rays = next
      return true
    }
    var byLabel = [[Int]](repeating: [], count: LabelSet.capacity)
    for (position, ray) in rays.enumerated() {
      for label in ray.labels.members { byLabel[label].append(position) }
    }
    for high in above {
      if budget.isSpent || next.count > limit { return false }
      for low in below {
        let common = rays[high].labels.intersection(rays[low].labels)
        guard common.count >= dimension - 2, areNeighbours(high, low, common, byLabel) else {
          continue
        }
        next.append(between(high, low, heights, common, label))
      }
    }
    rays = next
    return true
  }

  /// Two rays are neighbours if no third lies on all faces that they have in common.
  private func areNeighbours(
    _ high: Int, _ low: Int, _ common: LabelSet, _ byLabel: [[Int]]
  ) -> Bool {
    var fewest: [Int]?
    for label in common.members where byLabel[label].count < fewest?.count ?? .max {
      fewest = byLabel[label]
    }
    return !(fewest ?? Array(rays.indices)).contains {
      $0 != high && $0 != low && rays[$0].labels.isSuperset(of: common)
    }
  }

  private func between(
    _ high: Int, _ low: Int, _ heights: [Rational], _ common: LabelSet, _ label: Int
  ) -> Ray {
    var vector = rays[high].vector
    for axis in vector.indices {
      vector[axis] =
        rays[low].vector[axis] * heights[high] - rays[high].vector[axis] * heights[low]
    }
    if let scale = vector.first(where: { !$0.isZero })?.magnitude {
      vector = vector.map { $0 / scale }
    }
    var labels = common
    labels.insert(label)
    return Ray(vector: vector, labels: labels)
  }
}
