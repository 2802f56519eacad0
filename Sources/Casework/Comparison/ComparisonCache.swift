import Conduct
import Diplomacy
import Foundation

/// Comparisons made before, kept in the user's cache folder.
///
/// A comparison is a function of the case, the options and the program; it is taken from the cache
/// only where all three are the same to the byte, so that a cached report equals a fresh one. A
/// cache that cannot be read or written is passed over in silence: it only saves time.
struct ComparisonCache {
  private struct Entry: Codable {
    let key: String
    let comparison: ConductAssessment
  }

  /// The first line of an entry before the checksum of the rest.
  private static let head = "demarche comparison "

  private let key: String
  private let path: String

  /// Finds the place of a comparison, or nothing where there is no cache folder.
  init?(_ subject: Case, _ options: ComparisonOptions) {
    let environment = ProcessInfo.processInfo.environment
    guard
      let base = environment["XDG_CACHE_HOME"].flatMap({ $0.isEmpty ? nil : $0 })
        ?? environment["HOME"].map({ $0 + "/.cache" })
    else { return nil }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let text = try? encoder.encode(subject), let program = Self.program() else { return nil }
    key = String(decoding: text, as: UTF8.self) + "\n\(options)\n" + program
    path = "\(base)/demarche/comparison-\(ContentDigest(Data(key.utf8)).text).json"
  }

  /// The comparison made before, where there is one whole and undamaged.
  func load() -> ConductAssessment? {
    guard let data = FileManager.default.contents(atPath: path),
      let end = data.firstIndex(of: 0x0A),
      data[..<end].elementsEqual((Self.head + ContentDigest(data[(end + 1)...]).text).utf8),
      let entry = try? JSONDecoder().decode(Entry.self, from: data[(end + 1)...]),
      entry.key == key
    else { return nil }
    return entry.comparison
  }

  /// Keeps a comparison.
  func store(_ comparison: ConductAssessment) {
    guard let body = try? JSONEncoder().encode(Entry(key: key, comparison: comparison)) else {
      return
    }
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let head = Data((Self.head + ContentDigest(body).text + "\n").utf8)
    try? (head + body).write(to: URL(filePath: path), options: .atomic)
  }

  /// What tells this build of the program from another: the content of its file.
  private static func program() -> String? {
    let path =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments.first
    guard let path, let data = try? Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
    else { return nil }
    return ContentDigest(data).text
  }
}
