import Diplomacy

extension OrderCheck {
  /// Asks whether the first date precedes the second on every possible day.
  ///
  /// Where the days leave it open, and so between acts of one day, a row that answers the other
  /// settles it; otherwise the record cannot tell.
  func finding(in context: LedgerContext) -> ClauseFinding {
    let check = Check.order(self)
    guard let first = context.span(self.first), let then = context.span(self.then) else {
      return .untested(check, .unknownDate(context.unknown(self.first, self.then)))
    }
    let shortest = then.first - first.last
    let longest = then.last - first.first
    let rows = context.rows(of: [self.first, self.then])
    let isOpen = shortest <= 0 && longest >= 0
    let answered = isOpen ? context.answer(self.first, self.then) : nil
    let evidence = ClauseEvidence.days(
      from: first, to: then, shortest: shortest, longest: longest,
      settledBy: answered.map(\.rows) ?? [])
    if isOpen {
      guard let answered else {
        let isSameDay = first.isExact && first == then
        return .untested(check, isSameDay ? .sameDay : .eitherOrder, evidence, rows: rows)
      }
      return ClauseFinding(
        check, answered.isFirstAnswered ? .supported : .contradicted, evidence, rows: rows)
    }
    let flips = shortest > 0 ? shortest : -longest
    return ClauseFinding(
      check, shortest > 0 ? .supported : .contradicted, evidence,
      margin: ClauseMargin(flipsBy: Double(flips), unit: .days, isJust: flips <= 1), rows: rows)
  }
}

extension IntervalCheck {
  /// Holds the number of days between two dates against bounds.
  func finding(in context: LedgerContext) -> ClauseFinding {
    let check = Check.interval(self)
    guard let start = context.span(from), let end = context.span(to) else {
      return .untested(check, .unknownDate(context.unknown(from, to)))
    }
    let shortest = end.first - start.last
    let longest = end.last - start.first
    let verdict: Verdict =
      switch Verdict.fit(shortest...longest, atLeast: atLeast, atMost: atMost) {
      case .fits: .supported
      case .mayFit: .partly
      case .fails: .contradicted
      }
    // The least shift of all days by which one of the bounds is crossed.
    let crossings = [
      atLeast.map { shortest >= $0 ? shortest - $0 + 1 : $0 - longest },
      atMost.map { longest <= $0 ? $0 - longest + 1 : shortest - $0 },
    ].compactMap(\.self).filter { $0 > 0 }
    let margin = crossings.min().map { flips in
      let scale = max(abs(atLeast ?? 0), abs(atMost ?? 0))
      return ClauseMargin(
        flipsBy: Double(flips), unit: .days, isJust: flips <= max(1, scale / 14))
    }
    return ClauseFinding(
      check, verdict,
      .days(from: start, to: end, shortest: shortest, longest: longest, settledBy: []),
      margin: verdict == .partly ? nil : margin, rows: context.rows(of: [from, to]))
  }
}

extension LedgerContext {
  /// Which of two references answers the other, by the chain of rows from the one to the other.
  func answer(_ first: DateReference, _ then: DateReference) -> (
    isFirstAnswered: Bool, rows: [String]
  )? {
    guard let one = rows(of: [first]).first, let other = rows(of: [then]).first else { return nil }
    if let chain = chain(from: other, to: one) { return (true, chain) }
    return chain(from: one, to: other).map { (false, $0) }
  }

  /// The rows from one row, through what each answers, to another.
  private func chain(from start: String, to goal: String) -> [String]? {
    var chain = [start]
    while let row = chain.last, let answered = answers[row], !chain.contains(answered) {
      chain.append(answered)
      if answered == goal { return chain }
    }
    return nil
  }
}
