public import Diplomacy
import Estimation
import Foundation

extension ProcessTracing {
  /// The likelihood of an explanation that an item does not name: neither for nor against.
  public static let even: ClosedRange<Double> = 0.5...0.5

  /// Counts the items of a case.
  ///
  /// An item that cites an act already in the stream is refused, for it would count twice, and so is
  /// one that cites a row left out of the record, which would come in again by another door. Items
  /// of a group depend on one another: the group counts once, with the mean of their log likelihoods.
  ///
  /// - Parameters:
  ///   - items: The items.
  ///   - explanations: The ids of the explanations.
  ///   - streamed: The ids of the rows that are acts in the stream.
  ///   - excluded: The rows that take no part in computations, with the reason; second reports apart.
  ///   - limits: How much counts.
  public init(
    _ items: [EvidenceItem], explanations: [String], streamed: Set<String>,
    excluded: [String: Exclusion] = [:], limits: Limits = Limits()
  ) {
    var (order, members, refused) = ([String](), [String: [EvidenceItem]](), [Refusal]())
    for item in items {
      if let reason = Self.refusal(of: item, explanations, streamed, excluded) {
        refused.append(Refusal(id: item.id, reason: reason))
        continue
      }
      // The prefix keeps a group's name apart from the id of an item without a group.
      let key = item.group.isEmpty ? "item \(item.id)" : "group \(item.group)"
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(item)
    }
    self.explanations = explanations
    self.limits = limits
    self.refused = refused
    let raw = order.map { key in
      let items = members[key] ?? []
      func ends(_ end: (ClosedRange<Double>) -> Double) -> [Double] {
        explanations.map { id in
          Summaries.mean(items.map { log(end($0.likelihoods[id] ?? Self.even)) })
        }
      }
      let (low, high) = (ends(\.lowerBound), ends(\.upperBound))
      let factor = Self.factor(low, high, power: limits.power, most: limits.perItem)
      return (items: items, low: low, high: high, factor: factor)
    }
    // One coder's items together are capped once more: who coded an item is not known to differ.
    func total(
      _ end: ((items: [EvidenceItem], low: [Double], high: [Double], factor: Double)) -> [Double]
    )
      -> [Double]
    {
      raw.reduce([Double](repeating: 0, count: explanations.count)) { sum, group in
        zip(sum, end(group)).map { $0 + group.factor * $1 }
      }
    }
    let coder = Self.factor(
      total { $0.low }, total { $0.high }, power: limits.power, most: limits.perCoder)
    let groups = raw.map { group in
      let factor = limits.power * group.factor * coder
      return Group(
        name: group.items.first.map { $0.group.isEmpty ? $0.id : $0.group } ?? "",
        items: group.items.map(\.id), low: group.low.map { factor * $0 },
        high: group.high.map { factor * $0 }, capFactor: group.factor * coder)
    }
    self.groups = groups
    self.items = zip(raw, groups).flatMap { raw, group in
      raw.items.map { item in
        let ranges = explanations.map { item.likelihoods[$0] ?? Self.even }
        let weight = limits.power * group.capFactor / Double(raw.items.count)
        let logs = ranges.map { weight * 0.5 * (log($0.lowerBound) + log($0.upperBound)) }
        let mean = Summaries.mean(logs)
        return Item(
          id: item.id, text: item.text, test: item.test, group: group.name, source: item.source,
          events: item.events, likelihoods: ranges,
          decibels: logs.map { EvidenceCourse.decibels($0 - mean) },
          diagnosticity: EvidenceCourse.decibels((logs.max() ?? 0) - (logs.min() ?? 0)))
      }
    }.sorted { ($1.diagnosticity, $0.id) < ($0.diagnosticity, $1.id) }
  }

  /// The factor that brings the weight between any two explanations down to the most allowed.
  private static func factor(
    _ low: [Double], _ high: [Double], power: Double, most: Double
  ) -> Double {
    let middle = zip(low, high).map { 0.5 * ($0 + $1) }
    let spread = EvidenceCourse.decibels(power * ((middle.max() ?? 0) - (middle.min() ?? 0)))
    return spread > most ? most / spread : 1
  }

  private static func refusal(
    of item: EvidenceItem, _ explanations: [String], _ streamed: Set<String>,
    _ excluded: [String: Exclusion]
  ) -> String? {
    let doubled = item.events.filter(streamed.contains)
    if !doubled.isEmpty {
      return """
        \(doubled.joined(separator: ", ")) is already an act in the stream and would count twice; \
        remove the item or cite another source
        """
    }
    let out = item.events.compactMap { id in excluded[id].map { "\(id) (\($0.rawValue))" } }
    if !out.isEmpty {
      return """
        \(out.joined(separator: ", ")) takes no part in computations and would come in again as \
        evidence; remove the item or cite another source
        """
    }
    let ranges = explanations.map { item.likelihoods[$0] ?? even }
    if ranges.contains(where: { $0.lowerBound < 0 || $0.upperBound > 1 }) {
      return "a likelihood lies outside 0 to 1; state a probability"
    }
    if ranges.contains(where: { $0.lowerBound == 0 }) {
      return """
        a likelihood of zero would rule an explanation out for good; state a small number such as \
        0.01
        """
    }
    return nil
  }

  /// The least and greatest probability of each explanation that the ranges allow.
  ///
  /// The probability of an explanation rises with its own likelihood and falls with every other, so
  /// that the bounds lie at corners that are known beforehand: they are exact.
  ///
  /// - Parameter base: The log weights of the explanations before this evidence, in nats.
  public func bounds(base: [Double]) -> [ClosedRange<Double>] {
    let (low, high) = ends
    return explanations.indices.map { chosen in
      func share(own: [Double], others: [Double]) -> Double {
        SpecialFunctions.softmax(
          explanations.indices.map { base[$0] + ($0 == chosen ? own[$0] : others[$0]) })[chosen]
      }
      let least = share(own: low, others: high)
      return least...max(least, share(own: high, others: low))
    }
  }
}
