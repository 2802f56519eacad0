internal import CLibArchive
public import Casework
import Foundation

/// A case as one file to hand over, and back.
///
/// The archive holds the files that a person writes and nothing that the program keeps for itself. What
/// comes in is taken only where it is plain files of one case, within limits, so that an archive can
/// neither write outside its folder nor fill the disk.
public enum CaseArchive {
  /// The most files that an archive may hold.
  public static let fileLimit = 2000
  /// The most bytes that its files may take together.
  public static let byteLimit = 256 << 20

  /// Packs a case folder.
  ///
  /// The same files give the same bytes.
  ///
  /// - Parameters:
  ///   - folder: The case folder.
  ///   - name: The name of the folder within the archive.
  /// - Throws: `CaseworkFailure` where a file cannot be read.
  public static func pack(_ folder: String, name: String) throws(CaseworkFailure) -> [UInt8] {
    let names = UnicodeNames()
    defer { names.end() }
    var files: [(name: String, bytes: [UInt8])] = []
    for path in try paths(in: folder) {
      guard let data = FileManager.default.contents(atPath: folder + "/" + path) else {
        throw .inputOutput("\(folder)/\(path): cannot be read")
      }
      files.append(("\(name)/\(path)", Array(data)))
    }
    let room = files.reduce(1 << 16) { $0 + $1.bytes.count + $1.bytes.count / 100 + 4096 }
    let writer = archive_write_new()
    defer { archive_write_free(writer) }
    archive_write_set_format_zip(writer)
    archive_write_set_format_option(writer, "zip", "hdrcharset", "UTF-8")
    var packed = [UInt8](repeating: 0, count: room)
    var used = 0
    let result = packed.withUnsafeMutableBytes { buffer -> Int32 in
      withUnsafeMutablePointer(to: &used) { used in
        guard
          archive_write_open_memory(writer, buffer.baseAddress, buffer.count, used) == ARCHIVE_OK
        else { return ARCHIVE_FATAL }
        for file in files {
          let entry = archive_entry_new()
          defer { archive_entry_free(entry) }
          archive_entry_set_pathname_utf8(entry, file.name)
          archive_entry_set_size(entry, Int64(file.bytes.count))
          archive_entry_set_filetype(entry, Self.plainFile)
          archive_entry_set_perm(entry, 0o644)
          archive_entry_set_mtime(entry, 315_532_800, 0)
          guard archive_write_header(writer, entry) >= ARCHIVE_WARN else { return ARCHIVE_FATAL }
          let written = file.bytes.withUnsafeBytes {
            archive_write_data(writer, $0.baseAddress, $0.count)
          }
          guard written == file.bytes.count else { return ARCHIVE_FATAL }
        }
        return archive_write_close(writer)
      }
    }
    guard result == ARCHIVE_OK else {
      throw .inputOutput("\(folder): cannot be packed (\(reason(writer)))")
    }
    return Array(packed[..<used])
  }

