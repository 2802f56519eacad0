#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One file to be read, as the user named it.
public struct InputFile: Hashable, Sendable {
  /// The path; a hyphen stands for standard input.
  public let path: String

  /// Makes an input of a path.
  public init(path: String) { self.path = path }

  /// The name for errors and reports.
  public var name: String { path == "-" ? "<stdin>" : path }

  /// Whether the file is standard input.
  public var isStandardInput: Bool { path == "-" }

  /// Opens the file, decompressing gzip and zip by their first bytes.
  ///
  /// - Throws: ``InputError`` where the file is missing or unreadable.
  public func open() throws(InputError) -> any ByteStream {
    try Self.unwrap(try openRaw(), name: name)
  }

  /// Opens the file for readers of running text, which take the pages of the web that readers of
  /// event data refuse.
  package func openDocument() throws(InputError) -> any ByteStream {
    let stream = try openRaw()
    let head = try stream.readAhead(64)
    let whole = PrefixedStream(head, then: stream)
    if Self.isGzip(head) { return GzipStream(whole, name: name) }
    if let kind = ForeignContent(head), !kind.isPage { throw kind.failure(name) }
    return whole
  }

  func openRaw() throws(InputError) -> FileStream {
    isStandardInput ? FileStream(standardInputNamed: name) : try FileStream(path: path)
  }

  /// The file again, where it can be opened more than once.
  var reopening: InputFile? {
    guard !isStandardInput else { return nil }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return self
  }

  /// Decompresses a stream where its first bytes say that it is compressed.
  static func unwrap(_ stream: any ByteStream, name: String) throws(InputError) -> any ByteStream {
    let head = try stream.readAhead(64)
    let whole = PrefixedStream(head, then: stream)
    if isGzip(head) { return try plain(GzipStream(whole, name: name), name: name) }
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      return try plain(ZipMemberStream(whole, name: name), name: name)
    }
    if head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      throw InputError(
        .malformed, file: name, what: "is an empty zip archive", fix: "fetch the file again")
    }
    if let kind = ForeignContent(head) { throw kind.failure(name) }
    return whole
  }

  /// The content of an archive, where it is no archive or foreign file again.
  private static func plain(
    _ stream: any ByteStream, name: String
  ) throws(InputError) -> any ByteStream {
    let head = try stream.readAhead(64)
    let isPacked = isGzip(head) || head.starts(with: [0x50, 0x4B, 0x03, 0x04])
    if isPacked {
      throw InputError(
        .malformed, file: name, what: "is packed twice", fix: "unpack it once and try again")
    }
    if let kind = ForeignContent(head) { throw kind.failure(name) }
    return PrefixedStream(head, then: stream)
  }

  static func isGzip(_ head: [UInt8]) -> Bool { head.starts(with: [0x1F, 0x8B]) }

  /// The files that arguments name: files, folders, patterns, and a hyphen for standard input.
  ///
  /// Folders and patterns are read in the order of their names, so that two runs read alike. In a
  /// folder, hidden files are passed over. A file that is reached by two ways, by a link or because
  /// two arguments name it, is read once.
  ///
  /// - Throws: ``InputError`` where an argument names nothing, or a device.
  public static func expand(_ arguments: [String]) throws(InputError) -> [InputFile] {
    var found = FolderWalk()
    for argument in arguments {
      if argument == "-" {
        found.take(standardInput: argument)
        continue
      }
      var status = stat()
      if stat(argument, &status) == 0 {
        try found.take(argument, status)
        continue
      }
      let matches = pattern(argument)
      guard !matches.isEmpty else {
        throw InputError(
          .missing, file: argument, what: "no such file, folder or pattern",
          fix: "check the path")
      }
      for match in matches where stat(match, &status) == 0 { try found.take(match, status) }
    }
    return found.files
  }

  private static func pattern(_ text: String) -> [String] {
    var result = glob_t()
    defer { globfree(&result) }
    guard glob(text, 0, nil, &result) == 0 else { return [] }
    return (0..<Int(result.gl_pathc)).compactMap { index in
      result.gl_pathv[index].map { String(cString: $0) }
    }
  }
}
