import Casework
import Foundation
import TestSupport
import Testing

@testable import CaseArchives

@Suite("A case as one file")
struct CaseArchiveTests {
  private static func workspace() throws -> (TemporaryFolder, Workspace) {
    let home = try TemporaryFolder()
    return (home, try Workspace(at: home.path))
  }

  @Test(
    "comes back byte for byte, without what the program keeps for itself, and packs to the same bytes"
  )
  func roundTrip() throws {
    let (home, workspace) = try Self.workspace()
    _ = try workspace.create(named: "one")
    let folder = home.path + "/one"
    let odd: [UInt8] = [0, 0xFF, 0x0D, 0x0A, 0x80] + Array("ünïcode".utf8)
    try FileManager.default.createDirectory(
      atPath: folder + "/coders", withIntermediateDirectories: true)
    try Data(odd).write(to: URL(filePath: folder + "/coders/zoë.csv"))
    try FileManager.default.createDirectory(
      atPath: folder + "/.demarche", withIntermediateDirectories: true)
    try Data("secret".utf8).write(to: URL(filePath: folder + "/.demarche/coders.json"))
    let packed = try CaseArchive.pack(folder, name: "one")
    #expect(try CaseArchive.pack(folder, name: "one") == packed)
    try workspace.bring(packed, named: "two")
    let names = try FileManager.default.subpathsOfDirectory(atPath: home.path + "/two").sorted()
    #expect(names.contains("coders/zoë.csv") && !names.contains { $0.contains(".demarche") })
    for name in names where name != "coders" {
      #expect(
        FileManager.default.contents(atPath: "\(folder)/\(name)")
          == FileManager.default.contents(atPath: "\(home.path)/two/\(name)"), "\(name)")
    }
  }

  @Test("that is cut off, empty or something else is refused and leaves nothing", arguments: 0..<6)
  func broken(kind: Int) throws {
    let (home, workspace) = try Self.workspace()
    _ = try workspace.create(named: "one")
    let packed = try CaseArchive.pack(home.path + "/one", name: "one")
    let bytes: [UInt8] =
      switch kind {
      case 0: []
      case 1: Array("no archive at all".utf8)
      case 2: Array(packed.prefix(packed.count / 2))
      case 3: Array(packed.prefix(40))
      case 4: Array(packed.dropFirst(7))
      default: packed.map { $0 ^ 0x55 }
      }
    #expect(throws: CaseworkFailure.self) { try workspace.bring(bytes, named: "two") }
    let names = try FileManager.default.contentsOfDirectory(atPath: home.path)
    #expect(names == ["one"])
  }

  @Test(
    "whose paths lead elsewhere is refused",
    arguments: ["../../out.txt", "/tmp/out.txt", "a/../../out.txt", "a\\..\\out.txt"])
  func paths(path: String) throws {
    let (home, workspace) = try Self.workspace()
    // Python's own zip module writes any name it is given.
    let script = """
      import sys, zipfile
      with zipfile.ZipFile(sys.argv[1], "w") as archive:
          archive.writestr("case.yaml", "id: x")
          archive.writestr(sys.argv[2], "out")
      """
    let file = home.path + "-odd.zip"
    defer { try? FileManager.default.removeItem(atPath: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, file, path]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    let bytes = Array(try Data(contentsOf: URL(filePath: file)))
    #expect(throws: CaseworkFailure.self) { try workspace.bring(bytes, named: "two") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path) == [])
  }
}