  /// The files of a case from an archive, by their path in the case folder.
  ///
  /// - Parameter bytes: The archive.
  /// - Throws: `CaseworkFailure` of kind `badInput` where it is no archive of one case.
  public static func unpack(_ bytes: [UInt8]) throws(CaseworkFailure) -> [(
    name: String, bytes: [UInt8]
  )] {
    let names = UnicodeNames()
    defer { names.end() }
    let reader = archive_read_new()
    defer { archive_read_free(reader) }
    archive_read_support_format_zip(reader)
    archive_read_set_format_option(reader, "zip", "hdrcharset", "UTF-8")
    var files: [(name: String, bytes: [UInt8])] = []
    var failure: CaseworkFailure?
    bytes.withUnsafeBytes { buffer in
      guard archive_read_open_memory(reader, buffer.baseAddress, buffer.count) == ARCHIVE_OK else {
        failure = .badInput("the file is no zip archive (\(reason(reader)))")
        return
      }
      var total = 0
      var entry: OpaquePointer?
      while true {
        let result = archive_read_next_header(reader, &entry)
        if result == ARCHIVE_EOF { break }
        guard result == ARCHIVE_OK || result == ARCHIVE_WARN, let entry else {
          failure = .badInput("the archive cannot be read (\(reason(reader)))")
          return
        }
        guard let text = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) else {
          failure = .badInput("the archive holds a file without a name")
          return
        }
        let path = String(cString: text)
        if archive_entry_filetype(entry) == folderKind { continue }
        guard archive_entry_filetype(entry) == plainFile, isPlain(path) else {
          failure = .badInput(
            "the archive holds '\(path.prefix(200))', which is no plain file of a case")
          return
        }
        var whole: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
          let got = piece.withUnsafeMutableBytes {
            archive_read_data(reader, $0.baseAddress, $0.count)
          }
          guard got >= 0 else {
            failure = .badInput("'\(path)' in the archive cannot be read (\(reason(reader)))")
            return
          }
          if got == 0 { break }
          total += got
          guard total <= byteLimit else {
            failure = .badInput("the archive holds more than \(byteLimit >> 20) MB")
            return
          }
          whole += piece[..<got]
        }
        files.append((path, whole))
        guard files.count <= fileLimit else {
          failure = .badInput("the archive holds more than \(fileLimit) files")
          return
        }
      }
    }
    if let failure { throw failure }
    return try withoutFolder(files)
  }

  private static let plainFile: UInt32 = 0o100000
  private static let folderKind: UInt32 = 0o040000

  /// The files with paths from the folder that holds `case.yaml`.
  private static func withoutFolder(_ files: [(name: String, bytes: [UInt8])])
    throws(CaseworkFailure) -> [(name: String, bytes: [UInt8])]
  {
    let heads = files.map(\.name).filter { $0 == "case.yaml" || $0.hasSuffix("/case.yaml") }
    guard heads.count == 1, let head = heads.first else {
      throw .badInput(
        heads.isEmpty
          ? "the archive holds no case.yaml" : "the archive holds more than one case.yaml")
    }
    let folder = String(head.dropLast("case.yaml".count))
    let kept = files.filter { $0.name.hasPrefix(folder) }
      .map { (name: String($0.name.dropFirst(folder.count)), bytes: $0.bytes) }
      .filter { !$0.name.hasPrefix(".") && !$0.name.contains("/.") }
    guard Set(kept.map(\.name)).count == kept.count else {
      throw .badInput("the archive holds a file twice")
    }
    return kept
  }

  /// Whether a path leads to a file below a folder and nowhere else.
  private static func isPlain(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return !path.hasPrefix("/") && !path.contains("\\")
      && !path.unicodeScalars.contains { $0.value < 0x20 }
      && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." } && path.utf8.count <= 500
  }

  /// The plain files of a folder in alphabetical order; hidden ones and links are left out.
  private static func paths(in folder: String) throws(CaseworkFailure) -> [String] {
    guard let all = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
      throw .inputOutput("\(folder): cannot be read")
    }
    return all.sorted().filter { path in
      guard !path.hasPrefix("."), !path.contains("/.") else { return false }
      let about = try? FileManager.default.attributesOfItem(atPath: folder + "/" + path)
      return about?[.type] as? FileAttributeType == .typeRegular
    }
  }

  private static func reason(_ archive: OpaquePointer?) -> String {
    archive_error_string(archive).map { String(cString: $0) } ?? "no reason given"
  }
}

/// For its time names of files are Unicode on this thread, which libarchive asks of the locale.
private struct UnicodeNames {
  private let own = newlocale(1 << LC_CTYPE, "C.UTF-8", nil)
  private let former: locale_t?

  init() { former = own == nil ? nil : uselocale(own) }

  func end() {
    guard let own else { return }
    uselocale(former)
    freelocale(own)
  }
}

extension Workspace {
  /// Makes a case of an archive.
  ///
  /// - Parameters:
  ///   - archive: The archive.
  ///   - name: The name of the case.
  /// - Throws: `CaseworkFailure` where the archive or the name cannot be used; then nothing is made.
  public func bring(_ archive: [UInt8], named name: String) throws(CaseworkFailure) {
    let folder = try newFolder(named: name)
    let files = try CaseArchive.unpack(archive)
    try place(files, into: folder)
  }
}
