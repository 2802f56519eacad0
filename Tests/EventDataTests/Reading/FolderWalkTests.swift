import EventData
import Foundation
import TestSupport
import Testing

@Suite("Files that arguments name")
struct FolderWalkTests {
  @Test("are each read once, whatever links lead to them")
  func links() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("a.tsv", [])
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: folder.path + "/self", withDestinationPath: ".")
    try manager.createSymbolicLink(atPath: folder.path + "/self2", withDestinationPath: ".")
    try manager.createSymbolicLink(atPath: folder.path + "/b.tsv", withDestinationPath: "a.tsv")
    #expect(try InputFile.expand([folder.path]).count == 1)
    #expect(try InputFile.expand([folder.path, folder.path + "/a.tsv"]).count == 1)
  }

  @Test("are no devices", arguments: ["/dev/zero", "/dev/full"])
  func devices(path: String) {
    #expect(throws: InputError.self) { try InputFile.expand([path]) }
  }
}
