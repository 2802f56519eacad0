/// The states of a model built from options: which options are taken in each.
public struct OptionStates: Hashable, Sendable {
  /// The names of the options.
  public let names: [String]
  /// For each option, the decision maker who controls it.
  public let owners: [Int]
  /// For each state, its options as bits, the first option lowest.
  public let bits: [UInt64]
  private let index: [UInt64: Int]
  private let masks: [UInt64]

  /// Makes the states of options.
  init(names: [String], owners: [Int], makers: Int, bits: [UInt64]) {
    self.names = names
    self.owners = owners
    self.bits = bits
    index = Dictionary(uniqueKeysWithValues: zip(bits, bits.indices))
    var masks = [UInt64](repeating: 0, count: makers)
    for (option, owner) in owners.enumerated() { masks[owner] |= 1 << UInt64(option) }
    self.masks = masks
  }

  /// The state with the given options, where it is feasible.
  public func state(withOptions bits: UInt64) -> Int? { index[bits] }

  /// The options of one decision maker as bits.
  func mask(of maker: Int) -> UInt64 { masks[maker] }

  /// The state that takes one decision maker's options from one state and the rest from another.
  func state(takingOptionsOf maker: Int, from own: Int, rest: Int) -> Int? {
    index[(bits[own] & masks[maker]) | (bits[rest] & ~masks[maker])]
  }

  /// The options taken in a state, as their names.
  public func taken(in state: Int) -> [String] {
    names.indices.filter { bits[state] >> UInt64($0) & 1 == 1 }.map { names[$0] }
  }
}
