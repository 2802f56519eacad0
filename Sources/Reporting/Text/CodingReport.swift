/// How far the coders of a case agree, as numbers.
package struct CodingAgreement: Sendable {
  /// One column of codes.
  package struct Column: Sendable {
    let name: String
    let coders: [String]
    let alpha: Double?
    let interval: ClosedRange<Double>?
    let agreement: Double
    let rows: Int

    /// Makes the numbers of a column: Krippendorff's alpha with its interval of 95 %, the share of pairs
    /// of codes that agree, and how many rows two coders coded.
    package init(
      name: String, coders: [String], alpha: Double?, interval: ClosedRange<Double>?,
      agreement: Double, rows: Int
    ) {
      self.name = name
      self.coders = coders
      self.alpha = alpha
      self.interval = interval
      self.agreement = agreement
      self.rows = rows
    }
  }

  /// The probabilities of the stories under one coding.
  package struct Reading: Sendable {
    let coder: String
    let probabilities: [Double]

    /// Makes the reading of a coder's codes; the probabilities are in the order of the stories.
    package init(coder: String, probabilities: [Double]) {
      self.coder = coder
      self.probabilities = probabilities
    }
  }

  let columns: [Column]
  let stories: [String]
  let readings: [Reading]

  /// Makes the numbers of all columns and, where the stories were weighed, of all readings.
  package init(columns: [Column], stories: [String], readings: [Reading]) {
    self.columns = columns
    self.stories = stories
    self.readings = readings
  }
}

/// How far the coders of a case agree, as a report.
package enum CodingReport {
  /// The agreement by column, and the stories under each coding with the band over them.
  package static func report(_ found: CodingAgreement) -> Report {
    var blocks: [Block] = []
    if !found.columns.isEmpty {
      blocks.append(
        .table(
          Table(
            caption:
              "Agreement by column: Krippendorff's alpha, 1 for full agreement and 0 for chance",
            columns: [
              .init("column", namesRows: true), .init("alpha", .trailing),
              .init("95% interval", .trailing), .init("codes that agree", .trailing),
              .init("rows", .trailing), .init("coders"),
            ],
            entries: found.columns.map { column in
              [
                column.name.replacing("_", with: " "),
                column.alpha.map { NumberFormat.fixed($0, decimals: 2) } ?? "all codes are one",
                column.interval.map {
                  NumberFormat.fixed($0.lowerBound, decimals: 2) + " to "
                    + NumberFormat.fixed($0.upperBound, decimals: 2)
                } ?? "", NumberFormat.percent(column.agreement), String(column.rows),
                NumberWords.list(column.coders),
              ]
            })))
    }
    if !found.readings.isEmpty {
      blocks.append(
        .table(
          Table(
            caption: "Probability of each story under each coding, and its band over them",
            columns: [.init("story", namesRows: true)]
              + found.readings.map { .init($0.coder, .trailing) } + [.init("band", .trailing)],
            entries: found.stories.enumerated().map { index, story in
              let values = found.readings.compactMap {
                index < $0.probabilities.count ? $0.probabilities[index] : nil
              }
              let band = values.min().flatMap { low in
                values.max().map { "\(NumberFormat.percent(low)) to \(NumberFormat.percent($0))" }
              }
              return [story] + values.map { NumberFormat.percent($0) } + [band ?? ""]
            })))
    }
    return Report(title: "Agreement of the coders", lead: blocks)
  }
}
