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
    path = "\(base)/demarche/comparison-\(Self.digest(key)).json"
  }

  /// The comparison made before, where there is one.
  func load() -> ConductAssessment? {
    guard let data = FileManager.default.contents(atPath: path),
      let entry = try? JSONDecoder().decode(Entry.self, from: data), entry.key == key
    else { return nil }
    return entry.comparison
  }

  /// Keeps a comparison.
  func store(_ comparison: ConductAssessment) {
    guard let data = try? JSONEncoder().encode(Entry(key: key, comparison: comparison)) else {
      return
    }
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try? data.write(to: URL(filePath: path), options: .atomic)
  }

  /// What tells this build of the program from another: the size and time of its file.
  private static func program() -> String? {
    guard let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
      let about = try? FileManager.default.attributesOfItem(atPath: path),
      let size = about[.size] as? Int, let time = about[.modificationDate] as? Date
    else { return nil }
    return "\(size) \(time.timeIntervalSince1970)"
  }

  /// A short name for a key; the key itself is compared too, so that a clash does no harm.
  private static func digest(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return String(hash, radix: 16)
  }
}
