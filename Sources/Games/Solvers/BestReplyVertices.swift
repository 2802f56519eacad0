/// The vertices of one player's best-reply polytope, in the player's plans as weights of sequences.
///
/// A point is a plan with the most that the other player can earn against it. The other's pure plans
/// are inequalities, the player's own ones the start of the double description: there are as many
/// dimensions as the player has free choices, not as many as it has pure plans.
///
/// > Vorob'ev 1958; Mangasarian. "Equilibrium points of bimatrix games." *SIAM Journal* 12, 1964;
/// > von Stengel. "Efficient computation of behavior strategies." *Games and Economic Behavior* 14,
/// > 1996.
struct BestReplyVertices {
  /// A vertex.
  struct Vertex {
    /// The weight of each of the player's sequences.
    let plan: [Rational]
    /// The sequences with weight.
    let support: LabelSet
    /// The other player's sequences that lie on some best reply.
    let replies: LabelSet
  }

  /// The vertices in a fixed order.
  let vertices: [Vertex]

  /// Lists the vertices; nil if the budget or the labels ran out.
  ///
  /// - Parameters:
  ///   - own: The player's pure plans, as the sequences they allow.
  ///   - others: The other player's pure plans.
  ///   - payoffs: What the other player earns at each pair of an own and another sequence.
  ///   - freedom: The number of the player's free choices: actions less sets.
  ///   - value: The value of a zero-sum game to the other player, if only optimal plans are wanted.
  init?(
    own: [[Bool]], others: [[Bool]], payoffs: [(own: Int, other: Int, payoff: Rational)],
    freedom: Int, value: Rational? = nil, budget: SearchBudget
  ) {
    guard let count = own.first?.count, let otherCount = others.first?.count,
      count + 1 < LabelSet.capacity, otherCount < LabelSet.capacity
    else { return nil }
    var rows: [(row: [Rational], replies: LabelSet)] = []
    var known: [[Rational]: Int] = [:]
    for other in others {
      if budget.isSpent { return nil }
      var row = [Rational](repeating: .zero, count: count)
      for entry in payoffs where other[entry.other] { row[entry.own] += entry.payoff }
      let replies = LabelSet(other.indices.filter { other[$0] })
      if let place = known[row] {
        rows[place].replies.formUnion(replies)
      } else {
        known[row] = rows.count
        rows.append((row, replies))
      }
    }
    guard count + 1 + rows.count <= LabelSet.capacity else { return nil }
    // All payoffs are moved above zero, so that what the other earns is above zero too.
    let least = rows.reduce(Rational.zero) { low, entry in
      min(low, entry.row.reduce(.zero) { $1.signum < 0 ? $0 + $1 : $0 })
    }
    let shift = 1 - least
    var rays = own.map { plan in
      var labels = LabelSet(plan.indices.filter { !plan[$0] })
      if value == nil { labels.insert(count) }
      return DoubleDescription.Ray(
        vector: plan.map { $0 ? 1 : 0 } + (value == nil ? [0] : []), labels: labels)
    }
    if value == nil {
      rays.append(
        DoubleDescription.Ray(
          vector: Array(repeating: 0, count: count) + [1], labels: LabelSet(first: count)))
    }
    var description = DoubleDescription(rays: rays, dimension: freedom + (value == nil ? 2 : 1))
    for (index, entry) in rows.enumerated() {
      var line = entry.row.map { -$0 }
      if let value { line[0] += value } else { line[0] -= shift }
      if value == nil { line.append(1) }
      guard description.cut(line, label: count + 1 + index, budget: budget) else { return nil }
    }
    vertices = description.rays.compactMap { ray in
      guard ray.vector[0].signum > 0 else { return nil }
      let scale = ray.vector[0]
      var replies = LabelSet()
      for (index, entry) in rows.enumerated() where ray.labels.contains(count + 1 + index) {
        replies.formUnion(entry.replies)
      }
      let plan = ray.vector.prefix(count).map { $0 / scale }
      return Vertex(
        plan: plan, support: LabelSet(plan.indices.filter { !plan[$0].isZero }), replies: replies)
    }.sorted { $0.plan.lexicographicallyPrecedes($1.plan, by: >) }
  }
}
