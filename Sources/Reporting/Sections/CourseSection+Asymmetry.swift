import Assessment
import Diplomacy
import Relations

extension CourseSection {
  /// How unlike the two sides were: the difference of levels and the share of hostile acts.
  static func blocks(of asymmetry: DirectionAsymmetry, in subject: Case) -> [Block] {
    let percent = NumberFormat.percent(asymmetry.coverage)
    return [
      .heading("How unlike the two sides were"),
      .paragraph(
        """
        The level of \(Glossary.name(asymmetry.first, in: subject)) less that of \
        \(Glossary.name(asymmetry.second, in: subject)). Below zero the first is the more hostile; \
        an interval that holds zero says that the record does not tell which was. Intervals hold \
        \(percent).
        """),
      .table(table(of: asymmetry, in: subject)),
    ]
  }

  private static func table(of asymmetry: DirectionAsymmetry, in subject: Case) -> Table {
    func number(_ value: Double) -> String { NumberFormat.short(value, decimals: 1) }
    return Table(
      caption: "Difference of mean levels, and whose the hostile acts were",
      columns: [
        .init("from", namesRows: true), .init("days"),
        .init("difference of levels", .trailing),
        .init("hostile acts \(asymmetry.first)", .trailing),
        .init("hostile acts \(asymmetry.second)", .trailing),
        .init("share of the first", .trailing),
      ],
      rows: asymmetry.rows.map { row in
        .init([
          Prose(name(of: row.starts, in: subject)), Glossary.span(row.span),
          Prose([.tight(Glossary.level(row.difference))]), Prose(number(row.hostileByFirst)),
          Prose(number(row.hostileBySecond)),
          Prose(
            row.hostileShare.map {
              "\(NumberFormat.percent($0.level)) (\(NumberFormat.percent($0.low)) to \(NumberFormat.percent($0.high)))"
            } ?? ""),
        ])
      }, narrow: .cards)
  }

  /// The dates that start a phase, in words.
  static func name(of starts: [String], in subject: Case) -> String {
    if starts.isEmpty { return "start of the window" }
    if starts == ["window"] { return "the whole window" }
    return starts.map { id in
      subject.dates.first { $0.id == id }?.what ?? id
    }.joined(separator: "; ")
  }
}
