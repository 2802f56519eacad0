/// What a person can change to get past a failure: a choice, or other work to do first.
///
/// A library does not know how it was asked; whoever asks names the thing in their own terms, such
/// as an option of a command or a field of a page.
public enum Remedy: String, Hashable, CaseIterable, Sendable, Codable {
  /// Another case, or the list of what is wrong with this one.
  case caseCheck
  /// Coalitions of a conflict in full.
  case coalitions
  /// The column of a table.
  case column
  /// Which rows are added up.
  case condition
  /// The end of observation.
  case end
  /// The list of the events in a store.
  case eventList
  /// The order of day and month in dates.
  case dateOrder
  /// Two explanations to weigh.
  case explanations
  /// The format of a file of events.
  case format
  /// What rows are grouped by.
  case grouping
  /// The import of events into a store.
  case importing
  /// Whose acts count.
  case actors
  /// All solutions instead of one.
  case allSolutions
  /// Who acts toward whom.
  case dyad
  /// One of several models in a file.
  case model
  /// A value of a parameter.
  case parameter
  /// A case to start from.
  case newCase
  /// Two parameters to vary.
  case region
  /// The unit of coarse times.
  case resolution
  /// The words to search for.
  case searchWords
  /// The time that a search may take.
  case seconds
  /// Passing over rows that do not fit.
  case skipping
  /// The way of solving a game.
  case solver
  /// The start of observation.
  case start
  /// The simulation of what a record can tell apart.
  case trust
}
