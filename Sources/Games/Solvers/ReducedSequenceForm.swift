/// A sequence form with one chosen action a set eliminated, ready for pivoting.
///
/// With the chosen ("core") sequences written as `x_core = x̄ - R x_free`, plans are free apart from
/// being at least zero, and the dual prices of the sets drop out. Dictionaries then have as many
/// rows as there are sequences, not sequences and sets.
struct ReducedSequenceForm {
  let form: SequenceForm
  /// For each player the chosen action of each set, by local index.
  let choices: [[Int]]
  /// For each player whether a sequence is in the core.
  let isCore: [[Bool]]
  /// For each player the pure plan of the core.
  let plans: [[Double]]
  /// For each player the sets in which the core sequences' chains end, see `reduce(_:player:)`.
  private let setOf: [[Int]]

  init(_ form: SequenceForm, choices: [[Int]]) {
    self.form = form
    self.choices = choices
    var isCore: [[Bool]] = []
    var setOf: [[Int]] = []
    for player in 0..<2 {
      let side = form.sides[player]
      var core = [Bool](repeating: false, count: side.count)
      var owner = [Int](repeating: -1, count: side.count)
      core[0] = true
      for set in side.sets.indices {
        core[side.first[set] + choices[player][set]] = true
        for sequence in side.sequences(set) { owner[sequence] = set }
      }
      isCore.append(core)
      setOf.append(owner)
    }
    self.isCore = isCore
    self.setOf = setOf
    plans = (0..<2).map { form.purePlan($0, choices: choices[$0]) }
  }

  /// The rows of `Nᵀ v`: for each free sequence, what moving weight to it from the core earns.
  ///
  /// Moving a unit to a free sequence takes it from the core sequence of the same set, and along the
  /// core below both. Folding the vector back over the core gives all sequences at once.
  func reduce(_ vector: [Double], player: Int) -> [Double] {
    let side = form.sides[player]
    var folded = vector
    for set in side.sets.indices.reversed() {
      folded[side.before[set]] += folded[side.first[set] + choices[player][set]]
    }
    var reduced = [Double](repeating: 0, count: side.count)
    for sequence in 1..<max(1, side.count) where !isCore[player][sequence] {
      let set = setOf[player][sequence]
      reduced[sequence] = folded[sequence] - folded[side.first[set] + choices[player][set]]
    }
    return reduced
  }

  /// The change of all core sequences when a free sequence gains a unit.
  ///
  /// - Returns: Pairs of a core sequence and its change, -1 or 1.
  func coreChanges(of sequence: Int, player: Int, children: [[Int]]) -> [(Int, Double)] {
    let side = form.sides[player]
    let set = setOf[player][sequence]
    var changes: [(Int, Double)] = []
    var stack: [(Int, Double)] = [
      (sequence, 1), (side.first[set] + choices[player][set], -1),
    ]
    changes.append((side.first[set] + choices[player][set], -1))
    while let (top, sign) = stack.popLast() {
      for child in children[top] {
        let core = side.first[child] + choices[player][child]
        changes.append((core, sign))
        stack.append((core, sign))
      }
    }
    return changes
  }

  /// For each sequence of a player the sets that follow it directly.
  func children(_ player: Int) -> [[Int]] {
    let side = form.sides[player]
    var children = [[Int]](repeating: [], count: side.count)
    for set in side.sets.indices { children[side.before[set]].append(set) }
    return children
  }

  /// The reduced payoff matrix `N₀ᵀ P N₁` of one player's payoffs, over all sequences (core rows and
  /// columns are zero), row by row.
  func reducedMatrix(_ payoff: (SequenceForm.Entry) -> Double) -> [Double] {
    let rows = form.sides[0].count
    let columns = form.sides[1].count
    var matrix = [Double](repeating: 0, count: rows * columns)
    for entry in form.entries { matrix[entry.row * columns + entry.column] = payoff(entry) }
    for row in 0..<rows {
      let line = Array(matrix[row * columns..<(row + 1) * columns])
      matrix.replaceSubrange(
        row * columns..<(row + 1) * columns, with: reduce(line, player: 1))
    }
    var column = [Double](repeating: 0, count: rows)
    for index in 0..<columns where !isCore[1][index] {
      for row in 0..<rows { column[row] = matrix[row * columns + index] }
      column = reduce(column, player: 0)
      for row in 0..<rows { matrix[row * columns + index] = column[row] }
    }
    return matrix
  }
}
