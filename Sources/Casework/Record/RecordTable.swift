import Diplomacy
import Foundation
import Synchronization

/// A record made ready to be sorted, filtered and leafed through.
///
/// It holds every row of the file, those that `check` finds fault with too.
public final class RecordTable: Sendable {
  /// The record.
  public let text: RecordText
  /// The columns of each facet: distinct values and the number of each row's.
  private let facets: [FacetColumn]
  /// The rows in small letters, end to end, for searching.
  private let letters: [UInt8]
  private let ends: [Int]
  /// The days of each row; the first after the last where the row has no date that can be read.
  private let days: [(first: Int32, last: Int32)]
  private let orders = Mutex<[RecordQuery.Order: [Int32]]>([:])

  private struct FacetColumn {
    let facet: RecordQuery.Facet
    var values: [String] = []
    var rows: [Int32] = []
  }

  /// Makes a table of a record.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the record.
  public init(_ text: RecordText) {
    self.text = text
    let rows = text.rows
    facets = RecordQuery.Facet.allCases.map { facet in
      var column = FacetColumn(facet: facet)
      var numbers: [String: Int32] = [:]
      let place = text.columns.firstIndex(of: facet.column)
      column.rows = rows.map { row in
        let value = Self.value(facet, place.flatMap { $0 < row.cells.count ? row.cells[$0] : nil })
        if let number = numbers[value] { return number }
        let number = Int32(column.values.count)
        numbers[value] = number
        column.values.append(value)
        return number
      }
      return column
    }
    var letters: [UInt8] = []
    var ends: [Int] = []
    for row in rows {
      for cell in row.cells where !cell.isEmpty {
        letters += cell.lowercased().utf8
        letters.append(0x0A)
      }
      ends.append(letters.count)
    }
    self.letters = letters
    self.ends = ends
    let date = text.columns.firstIndex(of: "date")
    var known: [String: (Int32, Int32)] = [:]
    days = rows.map { row in
      guard let date, date < row.cells.count else { return (1, 0) }
      let cell = row.cells[date]
      if let found = known[cell] { return found }
      let span = try? DateSpan(parsing: RecordText.trimmed(cell))
      let pair =
        span.map { (Int32(clamping: $0.first.ordinal), Int32(clamping: $0.last.ordinal)) } ?? (1, 0)
      known[cell] = pair
      return pair
    }
  }

  private static func value(_ facet: RecordQuery.Facet, _ cell: String?) -> String {
    let cell = cell.map { RecordText.trimmed($0) } ?? ""
    return switch facet {
    case .code: String(cell.prefix(2))
    case .status: cell.isEmpty ? EventStatus.confirmed.rawValue : cell
    default: cell
    }
  }

  /// The rows that a query asks for.
  ///
  /// - Complexity: O(*n*) for *n* rows; the first time for each order O(*n* log *n*).
  public func page(_ query: RecordQuery) -> RecordPage {
    let order = order(query.order)
    let size = max(1, min(query.size, RecordQuery.largestSize))
    var counts = facets.map { [Int](repeating: 0, count: $0.values.count) }
    let wanted = facets.map { column -> [Bool]? in
      guard let chosen = query.chosen[column.facet], !chosen.isEmpty else { return nil }
      return column.values.map(chosen.contains)
    }
    let words = query.search.lowercased().split(whereSeparator: \.isWhitespace).map {
      Array($0.utf8)
    }
    let from = query.from.map { Int32(clamping: $0.ordinal) }
    let until = query.until.map { Int32(clamping: $0.ordinal) }
    var found: [Int32] = []
    found.reserveCapacity(order.count)
    for row in order {
      let number = Int(row)
      if let from, days[number].last < from || days[number].last < days[number].first { continue }
      if let until, days[number].first > until || days[number].last < days[number].first {
        continue
      }
      if !words.isEmpty, !words.allSatisfy({ holds($0, number) }) { continue }
      var misses = 0
      var missed = 0
      for (index, wanted) in wanted.enumerated() {
        if let wanted, !wanted[Int(facets[index].rows[number])] {
          misses += 1
          missed = index
        }
      }
      if misses == 0 {
        found.append(row)
        for index in facets.indices { counts[index][Int(facets[index].rows[number])] += 1 }
      } else if misses == 1 {
        counts[missed][Int(facets[missed].rows[number])] += 1
      }
    }
    let pages = max(1, (found.count + size - 1) / size)
    let page = max(1, min(query.page, pages))
    let start = (page - 1) * size
    let shown: [Int]
    if query.isDescending {
      shown = (start..<min(start + size, found.count)).map { Int(found[found.count - 1 - $0]) }
    } else {
      shown = (start..<min(start + size, found.count)).map { Int(found[$0]) }
    }
    return RecordPage(
      rows: shown, total: found.count, page: page, pages: pages,
      facets: facets.indices.map { index in
        (facets[index].facet, values(facets[index], counts[index], query))
      })
  }

  private func values(_ column: FacetColumn, _ counts: [Int], _ query: RecordQuery)
    -> [RecordPage.Value]
  {
    let chosen = query.chosen[column.facet] ?? []
    let values = zip(column.values, counts).map { text, count in
      RecordPage.Value(text: text, count: count, isChosen: chosen.contains(text))
    }
    return values.filter { $0.count > 0 || $0.isChosen }
      .sorted { ($1.count, $0.text) < ($0.count, $1.text) }
  }

  private func holds(_ word: [UInt8], _ row: Int) -> Bool {
    guard let first = word.first else { return true }
    return letters.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return false }
      var at = row == 0 ? 0 : ends[row - 1]
      while ends[row] - at >= word.count,
        let found = memchr(base + at, Int32(first), ends[row] - at - word.count + 1)
      {
        let place = UnsafeRawPointer(found)
        if memcmp(place, word, word.count) == 0 { return true }
        at = place - base + 1
      }
      return false
    }
  }

  private func order(_ order: RecordQuery.Order) -> [Int32] {
    orders.withLock { known in
      if let found = known[order] { return found }
      let numbers = text.rows.indices.map { Int32(clamping: $0) }
      let sorted: [Int32]
      switch order {
      case .file: sorted = numbers
      case .date:
        sorted = numbers.sorted {
          (days[Int($0)].first, days[Int($0)].last, $0)
            < (days[Int($1)].first, days[Int($1)].last, $1)
        }
      default:
        let place = text.columns.firstIndex(of: order.rawValue)
        let keys = text.rows.map { row in
          Array((place.flatMap { $0 < row.cells.count ? row.cells[$0] : nil } ?? "").utf8)
        }
        sorted = numbers.sorted {
          let (a, b) = (keys[Int($0)], keys[Int($1)])
          return a == b ? $0 < $1 : a.lexicographicallyPrecedes(b)
        }
      }
      known[order] = sorted
      return sorted
    }
  }
}
