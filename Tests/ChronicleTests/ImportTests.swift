import Chronicle
import EventData
import Foundation
import Testing

@Suite("Importing")
struct ImportTests {
  @Test("a file twice adds nothing")
  func twice() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.tsv", (MadeRows.gdelt2() + "\n").utf8)
    let store = try Chronicle(path: folder.path + "/s.db")
    let first = try store.importFile(file)
    #expect(!first.wasStored)
    #expect(first.counts.kept == 1)
    #expect(try store.importFile(file).wasStored)
  }
}
