/// What a pivoting method found: two realization plans in doubles, and which sequences are in use.
///
/// The lists of sequences name the final basis, from which the plans can be had exactly.
struct SequencePlans {
  /// The plans.
  var plans: [[Double]]
  /// For each player the sequences that may have weight, sequence 0 included.
  var support: [[Int]]
  /// The number of pivots.
  var pivots: Int
}
