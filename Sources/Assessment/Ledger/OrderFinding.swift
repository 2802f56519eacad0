import Diplomacy

extension OrderCheck {
  /// Asks whether the first date precedes the second on every possible day.
  ///
  /// Acts of the same day have no order, so equal exact days give partly.
  func finding(in context: LedgerContext) -> Finding {
    guard let first = context.span(self.first), let then = context.span(self.then) else {
      return .untested("order", "a date of the check is not in the case")
    }
    let shortest = then.first - first.last
    let longest = then.last - first.first
    let verdict: Verdict = shortest > 0 ? .supported : longest < 0 ? .contradicted : .partly
    let reason: String =
      switch verdict {
      case .supported: "\(first) precedes \(then) by \(Phrase.days(shortest, longest))"
      case .contradicted: "\(first) follows \(then) by \(Phrase.days(-longest, -shortest))"
      default:
        shortest == longest
          ? "both are dated \(first): the record gives acts of one day no order"
          : "\(first) and \(then) overlap: either order is possible"
      }
    return Finding(
      verdict, check: "order", computed: Double(shortest + longest) / 2,
      range: Phrase.range(Double(shortest), Double(longest)), unit: "days",
      rows: context.rows(of: [self.first, self.then]), reason: reason)
  }
}

extension IntervalCheck {
  /// Holds the number of days between two dates against bounds.
  func finding(in context: LedgerContext) -> Finding {
    guard let start = context.span(from), let end = context.span(to) else {
      return .untested("interval", "a date of the check is not in the case")
    }
    let shortest = end.first - start.last
    let longest = end.last - start.first
    let verdict = Verdict.judging(shortest...longest, atLeast: atLeast, atMost: atMost)
    return Finding(
      verdict, check: "interval", computed: Double(shortest + longest) / 2,
      range: Phrase.range(Double(shortest), Double(longest)), unit: "days",
      rows: context.rows(of: [from, to]),
      reason:
        "\(Phrase.days(shortest, longest)) from \(start) to \(end); the assertion needs \(Phrase.bounds(atLeast, atMost, "day"))"
    )
  }
}
