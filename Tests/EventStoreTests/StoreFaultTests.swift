import Diplomacy
import EventData
import Foundation
import GRDB
import TestSupport
import Testing

@testable import EventStore

@Suite("A store in hardship")
struct StoreFaultTests {
  private static func bytes(_ count: Int, seed: UInt64) -> [UInt8] {
    var dice = Dice(seed: seed)
    return MadeRows.random(count, broken: 0, using: &dice)
  }

  @Test("is whole after kill -9 at any moment of an import, and the import resumes")
  func killed() async throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("a.tsv", Self.bytes(400, seed: 1))
    _ = try folder.file("b.tsv", Self.bytes(400, seed: 2))
    let path = folder.path
    for moment in 0..<6 {
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [path = path as String, moment = moment as Int] in
        let delay = UInt32(20_000 * moment)
        let killer = Thread {
          usleep(delay)
          kill(getpid(), SIGKILL)
        }
        killer.start()
        while true {
          let store = try EventDatabase(path: path + "/s.db")
          for name in ["a.tsv", "b.tsv"] {
            _ = try store.importFile(InputFile(path: path + "/" + name))
          }
        }
      }
      guard FileManager.default.fileExists(atPath: path + "/s.db") else { continue }
      let store = try EventDatabase(path: path + "/s.db")
      let summary = try store.summary()
      #expect(summary.rowsKept == 400 * summary.files)
      var query = EventQuery()
      query.everyReport = true
      #expect(try store.events(query).count == summary.rowsKept)
    }
    let store = try EventDatabase(path: path + "/s.db")
    for name in ["a.tsv", "b.tsv"] {
      _ = try store.importFile(InputFile(path: path + "/" + name))
    }
    #expect(try store.summary().rowsKept == 800)
    #expect(try integrity(of: store) == "ok")
  }

  private func integrity(of store: EventDatabase) throws -> String? {
    try store.database.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
  }

  @Test("takes two imports at once, one after the other")
  func together() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/s.db"
    let files = try (0..<4).map {
      try folder.file("\($0).tsv", Self.bytes(50, seed: UInt64($0 + 1)))
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for file in files + files {
        group.addTask { _ = try EventDatabase(path: path).importFile(file) }
      }
      try await group.waitForAll()
    }
    let summary = try EventDatabase(reading: path).summary()
    #expect(summary.files == 4)
    #expect(summary.rowsKept == 200)
  }

  @Test("says so where another import holds it too long")
  func busy() throws {
    let folder = try TemporaryFolder()
    let store = try EventDatabase(path: folder.path + "/s.db")
    let other = try EventDatabase(path: folder.path + "/s.db", patience: 0.01)
    let file = try folder.file("a.tsv", Self.bytes(5, seed: 3))
    try store.database.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        do {
          _ = try other.importFile(file)
          Issue.record("imported beside another import")
        } catch {
          #expect((error as? EventDatabaseError)?.kind == .busy)
        }
        return .rollback
      }
    }
    #expect(try other.importFile(file).counts.kept == 5)
  }

  @Test("is refused where a newer version wrote it")
  func newer() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/s.db"
    let store = try EventDatabase(path: path)
    try store.database.write {
      try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99: from the future')")
    }
    for open in [{ try EventDatabase(path: path) }, { try EventDatabase(reading: path) }] {
      do {
        _ = try open()
        Issue.record("opened without complaint")
      } catch {
        let failure = error as? EventDatabaseError
        #expect(failure?.kind == .unusable)
        #expect(failure?.description.contains("newer version") == true)
      }
    }
  }

  @Test("tells a full disk and keeps what was stored before")
  func full() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/s.db"
    _ = try EventDatabase(path: path).importFile(folder.file("a.tsv", Self.bytes(20, seed: 4)))
    let small = try EventDatabase(path: path, patience: 1, mostPages: 40)
    do {
      _ = try small.importFile(folder.file("b.tsv", Self.bytes(3000, seed: 5)))
      Issue.record("imported beyond the limit")
    } catch {
      let failure = error as? EventDatabaseError
      #expect(failure?.kind == .storage)
      #expect(failure?.description.contains("disk is full") == true)
    }
    #expect(try small.summary().rowsKept == 20)
  }

  @Test("is refused where it is no store, or lies where nothing may be written")
  func unusable() throws {
    let folder = try TemporaryFolder()
    let text = try folder.file("text.db", Array(repeating: UInt8(0x61), count: 5000))
    #expect(throws: EventDatabaseError.self) { try EventDatabase(path: text.path) }
    #expect(throws: EventDatabaseError.self) { try EventDatabase(reading: text.path) }
    do {
      _ = try EventDatabase(path: folder.path + "/missing/s.db")
      Issue.record("made without complaint")
    } catch {
      #expect(error.kind == .storage)
    }
    do {
      _ = try EventDatabase(reading: folder.path + "/none.db")
      Issue.record("opened without complaint")
    } catch {
      #expect(error.kind == .missing)
    }
  }

  @Test(
    "can be read in a folder that may not be written, and refuses an import there",
    .enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func readOnly() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/s.db"
    let file = try folder.file("a.tsv", Self.bytes(20, seed: 6))
    do { _ = try EventDatabase(path: path).importFile(file) }
    chmod(path, 0o444)
    chmod(folder.path, 0o555)
    defer { chmod(folder.path, 0o755) }
    #expect(try EventDatabase(reading: path).summary().rowsKept == 20)
    do {
      _ = try EventDatabase(path: path).importFile(file)
      Issue.record("imported into a folder that may not be written")
    } catch {
      #expect((error as? EventDatabaseError)?.kind == .storage)
    }
  }

  @Test("tells files apart by every byte and by length")
  func checksums() {
    func sum(_ bytes: [UInt8], step: Int) -> String {
      var sum = Checksum()
      for start in stride(from: 0, to: bytes.count, by: step) {
        bytes[start..<min(bytes.count, start + step)].withUnsafeBytes { sum.add($0) }
      }
      return sum.text
    }
    let bytes = Self.bytes(3, seed: 9)
    let whole = sum(bytes, step: bytes.count)
    for step in [1, 3, 16, 17, 100] { #expect(sum(bytes, step: step) == whole) }
    var seen: Set<String> = [whole, sum(bytes + [0], step: 64)]
    for place in bytes.indices {
      var other = bytes
      other[place] ^= 1
      seen.insert(sum(other, step: 64))
    }
    #expect(seen.count == bytes.count + 2)
  }
}
