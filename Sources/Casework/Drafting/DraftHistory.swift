import Foundation

/// The states of `drafts.csv` and `events.csv` before each change, so that it can be taken back.
enum DraftHistory {
  private static func path(_ folder: String) -> String { folder + "/.drafts-history" }

  private static func steps(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path(folder))) ?? [])
      .filter { $0.hasSuffix(".drafts") }.sorted()
  }

  /// Keeps the files as they were, and what they become.
  static func keep(
    _ what: String, folder: String, drafts: String, record: String,
    after: (drafts: String, record: String)
  ) throws {
    let last = steps(folder).last.flatMap { Int($0.prefix(4)) } ?? 0
    let digits = String(last + 1)
    let name = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    try AtomicFiles.write(
      [
        ("\(name)-\(what).drafts", drafts), ("\(name)-\(what).record", record),
        ("\(name)-\(what).after", digest(after.drafts) + " " + digest(after.record)),
      ], into: path(folder))
  }

  /// Puts the files back as they were before the last change.
  static func undo(folder: String) throws -> String {
    guard let step = steps(folder).last else {
      throw CaseworkFailure.badInput("\(folder): there is no change of drafts to take back")
    }
    let name = String(step.dropLast(".drafts".count))
    func text(_ file: String) -> String {
      (try? Data(contentsOf: URL(fileURLWithPath: file)))
        .map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
    let base = path(folder) + "/" + name
    let now = digest(text(folder + "/drafts.csv")) + " " + digest(text(folder + "/events.csv"))
    guard text(base + ".after") == now else {
      throw CaseworkFailure.badInput(
        "\(folder): drafts.csv or events.csv was changed since '\(name.dropFirst(5))'; "
          + "taking it back would lose that. The files as they were: \(base).drafts and .record")
    }
    try AtomicFiles.write(
      [("drafts.csv", text(base + ".drafts")), ("events.csv", text(base + ".record"))],
      into: folder)
    for ending in [".drafts", ".record", ".after"] {
      try? FileManager.default.removeItem(atPath: base + ending)
    }
    return String(name.dropFirst(5))
  }

  /// FNV-1a over the bytes, to see whether a file is as it was left.
  private static func digest(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return String(hash, radix: 16) + ":\(text.utf8.count)"
  }
}
