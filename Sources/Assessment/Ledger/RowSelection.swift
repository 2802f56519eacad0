import Diplomacy

/// The rows that fit a filter, on every reading of uncertain dates or on some.
struct RowSelection {
  /// The rows that fit on every possible day.
  let certain: [Event]
  /// The rows that fit on some possible day only.
  let possible: [Event]

  /// Chooses the rows of a case that fit a filter.
  ///
  /// - Returns: Nothing where the filter names a date that the case does not have.
  init?(_ filter: RowFilter, in subject: Case, on scale: IntensityScale) {
    var from: DateSpan?
    var until: DateSpan?
    if let reference = filter.from {
      guard let span = subject.span(of: reference) else { return nil }
      from = span
    }
    if let reference = filter.until {
      guard let span = subject.span(of: reference) else { return nil }
      until = span
    }
    var certain: [Event] = []
    var possible: [Event] = []
    for act in subject.readings(on: scale) where filter.fits(act) {
      let event = act.row
      let date = event.date
      let isCertain =
        (from.map { date.first >= $0.last } ?? true)
        && (until.map { date.last <= $0.first } ?? true)
      let isPossible =
        (from.map { date.last >= $0.first } ?? true)
        && (until.map { date.first <= $0.last } ?? true)
      if isCertain {
        certain.append(event)
      } else if isPossible {
        possible.append(event)
      }
    }
    self.certain = certain
    self.possible = possible
  }

  /// The ids of all rows that fit for certain or perhaps, in the order of the record.
  var ids: [String] { certain.map(\.id) + possible.map(\.id) }

  /// The smallest and the largest number of rows that may fit.
  var countRange: ClosedRange<Int> { certain.count...(certain.count + possible.count) }
}

extension RowFilter {
  /// Whether a row meets every condition but those on its date.
  func fits(_ act: ActReading) -> Bool {
    let event = act.row
    func among<Value: Equatable>(_ allowed: [Value]?, _ value: Value) -> Bool {
      allowed?.contains(value) ?? true
    }
    func meet<Value: Equatable>(_ allowed: [Value]?, _ values: [Value]) -> Bool {
      allowed.map { $0.contains(where: values.contains) } ?? true
    }
    func meetOptional<Value: Equatable>(_ allowed: [Value]?, _ value: Value?) -> Bool {
      guard let allowed else { return true }
      return value.map(allowed.contains) ?? false
    }
    guard includesExcluded || act.counts else { return false }
    return among(ids, event.id) && meet(sources, event.sources) && meet(targets, event.targets)
      && among(organs, event.sourceOrgan) && among(targetOrgans, event.targetOrgan)
      && (codes.map { $0.contains { event.code.rawValue.hasPrefix($0) } } ?? true)
      && (roots.map { $0.contains { $0.contains(event.code.root) } } ?? true)
      && among(quads, act.quadClass) && among(tones, act.tone)
      && among(issues, event.issue) && among(statuses, event.status)
      && among(intents, event.intent) && meet(conciliation, event.conciliation)
      && meetOptional(channels, event.channel)
      && meetOptional(channelEffects, event.channelEffect)
      && isDirected(event)
  }

  /// Whether a row taken by itself meets every condition but those on its date.
  func fits(_ row: Event, on scale: IntensityScale) -> Bool {
    fits(ActRule(scale: scale).reading(of: row))
  }

  /// Whether one of the sources acted on one of the targets; on itself only where the filter says so.
  private func isDirected(_ event: Event) -> Bool {
    guard let sources, let targets else { return true }
    return sources.contains { source in
      event.sources.contains(source)
        && targets.contains { target in
          event.targets.contains(target) && (source != target || sources == targets)
        }
    }
  }
}
