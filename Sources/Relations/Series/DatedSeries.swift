package import Diplomacy

/// A series of numbers with what it is of.
package struct DatedSeries: Hashable, Sendable {
  /// The values in order, with nothing where one is missing.
  package let values: [Double?]
  /// The first day of each period, for a series made from a record.
  package let starts: [Day]?
  /// The length of a period, for a series made from a record.
  package let period: SeriesPeriod?
  /// The name of the input, for messages.
  package let name: String
  /// What the series is of, in words.
  package let subject: String
  /// What is measured, in words.
  package let measure: String
  /// The column of a table that was read, for a series from a file with names.
  package let column: String?

  /// Makes a series.
  package init(
    values: [Double?], starts: [Day]? = nil, period: SeriesPeriod? = nil, name: String,
    subject: String, measure: String, column: String? = nil
  ) {
    self.values = values
    self.starts = starts
    self.period = period
    self.name = name
    self.subject = subject
    self.measure = measure
    self.column = column
  }

  /// A title that says what is shown of the series.
  package func titled(_ what: String) -> String { "\(what) of \(subject)" }
}
