import Diplomacy
package import Forecasting

/// An outlook as text and as values for JSON.
package enum OutlookText {
  /// The outlooks of a pair for a terminal.
  package static func render(
    _ outlooks: [Outlook], weights: OutlookWeights, notices: [String], acts limit: Int
  ) -> String {
    var text = ""
    for outlook in outlooks {
      text +=
        "\(outlook.dyad.source) toward \(outlook.dyad.target) from \(outlook.origin), "
        + "by \(NumberFormat.count(outlook.acts, "act")) of both sides before\n"
      let rows = outlook.chances.map { chance in
        [
          OutlookWords.kind(chance.kind), "\(chance.days) d",
          OutlookWords.chance(chance.probability), OutlookWords.chance(chance.usual),
          OutlookWords.checked(chance), OutlookWords.caution(chance) ?? "",
        ]
      }
      text +=
        PlainTable(
          header: ["at least one act", "within", "chance", "usual", "forecasts near it", ""],
          rows: rows
        ).aligned
      text += "On what each rests:\n"
      for chance in outlook.chances {
        text +=
          "  \(OutlookWords.kind(chance.kind)), \(chance.days) d: "
          + OutlookWords.basis(chance, of: outlook.dyad, limit: limit) + "\n"
      }
      text += "\n"
    }
    for notice in notices { text += "Note: \(notice).\n" }
    return text + origin(weights) + "\n"
  }

  /// Where the weights come from, in one sentence.
  package static func origin(_ weights: OutlookWeights) -> String {
    "Weights: \(weights.origin), acts of \(weights.days.first) to \(weights.days.last), fitted "
      + "\(weights.fitted), digest \(weights.digest). A chance of an act is a chance that the sources "
      + "report one: it follows what is written about the pair."
  }
}

/// An outlook as JSON: the largest shares with their acts, and the rest in one sum.
package struct OutlookJSON: Encodable {
  struct Act: Encodable {
    let day: Day
    let source: ActorCode
    let target: ActorCode
    let code: String
    let label: String
    let report: Int
    let share: Double
  }

  struct Chance: Encodable {
    let kind: ActKind
    let days: Int
    let probability: Double
    let usual: Double
    let floor: Double
    let acts: [Act]
    let otherActs: Int
    let otherShare: Double
    let raisedFrom: Int?
    let thin: Bool
    let positives: Int
    let checked: OutlookWeights.Bin?
  }

  struct Direction: Encodable {
    let source: ActorCode
    let target: ActorCode
    let from: Day
    let acts: Int
    let chances: [Chance]
  }

  let directions: [Direction]
  let notices: [String]
  let origin: String
  let inputs: String
  let calibration: [OutlookWeights.Entry.Checked]

  /// Makes the values.
  package init(
    _ outlooks: [Outlook], weights: OutlookWeights, notices: [String], digest: String,
    acts limit: Int
  ) {
    directions = outlooks.map { outlook in
      Direction(
        source: outlook.dyad.source, target: outlook.dyad.target, from: outlook.origin,
        acts: outlook.acts,
        chances: outlook.chances.map { chance in
          let rest = chance.shares.dropFirst(limit)
          return Chance(
            kind: chance.kind, days: chance.days, probability: chance.probability,
            usual: chance.usual, floor: chance.floor,
            acts: chance.shares.prefix(limit).map { share in
              Act(
                day: Day(ordinal: share.act.day),
                source: share.isReverse ? outlook.dyad.target : outlook.dyad.source,
                target: share.isReverse ? outlook.dyad.source : outlook.dyad.target,
                code: share.act.code.rawValue, label: share.act.code.label,
                report: share.act.report, share: share.share)
            }, otherActs: rest.count, otherShare: rest.reduce(0) { $0 + $1.share },
            raisedFrom: chance.raisedFrom, thin: chance.isThin, positives: chance.positives,
            checked: chance.checked)
        })
    }
    self.notices = notices
    origin = OutlookText.origin(weights)
    inputs = digest
    let shown = Set(outlooks.flatMap { $0.chances.map { "\($0.kind.rawValue) \($0.days)" } })
    calibration = weights.entries.filter { shown.contains("\($0.kind.rawValue) \($0.days)") }
      .map(\.checkedBins)
  }
}

extension OutlookWeights.Entry {
  /// The check of the entry on days that a first fit had not seen.
  package struct Checked: Encodable {
    let kind: ActKind
    let days: Int
    let bins: [OutlookWeights.Bin]
    let error: Double
  }

  var checkedBins: Checked {
    Checked(kind: kind, days: days, bins: calibration, error: Calibration.error(calibration))
  }
}
