/// The codes that another coder gave to the rows of the record.
public struct SecondCoding: Hashable, Sendable, Codable {
  /// The coder, by the name of the file.
  public let coder: String
  /// Who the coder was and what the coder saw; a language model is said to be one.
  public let who: String
  /// The columns that were coded, in the order of the file.
  public let columns: [String]
  /// The texts of a row by column, by the id of the row.
  public let rows: [String: [String: String]]

  /// Makes a coding.
  public init(
    coder: String, who: String, columns: [String], rows: [String: [String: String]]
  ) {
    self.coder = coder
    self.who = who
    self.columns = columns
    self.rows = rows
  }
}
