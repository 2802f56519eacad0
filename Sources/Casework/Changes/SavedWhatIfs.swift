import Foundation

/// What-ifs of a case that were given a name, kept beside the case and never in its files.
public struct SavedWhatIfs: Sendable {
  /// One of them.
  public struct Entry: Hashable, Sendable, Codable {
    /// The name.
    public let name: String
    /// What is otherwise.
    public let changes: [StatedChange]
  }

  /// The most that are kept of a case.
  public static let limit = 100
  /// The most letters of a name.
  public static let nameLimit = 80

  private let folder: String
  private var home: String { "\(folder)/\(CaseHistory.folderName)" }

  /// Finds those of a case folder.
  public init(folder: String) { self.folder = folder }

  /// All of them in the order of their names.
  public var all: [Entry] {
    guard let data = FileManager.default.contents(atPath: home + "/whatif.json") else { return [] }
    return ((try? JSONDecoder().decode([Entry].self, from: data)) ?? []).sorted {
      $0.name < $1.name
    }
  }

  /// The one with a name.
  public func entry(_ name: String) -> Entry? { all.first { $0.name == name } }

  /// Keeps a what-if under a name; another of that name is replaced.
  ///
  /// - Throws: ``CaseworkFailure`` where there is no name or no change, there are too many, or writing
  ///   fails.
  public func save(_ name: String, _ changes: [StatedChange]) throws {
    let plain = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !plain.isEmpty, plain.count <= Self.nameLimit else {
      throw CaseworkFailure.usage("give the what-if a name of at most \(Self.nameLimit) letters")
    }
    guard !changes.isEmpty else {
      throw CaseworkFailure.usage(
        "nothing is to be otherwise; leave something out or set something")
    }
    let lock = try CaseLock(folder: folder)
    defer { lock.release() }
    var entries = all.filter { $0.name != plain }
    guard entries.count < Self.limit else {
      throw CaseworkFailure.usage("\(Self.limit) what-ifs are kept already; forget one first")
    }
    entries.append(Entry(name: plain, changes: changes))
    try write(entries)
  }

  /// Forgets the one with a name.
  ///
  /// - Throws: ``CaseworkFailure`` where writing fails.
  public func forget(_ name: String) throws {
    let lock = try CaseLock(folder: folder)
    defer { lock.release() }
    let entries = all
    let rest = entries.filter { $0.name != name }
    if rest.count < entries.count { try write(rest) }
  }

  private func write(_ entries: [Entry]) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try AtomicFiles.write(
      [("whatif.json", String(decoding: try encoder.encode(entries), as: UTF8.self) + "\n")],
      into: home)
  }
}
