package import Diplomacy
package import Relations

/// Channels and levers as lines of text.
package struct ChannelsText {
  private let subject: Case
  private let span: DateSpan
  private var lines: [String] = []

  /// The text.
  package var rendered: String { lines.joined(separator: "\n") + "\n" }

  /// Starts a text on the days of a span.
  package init(subject: Case, span: DateSpan) {
    self.subject = subject
    self.span = span
  }

  /// Adds the spells of every level, pair by pair.
  package mutating func add(_ channels: [ChannelHistory]) {
    lines.append("Channels, \(span.first) to \(span.last)")
    var pair: Pair?
    for channel in channels {
      if channel.pair != pair {
        lines += ["", "\(name(channel.pair.first)) and \(name(channel.pair.second))"]
        pair = channel.pair
      }
      add(channel)
    }
  }

  private mutating func add(_ channel: ChannelHistory) {
    let contacts = channel.silence.contacts
    let usual = channel.silence.meanGap.map {
      ": \(count(contacts, "day")) of contact in the baseline, one in \(NumberFormat.fixed($0, decimals: 0))"
    }
    let none = channel.silence.exposure == 0 ? ": no baseline" : ": no contact in the baseline"
    lines.append("  \(plain(channel.level.label))\(usual ?? none)")
    for spell in channel.spells(in: span) {
      var basis = rows(spell.rows)
      if let chance = spell.silence {
        basis = "inferred from silence, probability \(probability(chance)) at its end; \(basis)"
      }
      lines.append(
        "    \(spell.from) to \(spell.to)  \(PlainTable.padded(spell.state.rawValue, 10)) \(basis)")
    }
    if let gap = channel.gaps.max(by: { $0.days < $1.days }) {
      let end = gap.before == nil ? " and goes on" : ""
      let chance =
        gap.probability.map {
          ", probability \(probability($0)); \(count(gap.baselineGapsAsLong, "gap")) of the baseline as long"
        } ?? ", too few contacts in the baseline to judge it"
      lines.append("    longest gap: \(count(gap.days, "day")) from \(gap.from)\(end)\(chance)")
    }
  }

  /// Adds the levers and the balance of each pair.
  package mutating func add(_ ledger: LeverLedger) {
    if ledger.levers.isEmpty { return }
    lines += ["", "Levers (strength from 0 to 1, one coder's judgement)"]
    for record in ledger.levers {
      let lever = record.lever
      let over = lever.over.map(\.rawValue).joined(separator: ", ")
      let states = record.spells.filter { $0.state == .held || $0.state == .uncertain }
        .map { "\($0.state == .held ? "held" : "perhaps") \($0.from) to \($0.to)" }
      lines.append(
        plain(
          "  \(lever.holder) over \(over): \(lever.name), \(NumberFormat.fixed(lever.strength, decimals: 2))"
        ))
      let when = states.isEmpty ? "not held in these days" : states.joined(separator: "; ")
      lines.append("    \(when)  \(rows(record.spells.first?.rows ?? []))")
    }
    for balance in ledger.balances {
      let pair = balance.pair
      lines += ["", "Balance of leverage of \(name(pair.first)) over \(name(pair.second))"]
      for step in balance.steps {
        let start = strength(step.net)
        let end = strength(step.netAtEnd)
        let (low, high) = (strength(step.low), strength(step.high))
        let reach = low == high ? "" : " (\(low) to \(high))"
        lines.append(
          "    \(step.from) to \(step.to)  \(start == end ? start : "\(start) to \(end)")\(reach)")
      }
    }
  }

  private func name(_ code: ActorCode) -> String { plain(subject.name(of: code)) }

  private func plain(_ text: String) -> String { Escaping.terminal(text) }

  private func rows(_ ids: [String]) -> String {
    let shown = ids.prefix(6).joined(separator: ", ")
    return plain(ids.count > 6 ? "\(shown) and \(ids.count - 6) more" : shown)
  }

  private func count(_ number: Int, _ one: String) -> String { NumberFormat.count(number, one) }

  private func probability(_ value: Double) -> String {
    value < 0.005 ? "below 0.01" : NumberFormat.fixed(value, decimals: 2)
  }

  private func strength(_ value: Double) -> String { NumberFormat.signed(value, decimals: 2) }
}
