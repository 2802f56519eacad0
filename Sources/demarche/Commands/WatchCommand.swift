import ArgumentParser
import Casework
import Diplomacy
import Forecasting
import Reporting

/// Writes the periodic brief over many pairs.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "The periodic brief over many pairs: what changed, and how unusual that is.",
    discussion: """
      PAIRS.yaml lists pairs of states under 'pairs:', as '- [AZE, RUS]'. The most unusual pair \
      stands first, with the reason in its first line. Written are watch.html, watch.md, watch.json \
      and watch.atom; what the next brief needs to know is kept beside the pairs file. Import new \
      events first; docs/outlook.md has templates for cron and a systemd timer.

      Example: demarche watch pairs.yaml --store events.db --output brief
      """)

  @Argument(help: "The file of pairs.", completion: .file())
  var pairs: String

  @Option(help: "A store made by the import command.")
  var store: String

  @Option(help: "Tell changes since this day; since the brief before unless stated, or a week.")
  var since: String?

  @Option(
    help: "The day before which acts are known; the day after the store's last unless stated.")
  var asOf: String?

  @Option(help: "A file of weights made by 'forecast --fit', in place of those of the program.")
  var weights: String?

  @Option(help: "The folder to write to, made where it is missing.")
  var output: String

  func run() throws {
    let run = try WatchRun(
      over: pairs, in: store, asOf: try Self.day(asOf, "--as-of"),
      since: try Self.day(since, "--since"), weights: weights
    ) { StandardError.progress("watching", $0, of: $1) }
    try run.write(into: output)
    let shown = run.brief.items.filter(\.isOnScreen)
    if run.brief.isUnchanged {
      try StandardOutput.write("Nothing new since the brief of \(run.brief.asOf).\n")
    }
    if let holes = WatchWords.holes(run.brief.holes) { try StandardOutput.write(holes + "\n") }
    for item in shown {
      try StandardOutput.write("\(WatchWords.pair(item.pair)): \(WatchWords.reason(item)).\n")
    }
    if shown.isEmpty, !run.brief.isUnchanged {
      try StandardOutput.write("No pair is unusual by its own last two years.\n")
    }
    try StandardOutput.write(WatchWords.rate(run.brief) + "\n")
    StandardError.write("\(output): watch.html, watch.md, watch.json, watch.atom")
  }

  private static func day(_ text: String?, _ option: String) throws -> Day? {
    guard let text else { return nil }
    guard let day = Day(text) else {
      throw CaseworkFailure.usage("\(option) '\(text)' is no day; write it as 2026-02-28")
    }
    return day
  }
}
