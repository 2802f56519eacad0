/// Which decayed rates the sum for a kind of act is made of.
///
/// Own acts and the other side's of the same kind, and the four quad classes of both sides, each at
/// every half-life: fifty columns.
enum OutlookColumns {
  /// A group of columns, one a half-life: a kind of act of one side.
  struct Group: Hashable {
    let kind: Int
    let isReverse: Bool
  }

  /// The groups behind a kind, in the order of the weights.
  static func groups(for kind: ActKind) -> [Group] {
    let own = kind.index
    return [Group(kind: own, isReverse: false), Group(kind: own, isReverse: true)]
      + ActKind.quads.map { Group(kind: $0.index, isReverse: false) }
      + ActKind.quads.map { Group(kind: $0.index, isReverse: true) }
  }

  /// The number of weights.
  static let count = 10 * DecayedCounts.halfLives.count
  /// The same, filled up so that rows are whole vectors.
  static let padded = (count + 15) / 16 * 16

  /// The columns for a kind, from all rates of an origin, in vectors of sixteen.
  static func lanes(_ rates: [Float], groups: [Group]) -> [SIMD16<Float>] {
    var lanes = [SIMD16<Float>](repeating: .zero, count: padded / 16)
    var place = 0
    for group in groups {
      for halfLife in DecayedCounts.halfLives.indices {
        lanes[place / 16][place % 16] =
          rates[DecayedCounts.place(group.kind, reverse: group.isReverse, halfLife: halfLife)]
        place += 1
      }
    }
    return lanes
  }
}
