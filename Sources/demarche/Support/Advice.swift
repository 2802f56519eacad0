import ArgumentParser
import Casework
import Diplomacy

extension CaseworkFailure {
  /// The message with the option or the command that helps, in the terms of the command that failed.
  func told(by command: (any ParsableCommand)?) -> String {
    guard let remedy, let hint = remedy.hint(for: command) else { return message }
    return "\(message) (\(hint))"
  }
}

extension Remedy {
  /// What a person can type, or nothing where the command has no such option.
  func hint(for command: (any ParsableCommand)?) -> String? {
    switch self {
    case .caseCheck: "'demarche check' lists what is wrong with a case"
    case .eventList: "'demarche events' looks up what there is"
    case .importing: "'demarche import' makes a store and lists such rows"
    case .newCase: "'demarche new' writes a case to start from"
    case .format:
      switch command {
      case is AggregateCommand: "--input-format"
      case is ImportCommand: "--format"
      default: nil
      }
    case .dyad: "--dyad"
    case .dateOrder: "--dates"
    case .searchWords: "--search"
    case .explanations: "--between"
    case .actors: "--actors, --tone"
    case .model: "--case"
    case .seconds: "--timeout"
    case .parameter: "--set"
    case .grouping: "--by"
    case .condition: "--where"
    case .skipping: "--skip-invalid"
    case .start: "--from"
    case .end: "--until"
    case .allSolutions: "--all"
    case .trust: "leave out --no-trust"
    case .coalitions: "--coalitions"
    case .column: "--column"
    case .region: "--region"
    case .resolution: "--resolution"
    case .solver: "--solver"
    }
  }
}
