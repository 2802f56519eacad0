import Diplomacy
import EventCoding
import EventData
import Foundation

extension Workspace {
  /// Drafts a case from the text of an article.
  ///
  /// - Parameters:
  ///   - article: The article: plain text or a web page.
  ///   - fileName: The name of its file, which tells how it is written.
  ///   - name: The name of the case.
  /// - Throws: ``CaseworkFailure`` where the name cannot be used, or the article has no text or names no
  ///   two actors; then nothing is made.
  public func draft(_ article: [UInt8], fileName: String, named name: String) throws {
    let folder = try newFolder(named: name)
    do {
      guard let document = try DocumentStream(bytes: article, name: fileName).next() else {
        throw CaseworkFailure.badInput("the article holds no text")
      }
      let today = Day(ordinal: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down)))
      let reading = ArticleReader().read(document, assuming: today)
      let draft = try CaseDraft(id: name, reading, assuming: today)
      try place(draft.files.map { ($0.name, Array($0.text.utf8)) }, into: folder)
    } catch let error as InputError {
      throw CaseworkFailure(error)
    }
  }
}
