import Assessment
import Diplomacy

/// The publishers that the record rests on, each row counted once.
enum SourcesSection {
  static func section(for assessment: CaseAssessment) -> Section? {
    var order: [String] = []
    var counts: [String: (rows: Int, counted: Int)] = [:]
    for row in assessment.record {
      let name = row.reported.publisher.isEmpty ? "no publisher named" : row.reported.publisher
      if counts[name] == nil { order.append(name) }
      counts[name, default: (0, 0)].rows += 1
      if row.excluded == nil { counts[name]?.counted += 1 }
    }
    guard !order.isEmpty else { return nil }
    let sorted = order.sorted {
      (counts[$1]?.rows ?? 0, $0) < (counts[$0]?.rows ?? 0, $1)
    }
    let total = assessment.record.count
    let top = sorted.prefix(3).map { "\($0) (\(counts[$0]?.rows ?? 0))" }
    return Section(
      id: "sources", title: "Sources",
      headline: Prose(
        "\(NumberFormat.count(total, "row")) from \(NumberFormat.count(order.count, "publisher")); "
          + "the most from \(NumberWords.list(top))."),
      blocks: [
        .table(
          Table(
            caption: "Rows by publisher",
            columns: [
              .init("publisher", namesRows: true), .init("rows", .trailing),
              .init("that count", .trailing),
            ],
            entries: sorted.map { name in
              [name, String(counts[name]?.rows ?? 0), String(counts[name]?.counted ?? 0)]
            }, narrow: .plainCards))
      ])
  }
}
