/// What a file is that no reader of text can read, told by its first bytes.
package struct ForeignContent: Hashable, Sendable {
  /// What it is, in words, with an article.
  package let kind: String
  /// What to do.
  package let fix: String

  /// Judges the first bytes of a file; nothing where they may be text.
  ///
  /// - Parameters:
  ///   - head: The bytes, the first 64 of which are looked at.
  ///   - unpacks: Whether the reader unpacks gzip and zip, so that they are not foreign to it.
  package init?(_ head: some Collection<UInt8>, unpacks: Bool = true) {
    let bytes = Array(head.prefix(64))
    guard
      let found = (Self.known + (unpacks ? [] : Self.packed))
        .first(where: { bytes.starts(with: $0.start) }) ?? Self.written(bytes)
    else { return nil }
    kind = found.kind
    fix = found.fix
  }

  /// The error about a file of this kind.
  package func failure(_ name: String) -> InputError {
    InputError(.malformed, file: name, what: "is \(kind)", fix: fix)
  }

  private struct Known: Sendable {
    let start: [UInt8]
    let kind: String
    let fix: String

    init(_ start: [UInt8], _ kind: String, _ fix: String) {
      self.start = start
      self.kind = kind
      self.fix = fix
    }

    init(_ start: String, _ kind: String, _ fix: String) {
      self.init(Array(start.utf8), kind, fix)
    }
  }

  private static let recode = "save it as UTF-8, for instance with iconv -f UTF-16 -t UTF-8"

  private static let packed: [Known] = [
    Known([0x1F, 0x8B], "compressed with gzip", "unpack it with gunzip"),
    Known("PK\u{3}\u{4}", "a zip archive", "unpack it with unzip"),
    Known("PK\u{5}\u{6}", "an empty zip archive", "name another file"),
  ]

  private static let known: [Known] = [
    Known([0xFF, 0xFE, 0, 0], "written in UTF-32", "save it as UTF-8"),
    Known([0xFF, 0xFE], "written in UTF-16", recode),
    Known([0xFE, 0xFF], "written in UTF-16", recode),
    Known("BZh", "compressed with bzip2", "unpack it with bunzip2"),
    Known([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "compressed with xz", "unpack it with unxz"),
    Known([0x28, 0xB5, 0x2F, 0xFD], "compressed with zstd", "unpack it with unzstd"),
    Known([0x04, 0x22, 0x4D, 0x18], "compressed with lz4", "unpack it with unlz4"),
    Known([0x1F, 0x9D], "compressed with compress", "unpack it with uncompress"),
    Known([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive", "unpack it with 7z x"),
    Known("Rar!", "a RAR archive", "unpack it"),
    Known("SQLite format 3\0", "an SQLite database", "name it as the store, not as a file to read"),
    Known("PAR1", "a Parquet file", "write it as CSV first"),
    Known("ARROW1", "an Arrow file", "write it as CSV first"),
    Known("RDX", "an R workspace", "write the table as CSV first, as with write.csv"),
    Known("X\n\0\0", "an R object", "write the table as CSV first, as with write.csv"),
    Known("<stata_dta>", "a Stata file", "write it as CSV first"),
    Known("$FL2", "an SPSS file", "write it as CSV first"),
    Known("%PDF", "a PDF document", "copy its table into a CSV file"),
    Known([0xD0, 0xCF, 0x11, 0xE0], "an old Excel or Word file", "save it as CSV"),
    Known([0x89, 0x50, 0x4E, 0x47], "a PNG picture", "name another file"),
    Known([0xFF, 0xD8, 0xFF], "a JPEG picture", "name another file"),
    Known([0x7F, 0x45, 0x4C, 0x46], "a program", "name another file"),
  ]

  private static let page = "a page of the web, and no data"

  /// Whether it is a page of the web.
  var isPage: Bool { kind == Self.page }

  /// UTF-16 without a mark, and pages of the web.
  private static func written(_ bytes: [UInt8]) -> Known? {
    if bytes.count >= 16 {
      let pairs = stride(from: 0, to: bytes.count - 1, by: 2)
      let total = bytes.count / 2
      let low = pairs.count { bytes[$0] != 0 && bytes[$0 + 1] == 0 }
      let high = pairs.count { bytes[$0] == 0 && bytes[$0 + 1] != 0 }
      if max(low, high) * 10 >= total * 9 { return Known([], "written in UTF-16", recode) }
    }
    let start = String(decoding: bytes.drop { $0 <= 0x20 }.prefix(15), as: UTF8.self).lowercased()
    if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") {
      return Known([], page, "fetch the file itself, not its page")
    }
    return nil
  }
}
