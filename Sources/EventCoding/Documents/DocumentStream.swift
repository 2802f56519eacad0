public import Diplomacy
public import EventData

/// The texts of some files in their order.
///
/// JSON Lines are read line by line; any other file is held whole, and must not be longer than
/// 64 MiB, or 16 MiB where it is a page or a feed, whose tree takes some twelve times its length.
public final class DocumentStream {
  /// The longest file that is held whole, in bytes: of plain text, and of marked-up text.
  static let longestFile = 64 << 20
  static let longestTree = 16 << 20

  private var files: ArraySlice<InputFile>
  private let stated: DocumentFormat?
  private let published: Day?
  private var lines: (reader: LineReader, name: String)?
  private var waiting: ArraySlice<NewsDocument> = []
  /// What was passed over so far.
  public private(set) var skipped: [SkippedInput] = []

  /// Makes a stream.
  ///
  /// - Parameters:
  ///   - files: The files.
  ///   - format: Their form, where the user states it.
  ///   - published: The day of publication of texts that do not say.
  public init(_ files: [InputFile], format: DocumentFormat? = nil, published: Day? = nil) {
    self.files = files[...]
    stated = format
    self.published = published
  }

  /// Makes a stream over the bytes of one file.
  ///
  /// - Parameters:
  ///   - bytes: What the file holds.
  ///   - name: The name by which it is told of.
  ///   - format: Its form; told from name and content unless stated.
  ///   - published: The day of publication of texts that do not say.
  /// - Throws: `InputError` where the bytes cannot be read.
  public init(
    bytes: [UInt8], name: String, format: DocumentFormat? = nil, published: Day? = nil
  ) throws(InputError) {
    files = []
    stated = format
    self.published = published
    try open(MemoryStream(bytes), name)
  }

  /// The next text, or nothing at the end.
  ///
  /// - Throws: `InputError` where a file cannot be read at all; what is wrong within a file is
  ///   passed over and noted in ``skipped``.
  public func next() throws(InputError) -> NewsDocument? {
    while true {
      if let document = waiting.popFirst() { return dated(document) }
      if let lines {
        if let document = try line(lines.reader, lines.name) { return dated(document) }
        self.lines = nil
        continue
      }
      guard let file = files.popFirst() else { return nil }
      try open(try file.openDocument(), file.name)
    }
  }

  private func dated(_ document: NewsDocument) -> NewsDocument {
    guard document.published == nil, let published else { return document }
    var document = document
    document.published = published
    return document
  }

  private func open(_ stream: any ByteStream, _ name: String) throws(InputError) {
    let head = try stream.readAhead(4096)
    let whole = RejoinedStream(head, then: stream)
    let format = stated ?? DocumentFormat.of(name: name, head: head)
    guard format != .jsonl else {
      lines = (LineReader(whole), name)
      return
    }
    let longest = format == .text ? Self.longestFile : Self.longestTree
    let bytes = try whole.readAhead(longest + 1)
    guard bytes.count <= longest else {
      skipped.append(
        SkippedInput(
          file: name,
          reason: "longer than \(longest >> 20) MiB; cut it into parts, or write its texts as "
            + "JSON Lines, which may be of any length"))
      return
    }
    switch format {
    case .text: waiting = [PlainText.document(bytes, name: name)]
    case .html: waiting = [WebPage.document(bytes, name: name)]
    case .feed:
      let feed = NewsFeed.documents(bytes, name: name)
      waiting = feed.documents[...]
      if let fault = feed.fault { skipped.append(SkippedInput(file: name, reason: fault)) }
    case .jsonl: break
    }
    for document in waiting where document.text.isEmpty {
      skipped.append(SkippedInput(file: name, reason: "holds no text"))
    }
    waiting.removeAll { $0.text.isEmpty }
  }

  private func line(_ reader: LineReader, _ name: String) throws(InputError) -> NewsDocument? {
    while let line = try reader.next() {
      guard let bytes = line.bytes else {
        note(name, line.number, "the line is longer than \(LineReader.longestLine >> 20) MiB")
        continue
      }
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      do throws(JSONFields.Fault) {
        return try document(bytes, name, line.number)
      } catch {
        note(name, line.number, error.reason)
      }
    }
    return nil
  }

  private func note(_ file: String, _ line: Int, _ reason: String) {
    skipped.append(SkippedInput(file: file, line: line, reason: reason))
  }

  private func document(
    _ bytes: [UInt8], _ name: String, _ line: Int
  ) throws(JSONFields.Fault) -> NewsDocument {
    let fields = try bytes.withUnsafeBufferPointer { bytes throws(JSONFields.Fault) in
      try JSONFields(bytes, wanted: Self.wanted)
    }
    guard let text = fields.texts["text"] else {
      throw JSONFields.Fault(reason: "the object has no \"text\"")
    }
    var published: Day?
    if let date = fields.texts["date"], !date.isEmpty {
      published = Day(date.prefix(10))
      guard published != nil else {
        throw JSONFields.Fault(reason: "'\(date.prefix(40))' is no date; write 2025-06-30")
      }
    }
    return NewsDocument(
      id: fields.texts["id"] ?? "\(name):\(line)", published: published, text: text,
      publisher: fields.texts["publisher"] ?? "", title: fields.texts["title"] ?? "",
      url: fields.texts["url"] ?? "")
  }

  private static let wanted: Set<String> = ["id", "date", "text", "url", "publisher", "title"]
}

/// Bytes read ahead, then the rest of a stream.
private final class RejoinedStream: ByteStream {
  private var head: ArraySlice<UInt8>
  private let rest: any ByteStream

  init(_ head: [UInt8], then rest: any ByteStream) {
    self.head = head[...]
    self.rest = rest
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    guard !head.isEmpty else { return try rest.read(into: buffer) }
    let count = min(buffer.count, head.count)
    buffer.copyBytes(from: head.prefix(count))
    head = head.dropFirst(count)
    return count
  }
}
