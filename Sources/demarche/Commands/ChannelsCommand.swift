import Casework
import ArgumentParser
import Diplomacy
import Relations
import Reporting

/// Shows which contacts were open on which day, and who held what over whom.
struct ChannelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "channels",
    abstract: "Shows which contacts were open at which level, and who held what over whom.",
    discussion: """
      Each level of contact is open, strained, suspended or restored, from acts of the record or, \
      where it says so, inferred from a silence that is rare in the baseline.

      Example: demarche channels cases/aze-rus-2025
      """)

  /// The forms of the channels.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(help: "The case folder.", completion: .directory)
  var folder: String

  @Option(help: "What to write.")
  var format: Format = .text

  @Flag(help: "Show the baseline's spells too, not only those of the window.")
  var baseline = false

  func run() throws {
    let subject = try CaseInput.open(folder).subject
    let first = baseline ? subject.baseline?.first : nil
    let span =
      DateSpan(
        from: min(first ?? subject.window.first, subject.window.first), through: subject.window.last
      ) ?? subject.window
    let channels = ChannelHistory.histories(in: subject)
    let ledger = LeverLedger(of: subject, over: span)
    switch format {
    case .text:
      var text = ChannelsText(subject: subject, span: span)
      text.add(channels)
      text.add(ledger)
      try StandardOutput.write(text.rendered)
    case .json:
      let output = Output(
        schemaVersion: "1", case: subject.id, span: span,
        channels: channels.map { $0.limited(to: span) }, levers: ledger.levers,
        leverage: ledger.balances)
      try StandardOutput.write(try JSONText.text(output))
    }
  }

  /// The JSON form.
  private struct Output: Encodable {
    let schemaVersion: String
    let `case`: String
    let span: DateSpan
    let channels: [ChannelHistory]
    let levers: [LeverRecord]
    let leverage: [LeverageBalance]
  }
}
