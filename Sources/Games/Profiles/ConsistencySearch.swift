/// Decides whether beliefs at all unreached sets can come from the same small trembles.
///
/// A profile with beliefs is consistent exactly if each unplanned action *a* can be given an order of
/// smallness K(a) > 0 and a factor c(a) > 0 such that, with trembles c(a)·ε^K(a), the beliefs follow
/// as ε falls to zero. At each set the classes of nodes with the smallest total order share the
/// weight, in the ratio of the products of factors. So all patterns of classes in use are tried set by
/// set: orders are a linear programme, solved exactly; the shares are one too as long as the products
/// of factors that occur are free of each other. Where they are not, one free ratio is settled by its
/// roots, and of several a witness is looked for; only if that fails is the answer "undecided".
///
/// > Kreps, Wilson. "Sequential equilibria." *Econometrica* 50, 1982; Kohlberg, Reny. "Independence
/// > on relative probability spaces and consistent assessments in game trees." *Journal of Economic
/// > Theory* 75, 1997.
/// - Complexity: Exponential in the number of classes in the worst case; the limit bounds it.
package struct ConsistencySearch {
  /// An unreached set: classes of nodes, each with its unplanned actions.
  package struct Place {
    /// For each class the unplanned actions on the way, sorted.
    let classes: [[Int]]
    /// For each class the product of what is planned on the way, summed over its nodes.
    let mass: [Rational]
    /// For each alternative how much better the choice is, class by class.
    let rows: [[Rational]]
    /// Classes that some weights known to serve use, tried early where there are many.
    var hint: [Int] = []
  }

  /// How many patterns are tried before the answer is left open.
  package static let defaultLimit = 20_000
  /// The most classes of one set of which all combinations are tried.
  package static let classLimit = 10

  private let places: [Place]
  private let limit: Int
  private var tries = 0
  private var isOpen = false
  private var chosen: [Int: [Int]] = [:]
  private var weights: [[Rational]]

  package init(_ places: [Place], limit: Int = defaultLimit) {
    self.places = places
    self.limit = limit
    weights = places.map { $0.mass.map { _ in .zero } }
  }

  /// Runs the search; with `passes` come the weights of the classes of each set.
  package mutating func run() -> (finding: ConsistencyFinding, weights: [[Rational]]) {
    var isUndecided = false
    for part in parts {
      chosen = [:]
      isOpen = false
      // Sets that bind come first, so that what cannot be is seen early.
      let order = part.sorted { first, second in
        let one = isFree(places[first])
        let two = isFree(places[second])
        return one == two ? first < second : two
      }
      if search(order[...]) { continue }
      if !isOpen { return (.fails, []) }
      isUndecided = true
    }
    return isUndecided ? (.undecided, []) : (.passes, weights)
  }

  private func isFree(_ place: Place) -> Bool {
    place.rows.allSatisfy { row in row.allSatisfy { $0.signum >= 0 } }
  }

  /// The sets in groups that share no unplanned action; what holds in one does not bear on another.
  private var parts: [[Int]] {
    var groups: [(actions: Set<Int>, places: [Int])] = []
    for (index, place) in places.enumerated() {
      let actions = Set(place.classes.joined())
      let touching = groups.indices.filter { !groups[$0].actions.isDisjoint(with: actions) }
      var merged = (actions: actions, places: [index])
      for group in touching.reversed() {
        merged.actions.formUnion(groups[group].actions)
        merged.places += groups[group].places
        groups.remove(at: group)
      }
      groups.append(merged)
    }
    return groups.map { $0.places.sorted() }
  }

  private mutating func search(_ order: ArraySlice<Int>) -> Bool {
    guard let place = order.first else { return true }
    let count = places[place].classes.count
    if count > Self.classLimit { isOpen = true }
    let hint = count > Self.classLimit && !places[place].hint.isEmpty ? [places[place].hint] : []
    for support in hint + Self.supports(of: count) {
      if tries >= limit {
        isOpen = true
        return false
      }
      guard serves(support, at: place) else { continue }
      tries += 1
      chosen[place] = support
      let pattern = chosen.sorted { $0.key < $1.key }
        .map { TremblePattern.Choice(place: places[$0.key], index: $0.key, support: $0.value) }
      if TremblePattern.hasOrder(pattern) {
        let shares = TremblePattern.shares(pattern)
        switch shares {
        case .found(let found):
          if search(order.dropFirst()) {
            // Deeper calls have set the weights of the whole pattern already.
            if order.count == 1 { for (index, row) in found { weights[index] = row } }
            return true
          }
        case .none: break
        case .unknown: isOpen = true
        }
      }
      chosen[place] = nil
    }
    return false
  }

  /// Whether some positive weights on a support make the choice best at its own set.
  private func serves(_ support: [Int], at index: Int) -> Bool {
    let place = places[index]
    let rows = place.rows.map { row in support.map { row[$0] * place.mass[$0] } }
    if rows.allSatisfy({ row in row.allSatisfy { $0.signum >= 0 } }) { return true }
    if support.count == 1 { return false }
    return TremblePattern.positive(rows, count: support.count) != nil
  }

  /// Sets of classes, small ones first; of many classes only single ones and pairs.
  private static func supports(of count: Int) -> [[Int]] {
    guard count <= classLimit else {
      let pairs = (0..<count).flatMap { first in
        (first + 1..<max(count, first + 1)).map { [first, $0] }
      }
      return (0..<count).map { [$0] } + pairs
    }
    return (1..<(1 << count)).sorted {
      ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1)
    }.map { mask in (0..<count).filter { mask & (1 << $0) != 0 } }
  }
}
