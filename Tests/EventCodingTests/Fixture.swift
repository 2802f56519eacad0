import Foundation
import Testing

/// The texts written for these tests, in `Tests/Fixtures/reading`.
enum Fixture {
  /// The lines of a file that are neither empty nor comments.
  static func lines(_ name: String) -> [String] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/reading")
    let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    return (text ?? "").split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }

  /// A sentence with the act it tells.
  struct Telling: Sendable, CustomTestStringConvertible {
    let source: String
    let target: String
    let root: String
    let sentence: String

    var testDescription: String { sentence }
  }

  /// The sentences of `acts.txt`.
  static let tellings: [Telling] = lines("acts.txt").compactMap { line in
    let fields = line.split(separator: "\t").map(String.init)
    guard fields.count == 3 else { return nil }
    let parties = fields[0].split(separator: ">").map(String.init)
    return Telling(source: parties[0], target: parties[1], root: fields[1], sentence: fields[2])
  }
}
