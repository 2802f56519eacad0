import EventData
import Foundation
import TestSupport
import Testing

/// Compressed data made by other programs, in base 64.
private enum Packed {
  /// "hello\nworld\n" by gzip.
  static let gzip = "H4sIAAAAAAACA8tIzcnJ5yrPL8pJ4QIA/13FxAwAAAA="
  /// The member a.txt with "hello\nworld\n", deflated, by Python's zipfile.
  static let zip =
    "UEsDBBQAAAAIAAAAIVD/XcXEDgAAAAwAAAAFAAAAYS50eHTLSM3Jyecqzy/KSeECAFBLAQIUAxQAAAAI"
    + "AAAAIVD/XcXEDgAAAAwAAAAFAAAAAAAAAAAAAACAAQAAAABhLnR4dFBLBQYAAAAAAQABADMAAAAxAAAA"
    + "AAA="
  /// Two members, a.txt and b.txt.
  static let twoMembers =
    "UEsDBBQAAAAIAAAAIVD/XcXEDgAAAAwAAAAFAAAAYS50eHTLSM3Jyecqzy/KSeECAFBLAwQUAAAACAAA"
    + "ACFQ/13FxA4AAAAMAAAABQAAAGIudHh0y0jNycnnKs8vyknhAgBQSwECFAMUAAAACAAAACFQ/13FxA4A"
    + "AAAMAAAABQAAAAAAAAAAAAAAgAEAAAAAYS50eHRQSwECFAMUAAAACAAAACFQ/13FxA4AAAAMAAAABQAA"
    + "AAAAAAAAAAAAgAExAAAAYi50eHRQSwUGAAAAAAIAAgBmAAAAYgAAAAAA"
  /// A member named ../a.txt.
  static let climbing =
    "UEsDBBQAAAAIAAAAIVD/XcXEDgAAAAwAAAAIAAAALi4vYS50eHTLSM3Jyecqzy/KSeECAFBLAQIUAxQA"
    + "AAAIAAAAIVD/XcXEDgAAAAwAAAAIAAAAAAAAAAAAAACAAQAAAAAuLi9hLnR4dFBLBQYAAAAAAQABADYA"
    + "AAA0AAAAAAA="
  /// The member a.txt, stored.
  static let stored =
    "UEsDBBQAAAAAAAAAIVD/XcXEDAAAAAwAAAAFAAAAYS50eHRoZWxsbwp3b3JsZApQSwECFAMUAAAAAAAA"
    + "ACFQ/13FxAwAAAAMAAAABQAAAAAAAAAAAAAAgAEAAAAAYS50eHRQSwUGAAAAAAEAAQAzAAAALwAAAAAA"
  /// The member a.txt, deflated, its sizes only in the descriptor behind it.
  static let streamed =
    "UEsDBBQACAAIAAAAIVAAAAAAAAAAAAAAAAAFAAAAYS50eHTLSM3Jyecqzy/KSeECAFBLBwj/XcXEDgAA"
    + "AAwAAABQSwECFAMUAAgACAAAACFQ/13FxA4AAAAMAAAABQAAAAAAAAAAAAAAgAEAAAAAYS50eHRQSwUG"
    + "AAAAAAEAAQAzAAAAQQAAAAAA"

  static func bytes(_ text: String) -> [UInt8] { [UInt8](Data(base64Encoded: text) ?? Data()) }
}

@Suite("Compressed input")
struct CompressionTests {
  private func content(_ stream: any ByteStream, step: Int = 5) throws -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: step)
    while true {
      let got = try buffer.withUnsafeMutableBytes { try stream.read(into: $0) }
      if got == 0 { break }
      bytes += buffer[..<got]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func zipped(_ bytes: [UInt8]) throws -> String {
    try content(ZipMemberStream(MemoryStream(bytes), name: "a.zip"))
  }

  @Test("is read through gzip, member after member and over padding")
  func gzip() throws {
    let one = Packed.bytes(Packed.gzip)
    #expect(try content(GzipStream(MemoryStream(one), name: "a")) == "hello\nworld\n")
    let two = one + one + [0, 0, 0]
    #expect(
      try content(GzipStream(MemoryStream(two), name: "a")) == "hello\nworld\nhello\nworld\n")
  }

  @Test("is refused where gzip is cut short at any byte", arguments: 3..<32)
  func truncated(length: Int) {
    let bytes = Packed.bytes(Packed.gzip).prefix(length)
    do {
      _ = try content(GzipStream(MemoryStream(bytes), name: "a.gz"))
      Issue.record("read without complaint")
    } catch {
      let failure = error as? InputError
      #expect(failure?.kind == .malformed)
      #expect(failure?.description.contains("a.gz") == true)
    }
  }

  @Test("is refused where gzip is damaged or followed by something else")
  func damaged() {
    var bytes = Packed.bytes(Packed.gzip)
    bytes[bytes.count - 6] ^= 0xFF
    #expect(throws: InputError.self) { try content(GzipStream(MemoryStream(bytes), name: "a")) }
    let more = Packed.bytes(Packed.gzip) + Array("more".utf8)
    #expect(throws: InputError.self) { try content(GzipStream(MemoryStream(more), name: "a")) }
  }

  @Test("is read through zip, deflated, stored or streamed")
  func zip() throws {
    for text in [Packed.zip, Packed.stored, Packed.streamed] {
      #expect(try zipped(Packed.bytes(text)) == "hello\nworld\n")
    }
  }

  @Test("is refused where a zip has two members, a climbing path or a wrong checksum")
  func badZip() {
    func reason(_ bytes: [UInt8]) -> String {
      do {
        return try zipped(bytes)
      } catch {
        return "\(error)"
      }
    }
    #expect(reason(Packed.bytes(Packed.twoMembers)).contains("more than one member"))
    #expect(reason(Packed.bytes(Packed.climbing)).contains("leaves its folder: '../a.txt'"))
    var wrong = Packed.bytes(Packed.zip)
    wrong[14] ^= 1
    #expect(reason(wrong).contains("checksum"))
    #expect(reason(Array(Packed.bytes(Packed.zip).prefix(40))).contains("cut short"))
  }

  @Test("is told by its content, whatever the name")
  func detection() throws {
    let folder = try TemporaryFolder()
    let gzip = try folder.file("plain.txt", Packed.bytes(Packed.gzip))
    #expect(try content(gzip.open()) == "hello\nworld\n")
    let zip = try folder.file("other.tsv", Packed.bytes(Packed.zip))
    #expect(try content(zip.open()) == "hello\nworld\n")
    let plain = try folder.file("x.gz", Array("plain".utf8))
    #expect(try content(plain.open()) == "plain")
  }

  @Test("is found in folders and by patterns, in the order of names")
  func expansion() throws {
    let folder = try TemporaryFolder()
    for name in ["b.tsv", "a.tsv", "c.csv", ".hidden"] { _ = try folder.file(name, []) }
    let all = try InputFile.expand([folder.path])
    #expect(all.map { ($0.path as NSString).lastPathComponent } == ["a.tsv", "b.tsv", "c.csv"])
    let some = try InputFile.expand([folder.path + "/*.tsv", "-"])
    #expect(some.count == 3)
    #expect(some.last?.isStandardInput == true)
    do {
      _ = try InputFile.expand([folder.path + "/none*"])
      Issue.record("found nothing without complaint")
    } catch {
      #expect(error.kind == .missing)
    }
  }
}
