import Foundation

/// Paths as seen from a folder.
enum RelativePath {
  /// The path to a file from a folder, so that both may be moved together.
  ///
  /// It is absolute where the two share nothing but the root. Links are followed first, since a step
  /// up from a linked folder leads elsewhere than its name says.
  static func path(to file: String, from folder: String) -> String {
    let target = real(file)
    let start = real(folder)
    let shared = zip(target, start).prefix { $0 == $1 }.count
    guard shared > 1 else { return NSString.path(withComponents: target) }
    let up = Array(repeating: "..", count: start.count - shared)
    return (up + target[shared...]).joined(separator: "/")
  }

  /// The parts of a path with links followed; a part that does not exist yet stays as it is.
  static func real(_ path: String) -> [String] {
    var missing: [String] = []
    var place = URL(fileURLWithPath: path).standardizedFileURL
    while place.path != "/", !FileManager.default.fileExists(atPath: place.path) {
      missing.insert(place.lastPathComponent, at: 0)
      place.deleteLastPathComponent()
    }
    return place.resolvingSymlinksInPath().pathComponents + missing
  }
}
