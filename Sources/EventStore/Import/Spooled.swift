import Diplomacy
import EventData
import Foundation

/// A file with its checksum, standard input and pipes copied to a temporary file first.
///
/// The checksum must be known before the first row is stored, and a pipe is read but once.
final class Spooled {
  let file: InputFile
  let checksum: String
  let bytes: Int
  private let temporary: String?

  init(_ original: InputFile) throws {
    var sum = Checksum()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
    defer { buffer.deallocate() }
    let stream =
      original.isStandardInput
      ? FileStream(standardInputNamed: original.name) : try FileStream(path: original.path)
    guard original.isStandardInput || stream.size == nil else {
      file = original
      temporary = nil
      while case let got = try stream.read(into: buffer), got > 0 {
        sum.add(UnsafeRawBufferPointer(rebasing: buffer[..<got]))
      }
      checksum = sum.text
      bytes = sum.count
      return
    }
    let path = NSTemporaryDirectory() + "demarche-\(UUID().uuidString).input"
    temporary = path
    file = InputFile(path: path)
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else {
      throw InputError(
        .unreadable, file: original.name, what: "cannot be copied to \(path)",
        fix: "set TMPDIR to a folder that may be written")
    }
    while case let got = try stream.read(into: buffer), got > 0 {
      sum.add(UnsafeRawBufferPointer(rebasing: buffer[..<got]))
      do {
        try handle.write(contentsOf: Data(buffer[..<got]))
      } catch {
        throw InputError(
          .unreadable, file: original.name, what: "cannot be copied to \(path): \(error)",
          fix: "make room, or set TMPDIR to another folder")
      }
    }
    try handle.close()
    checksum = sum.text
    bytes = sum.count
  }

  deinit { if let temporary { try? FileManager.default.removeItem(atPath: temporary) } }

  /// An error about the copy told as one about the original.
  func renamed(_ error: any Error, _ name: String) -> any Error {
    guard temporary != nil, let error = error as? InputError else { return error }
    return InputError(
      error.kind, file: name, line: error.problem.line, what: error.problem.what,
      fix: error.problem.fix)
  }
}
