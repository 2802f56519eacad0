import Diplomacy

/// The drafted rows of a record that wait for a person's yes or no.
public struct ReviewQueue: Sendable {
  /// The record.
  public let record: RecordTable
  /// The numbers of the drafted rows, by date.
  public let waiting: [Int]

  private let days: [Int: Int]

  /// Finds the drafts of a record.
  public init(_ record: RecordTable) {
    self.record = record
    let text = record.text
    var days: [Int: Int] = [:]
    for (number, row) in text.rows.enumerated() {
      if let span = try? DateSpan(parsing: RecordText.trimmed(text.value("date", of: row))) {
        days[number] = span.first.ordinal
      }
    }
    self.days = days
    waiting = text.rows.indices.filter { Self.isDraft(text.rows[$0], in: text) }
      .sorted { (days[$0] ?? .max, $0) < (days[$1] ?? .max, $1) }
  }

  /// Whether a row is marked as a draft.
  public static func isDraft(_ row: RecordText.Row, in text: RecordText) -> Bool {
    ["true", "yes", "1"].contains(RecordText.trimmed(text.value("draft", of: row)).lowercased())
  }

  /// The drafts that a filter lets through: words that stand in the row.
  public func waiting(with words: String) -> [Int] {
    guard !words.isEmpty else { return waiting }
    var query = RecordQuery()
    query.search = words
    query.size = RecordQuery.largestSize
    var found: Set<Int> = []
    while true {
      let page = record.page(query)
      found.formUnion(page.rows)
      guard query.page < page.pages else { break }
      query.page += 1
    }
    return waiting.filter(found.contains)
  }

  /// The confirmed rows nearest in time that have an actor in common with a draft.
  public func nearest(to number: Int, count: Int = 4) -> [Int] {
    let text = record.text
    func actors(_ number: Int) -> Set<String> {
      let row = text.rows[number]
      let cells = text.value("source", of: row) + ";" + text.value("target", of: row)
      return Set(cells.split(separator: ";").map { RecordText.trimmed(String($0)) })
    }
    let (own, day) = (actors(number), days[number] ?? 0)
    let drafts = Set(waiting)
    return text.rows.indices
      .filter { !drafts.contains($0) && days[$0] != nil && !actors($0).isDisjoint(with: own) }
      .sorted { (abs((days[$0] ?? 0) - day), $0) < (abs((days[$1] ?? 0) - day), $1) }
      .prefix(count).sorted()
  }

  /// The drafts that were read by the same rule and have the same code as one.
  public func alike(_ number: Int) -> [Int] {
    let text = record.text
    func key(_ number: Int) -> [String] {
      let row = text.rows[number]
      return [text.value("rule", of: row), RecordText.trimmed(text.value("code", of: row))]
    }
    let own = key(number)
    return waiting.filter { key($0) == own }
  }

  /// The edits that confirm drafts as they are.
  public func accepting(_ numbers: [Int]) -> [RecordEdit] {
    let text = record.text
    return numbers.map { number in
      let row = text.rows[number]
      return .change(
        id: RecordText.trimmed(text.value("id", of: row)), seen: text.text(of: row),
        values: ["draft": ""])
    }
  }
}
