import ArgumentParser
import Casework
import Conduct
import Estimation
import Foundation
import Reporting

/// Writes a blind sheet for a second coder, takes it back, and compares codings.
struct RecodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recode",
    abstract: "Has the rows of a case coded a second time, blind, and compares the codings.",
    discussion: """
      --coder NAME writes recode-NAME/sheet.csv and instructions.md: the rows in random order by \
      --seed, without the first codes. --take puts a filled sheet into the case as coders/NAME.csv. \
      --compare prints Krippendorff's alpha for each column with a bootstrap interval of 95 per \
      cent, and what the explanations get under each coding and under random disagreement at the \
      measured rate.

      Example: demarche recode cases/aze-rus-2025 --coder second
               demarche recode cases/aze-rus-2025 --coder second --take recode-second/sheet.csv
               demarche recode cases/aze-rus-2025 --compare
      """)

  /// The forms of a comparison.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @OptionGroup var input: CaseArgument

  @Option(help: "The name of the second coder: letters, digits and '-'.")
  var coder: String?

  @Option(help: "A filled sheet to put into the case.", completion: .file())
  var take: String?

  @Flag(help: "Compare the codings of the case.")
  var compare = false

  @Flag(
    name: .customLong("no-verdict"), help: "Compare the codes only, not what follows from them.")
  var skipsVerdict = false

  @Option(help: "Where the sheet is written; recode-NAME unless stated.", completion: .directory)
  var output: String?

  @Option(help: "The seed of the order of rows and of every random draw.")
  var seed: UInt64 = 1

  @Option(help: "What a comparison writes.")
  var format: Format = .text

  func validate() throws {
    guard compare != (coder != nil) else {
      throw ValidationError("give --coder NAME, or --compare")
    }
    if let coder {
      let isPlain = coder.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
          || $0 == 0x2D
      }
      guard isPlain, !coder.isEmpty, coder.utf8.count <= 64 else {
        throw ValidationError("--coder takes letters, digits and '-'")
      }
    }
    guard take == nil || coder != nil else { throw ValidationError("--take needs --coder NAME") }
  }

  func run() throws {
    let opened = try CaseInput.open(input.path)
    if compare {
      var options = ComparisonOptions(seed: seed, includesTrust: false)
      options.draws = 20
      let comparison = try CodingComparison(
        opened.subject, options: options, includesVerdict: !skipsVerdict)
      switch format {
      case .json: try StandardOutput.write(try JSONText.text(comparison))
      case .text: try StandardOutput.write(CodingText.render(comparison))
      }
      return
    }
    guard let coder else { return }
    if let take {
      guard let data = FileManager.default.contents(atPath: take) else {
        throw CaseworkFailure.noInput("\(take): cannot be read; name the filled sheet")
      }
      let codes = try BlindSheet.codes(of: Array(data), named: take)
      let folder = input.path + "/coders"
      guard !FileManager.default.fileExists(atPath: "\(folder)/\(coder).csv") else {
        throw CaseworkFailure.usage(
          "\(folder)/\(coder).csv is there already; remove it, or choose another name")
      }
      try AtomicFiles.write([("\(coder).csv", codes)], into: folder)
      try StandardOutput.write(
        "\(folder)/\(coder).csv\nAdd to case.yaml: coders: [{ id: \(coder), who: … }]\n")
      return
    }
    let sheet = BlindSheet(opened.subject, coder: coder, seed: seed)
    let folder = output ?? "recode-\(coder)"
    guard !FileManager.default.fileExists(atPath: folder + "/sheet.csv") else {
      throw CaseworkFailure.usage(
        "\(folder)/sheet.csv is there already; name another folder with --output")
    }
    try AtomicFiles.write(
      [("sheet.csv", sheet.text), ("instructions.md", sheet.instructions)], into: folder)
    try StandardOutput.write("\(folder)/sheet.csv\n\(folder)/instructions.md\n")
  }
}
