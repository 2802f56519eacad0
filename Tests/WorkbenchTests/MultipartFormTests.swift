import Foundation
import TestSupport
import Testing

@testable import Workbench

@Suite("A form with files")
struct MultipartFormTests {
  private static func body(_ parts: [(head: String, bytes: [UInt8])], _ mark: String) -> [UInt8] {
    parts.flatMap { part in
      Array("--\(mark)\r\nContent-Disposition: form-data; \(part.head)\r\n\r\n".utf8) + part.bytes
        + [0x0D, 0x0A]
    } + Array("--\(mark)--\r\n".utf8)
  }

  @Test("gives back any bytes", arguments: 0..<40)
  func anyBytes(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    let bytes = (0..<(seed * 13)).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1
      let byte = UInt8(truncatingIfNeeded: state >> 56)
      return byte % 5 == 0 ? [0x0D, 0x0A, 0x2D][Int(byte / 5) % 3] : byte
    }
    let form = try MultipartForm(
      Self.body(
        [
          ("name=\"name\"", Array("a case".utf8)),
          ("name=\"archive\"; filename=\"x.zip\"\r\nContent-Type: application/zip", bytes),
          ("name=\"empty\"", []),
        ], "mark42"), boundary: "mark42")
    #expect(form["name"] == "a case" && form["empty"] == "")
    #expect(form.file("archive")?.bytes == bytes && form.file("archive")?.file == "x.zip")
  }

  @Test("that is broken is refused")
  func broken() throws {
    let whole = Self.body([("name=\"a\"; filename=\"b\"", [1, 2, 3])], "m")
    for count in 0..<(whole.count - 4) {
      #expect(throws: Fault.self) { try MultipartForm(Array(whole.prefix(count)), boundary: "m") }
    }
    #expect(throws: Fault.self) { try MultipartForm(whole, boundary: "other") }
    #expect(throws: Fault.self) { try MultipartForm(whole, boundary: "") }
  }
}
