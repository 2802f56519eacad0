import ArgumentParser

/// The command-line program: checks a claim about why a state did what it did against the record.
@main
struct Demarche: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demarche",
    abstract: "Checks a claim about why a state did what it did against the dated public record.",
    version: "0.1.0",
    subcommands: [])
}
