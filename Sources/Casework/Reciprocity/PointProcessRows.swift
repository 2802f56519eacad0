import Foundation

/// The rows of a table of events, read from its bytes.
struct PointProcessRows {
  let path: String
  private(set) var times: [Double] = []
  private(set) var type: [Int] = []
  private(set) var marks: [Double] = []
  private(set) var lines: [Int] = []
  /// The names of the types in the order in which they first appear.
  private(set) var labels: [String] = []
  /// The line that was read last, counted from one.
  private(set) var line = 0

  private var spellings: [[UInt8]] = []
  private var timeColumn = 0
  private var typeColumn = 0
  private var markColumn: Int?
  private var width = 0

  /// Whether there is a column of marks.
  var hasMarks: Bool { markColumn != nil }

  init(path: String) { self.path = path }

  private func failure(_ what: String) -> CaseworkFailure {
    .badInput("\(path):\(max(1, line)): \(what)")
  }

  /// Reads header and rows.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      let following = end + 1
      if end > start, bytes[end - 1] == 0x0D { end -= 1 }
      line += 1
      let content = UnsafeBufferPointer(rebasing: bytes[start..<end])
      start = following
      if content.isEmpty { continue }
      if width == 0 { try header(content) } else { try row(content) }
    }
    if width == 0 { throw failure("the file is empty; it needs the columns time and type") }
  }

  private mutating func header(_ content: UnsafeBufferPointer<UInt8>) throws {
    let names = try quoted(content).map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
    guard let time = names.firstIndex(of: "time"), let type = names.firstIndex(of: "type") else {
      throw failure(
        "the header is '\(names.joined(separator: ",").prefix(80))'; it needs the columns time and type, parted by commas"
      )
    }
    timeColumn = time
    typeColumn = type
    markColumn = names.firstIndex(of: "mark")
    width = names.count
  }

  private mutating func row(_ content: UnsafeBufferPointer<UInt8>) throws {
    var column = 0
    var start = 0
    var time: Range<Int> = 0..<0
    var label: Range<Int> = 0..<0
    var mark: Range<Int> = 0..<0
    for place in 0...content.count {
      if place < content.count {
        let byte = content[place]
        if byte == 0x22 { return try quotedRow(content) }
        if byte != 0x2C { continue }
      }
      if column == timeColumn { time = start..<place }
      if column == typeColumn { label = start..<place }
      if column == markColumn { mark = start..<place }
      column += 1
      start = place + 1
    }
    try note(
      column, time: UnsafeBufferPointer(rebasing: content[time]),
      label: UnsafeBufferPointer(rebasing: content[label]),
      mark: UnsafeBufferPointer(rebasing: content[mark]))
  }

  /// A row with quotation marks: rare, and taken apart with care.
  private mutating func quotedRow(_ content: UnsafeBufferPointer<UInt8>) throws {
    let fields = try quoted(content).map { Array($0.utf8) }
    func field(_ column: Int?) -> [UInt8] {
      column.flatMap { fields.indices.contains($0) ? fields[$0] : nil } ?? []
    }
    try field(timeColumn).withUnsafeBufferPointer { time in
      try field(typeColumn).withUnsafeBufferPointer { label in
        try field(markColumn).withUnsafeBufferPointer { mark in
          try note(fields.count, time: time, label: label, mark: mark)
        }
      }
    }
  }

  private func quoted(_ content: UnsafeBufferPointer<UInt8>) throws -> [String] {
    guard content.count(where: { $0 == 0x22 }) % 2 == 0 else {
      throw failure("a quotation mark is opened and not closed")
    }
    return DelimitedFields.split(ArraySlice(content), by: 0x2C)
  }

  private mutating func note(
    _ count: Int, time: UnsafeBufferPointer<UInt8>, label: UnsafeBufferPointer<UInt8>,
    mark: UnsafeBufferPointer<UInt8>
  ) throws {
    guard count == width else {
      throw failure(
        "\(count) \(count == 1 ? "field" : "fields") where the header has \(width); fix the row")
    }
    times.append(try number(time, "time"))
    type.append(try index(of: label))
    if markColumn != nil {
      let weight = try number(mark, "mark")
      guard weight >= 0 else { throw failure("the mark \(weight) is below 0; marks are weights") }
      marks.append(weight)
    }
    lines.append(line)
  }

  private func number(_ bytes: UnsafeBufferPointer<UInt8>, _ name: String) throws -> Double {
    if let value = DecimalNumber.value(bytes) { return value }
    let text = String(decoding: bytes, as: UTF8.self)
    let trimmed = text.trimmingCharacters(in: .whitespaces)
    if let value = Double(trimmed), value.isFinite { return value }
    throw failure(
      trimmed.isEmpty
        ? "the \(name) is empty; give a number or drop the row"
        : "the \(name) '\(text.prefix(40))' is not a number; write one as in 12.5")
  }

  private mutating func index(of label: UnsafeBufferPointer<UInt8>) throws -> Int {
    for index in spellings.indices {
      let known = spellings[index]
      if known.count == label.count, known.elementsEqual(label) { return index }
    }
    guard !label.isEmpty else { throw failure("the type is empty; name it or drop the row") }
    guard labels.count < PointProcessFile.mostTypes else {
      throw failure(
        "'\(String(decoding: label, as: UTF8.self).prefix(40))' is type number \(labels.count + 1); at most \(PointProcessFile.mostTypes) are fitted, so name the column of types 'type' and join rare ones"
      )
    }
    guard let text = String(validating: label, as: UTF8.self) else {
      throw failure("the type is not written in UTF-8; save the file as UTF-8")
    }
    guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      throw failure("the type holds a control character; write it in plain characters")
    }
    spellings.append(Array(label))
    labels.append(text)
    return labels.count - 1
  }
}
