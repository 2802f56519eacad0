import Foundation

/// Answers of a model, kept in a folder by the question.
///
/// The file holds the question too, so that two questions with one name are never confused.
public struct ReaderCache: Sendable {
  private let folder: URL

  /// Makes a cache in a folder, which is made where there is none.
  public init(folder: String) { self.folder = URL(fileURLWithPath: folder, isDirectory: true) }

  private struct Entry: Codable {
    let question: String
    let answer: String
  }

  private func file(_ question: String) -> URL {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in question.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return folder.appendingPathComponent(String(hash, radix: 16) + ".json")
  }

  /// The answer kept, or nothing.
  func answer(to question: String) -> String? {
    guard let data = try? Data(contentsOf: file(question)),
      let entry = try? JSONDecoder().decode(Entry.self, from: data), entry.question == question
    else { return nil }
    return entry.answer
  }

  /// Keeps an answer.
  func keep(_ answer: String, to question: String) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let entry = try JSONEncoder().encode(Entry(question: question, answer: answer))
    try entry.write(to: file(question), options: .atomic)
  }
}
