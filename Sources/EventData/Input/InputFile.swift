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

  func openRaw() throws(InputError) -> FileStream {
    isStandardInput ? FileStream(standardInputNamed: name) : try FileStream(path: path)
  }

  /// Decompresses a stream where its first bytes say that it is compressed.
  static func unwrap(_ stream: any ByteStream, name: String) throws(InputError) -> any ByteStream {
    let head = try stream.readAhead(4)
    let whole = PrefixedStream(head, then: stream)
    if isGzip(head) { return GzipStream(whole, name: name) }
    if head == [0x50, 0x4B, 0x03, 0x04] { return ZipMemberStream(whole, name: name) }
    if head == [0x50, 0x4B, 0x05, 0x06] {
      throw InputError(
        .malformed, file: name, what: "is an empty zip archive", fix: "fetch the file again")
    }
    return whole
  }

  static func isGzip(_ head: [UInt8]) -> Bool { head.starts(with: [0x1F, 0x8B]) }

  /// The files that arguments name: files, folders, patterns, and a hyphen for standard input.
  ///
  /// Folders and patterns are read in the order of their names, so that two runs read alike. In a
  /// folder, hidden files are passed over.
  ///
  /// - Throws: ``InputError`` where an argument names nothing.
  public static func expand(_ arguments: [String]) throws(InputError) -> [InputFile] {
    var files: [InputFile] = []
    for argument in arguments {
      if argument == "-" {
        files.append(InputFile(path: argument))
        continue
      }
      var status = stat()
      if stat(argument, &status) == 0 {
        if status.st_mode & S_IFMT == S_IFDIR {
          files += try folder(argument).map(InputFile.init(path:))
        } else {
          files.append(InputFile(path: argument))
        }
      } else {
        let matches = pattern(argument)
        guard !matches.isEmpty else {
          throw InputError(
            .missing, file: argument, what: "no such file, folder or pattern",
            fix: "check the path")
        }
        files += matches.map(InputFile.init(path:))
      }
    }
    return files
  }

  private static func folder(_ path: String) throws(InputError) -> [String] {
    guard let handle = opendir(path) else { throw FileStream.failure(path, errno) }
    defer { closedir(handle) }
    var found: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      let full = path.hasSuffix("/") ? path + name : path + "/" + name
      var status = stat()
      guard stat(full, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        found += try folder(full)
      } else if status.st_mode & S_IFMT == S_IFREG {
        found.append(full)
      }
    }
    return found.sorted()
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
