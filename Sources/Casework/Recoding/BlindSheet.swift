public import Diplomacy
import EventData
import Estimation

/// A sheet for a second coder: the rows in random order, without the first coder's codes.
public struct BlindSheet: Sendable {
  /// The columns that the coder sees.
  static let seen = ["id", "date", "source", "target", "summary"]
  /// The columns that the coder fills in.
  public static let coded = [
    "code", "tone", "channel", "channel_effect", "status", "intent", "conciliation", "demand",
    "demand_effect", "role",
  ]

  /// The sheet as CSV.
  public let text: String
  /// What the coder should do, in words.
  public let instructions: String

  /// Makes a sheet.
  ///
  /// - Parameters:
  ///   - subject: The case.
  ///   - coder: The coder's name.
  ///   - seed: The seed of the order of rows.
  public init(_ subject: Case, coder: String, seed: UInt64) {
    var source = SeededGenerator(seed: seed)
    let order = source.permutation(subject.events.count)
    var lines = [(Self.seen + Self.coded).joined(separator: ",")]
    for place in order {
      let row = subject.events[place]
      let cells =
        [
          row.id, row.date.description, row.sources.map(\.rawValue).joined(separator: ";"),
          row.targets.map(\.rawValue).joined(separator: ";"), row.summary,
        ] + Self.coded.map { _ in "" }
      lines.append(cells.map(CaseRecordWriter.quoted).joined(separator: ","))
    }
    text = lines.joined(separator: "\n") + "\n"
    instructions = Self.instructions(subject, coder: coder)
  }

  private static func instructions(_ subject: Case, coder: String) -> String {
    let levels = subject.channels.flatMap(\.levels).map(\.rawValue)
    var unique: [String] = []
    for level in levels where !unique.contains(level) { unique.append(level) }
    return """
      # Coding sheet for \(coder)

      Code every row from its own words. Do not look at the case, at other codings or at the rows
      around it: they are in random order on purpose. Leave a cell empty where the row does not say.

      | column | what to write |
      |---|---|
      | code | the CAMEO code of the act, two to four digits; `demarche codes` lists them |
      | tone | hostile, conciliatory or neutral: your reading of the act, not of its code |
      | channel | the level of contact that the act touches: \(unique.joined(separator: ", ")) |
      | channel_effect | \(ChannelEffect.allCases.map(\.rawValue).joined(separator: ", ")) |
      | status | \(EventStatus.allCases.map(\.rawValue).joined(separator: ", ")) |
      | intent | \(EventIntent.allCases.map(\.rawValue).joined(separator: ", ")) |
      | conciliation | kinds of conciliation in the act, joined by `;`, such as apology |
      | demand | a short name of your own for what is asked; the same name for the same demand |
      | demand_effect | \(DemandEffect.allCases.map(\.rawValue).joined(separator: ", ")) |
      | role | act, incident (what the dispute is about), context (no act of either side) |

      When done: `demarche recode CASE --coder \(coder) --take SHEET.csv` puts the codes into the
      case, and `demarche recode CASE --compare` compares them. Say in `coders:` of case.yaml who you
      are and what you saw; a language model is said to be one.

      """
  }

  /// The codes of a filled sheet as a file of `coders/`.
  ///
  /// - Throws: ``CaseworkFailure`` where the sheet has no ids or no coded column.
  public static func codes(of sheet: [UInt8], named name: String) throws(CaseworkFailure) -> String
  {
    let table = CSVTable(sheet)
    guard let header = table.rows.first, let id = header.fields.firstIndex(of: "id") else {
      throw .badInput("\(name):1: the sheet has no column 'id'; take the sheet that recode wrote")
    }
    let kept = header.fields.indices.filter { coded.contains(header.fields[$0]) }
    guard !kept.isEmpty else {
      throw .badInput(
        "\(name):1: the sheet has no coded column; the columns are \(coded.joined(separator: ", "))"
      )
    }
    var lines = [(["id"] + kept.map { header.fields[$0] }).joined(separator: ",")]
    for row in table.rows.dropFirst() where row.fields != [""] {
      guard row.fields.count == header.fields.count else {
        throw .badInput(
          "\(name):\(row.line): the row has \(row.fields.count) fields, the header "
            + "\(header.fields.count); write a comma for every empty field")
      }
      let cells = [row.fields[id]] + kept.map { row.fields[$0] }
      guard cells.dropFirst().contains(where: { !$0.isEmpty }) else { continue }
      lines.append(cells.map(CaseRecordWriter.quoted).joined(separator: ","))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
