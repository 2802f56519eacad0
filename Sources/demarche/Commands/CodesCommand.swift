import ArgumentParser
import Casework
import Diplomacy
import Foundation
import Reporting

/// Finds CAMEO codes by word or by number.
struct CodesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codes",
    abstract: "Finds CAMEO codes by word or number: meaning, weights, type and class.",
    discussion: """
      A number gives every code that starts with it. Both weights are on the Goldstein scale from -10 \
      (most hostile) to 10, as GDELT and as ICEWS publish it. Where a table has none, the weight that \
      computations take by rule stands in brackets: the other table's, else that of the code it narrows.

      Example: demarche codes expel
      Example: demarche codes 17 --format csv
      """)

  /// The forms of the list.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv
  }

  @Argument(help: "A word or words for the act, or the first digits of a code.")
  var words: [String]

  @Option(help: "How to write the list.")
  var format: Format = .text

  /// A code as it is written.
  struct Entry: Encodable {
    let code: String
    let meaning: String
    let goldsteinGDELT: Double?
    let goldsteinICEWS: Double?
    let weightGDELT: Double
    let weightICEWS: Double
    let plover: String?
    let quad: Int
    let quadClass: String

    init(_ code: EventCode) {
      self.code = code.rawValue
      meaning = code.label
      goldsteinGDELT = IntensityScale.goldsteinGDELT.weight(of: code)
      goldsteinICEWS = IntensityScale.goldsteinICEWS.weight(of: code)
      weightGDELT = IntensityScale.goldsteinGDELT.weightOrOther(of: code)
      weightICEWS = IntensityScale.goldsteinICEWS.weightOrOther(of: code)
      plover = code.plover?.rawValue
      quad = code.quadClass.rawValue
      quadClass = code.quadClass.label
    }
  }

  func validate() throws {
    if words.isEmpty {
      throw ValidationError("name a word or a number, as in: demarche codes expel")
    }
  }

  func run() throws {
    let query = words.joined(separator: " ")
    let found = CodeSearch.codes(for: query).map(Entry.init)
    guard !found.isEmpty else {
      throw CaseworkFailure.badInput(
        "no CAMEO code is known by '\(query)'; try another word, or a root from 01 to 20")
    }
    switch format {
    case .json: try StandardOutput.write(try JSONText.text(found))
    case .csv:
      let lines = found.map { entry in
        [
          entry.code, "\"\(entry.meaning)\"", number(entry.goldsteinGDELT),
          number(entry.goldsteinICEWS), number(entry.weightGDELT), number(entry.weightICEWS),
          entry.plover ?? "", "\(entry.quad)",
        ].joined(separator: ",")
      }
      try StandardOutput.write(
        (["code,meaning,goldstein_gdelt,goldstein_icews,weight_gdelt,weight_icews,plover,quad"]
          + lines)
          .joined(separator: "\n") + "\n")
    case .text:
      let lines = found.map { entry in
        "\(pad(entry.code, 5))\(pad(shown(entry.goldsteinGDELT, entry.weightGDELT), 7))\(pad(shown(entry.goldsteinICEWS, entry.weightICEWS), 7))\(pad(entry.plover ?? "-", 12))\(entry.quad) \(entry.meaning)"
      }
      try StandardOutput.write(
        (["code GDELT  ICEWS  PLOVER      quad and meaning"] + lines).joined(separator: "\n") + "\n"
      )
    }
  }

  private func number(_ value: Double?) -> String { value.map { NumberFormat.short($0) } ?? "" }

  /// The weight of a table, or in brackets the one by rule.
  private func shown(_ weight: Double?, _ rule: Double) -> String {
    weight.map { NumberFormat.short($0) } ?? "(\(NumberFormat.short(rule)))"
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
