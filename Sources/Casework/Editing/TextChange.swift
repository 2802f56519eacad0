/// A change of one file of a case: some text in the place of other text.
///
/// The place is kept as a line and found again by the text itself, so that a change can be taken
/// back after other lines were added or taken away.
public struct TextChange: Hashable, Sendable, Codable {
  /// The file within the case folder.
  public let file: String
  /// The line on which the change starts, counted from one.
  public let line: Int
  /// What stood there; empty where text was added.
  public let before: String
  /// What stands there now; empty where text was taken away.
  public let after: String
  /// What stood before it on the line above, by which the place of text that was taken away is found.
  public let above: String

  /// Makes a change.
  public init(file: String, line: Int, before: String, after: String, above: String) {
    self.file = file
    self.line = line
    self.before = before
    self.after = after
    self.above = above
  }

  /// The change that takes this one back.
  public var reversed: TextChange {
    TextChange(file: file, line: line, before: after, after: before, above: above)
  }

  /// The change as lines: those taken away and those put in.
  public var difference: [(isAdded: Bool, text: String)] {
    func lines(_ text: String) -> [String] {
      text.isEmpty
        ? []
        : text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    }
    let old = before.hasSuffix("\n") ? lines(before).dropLast() : lines(before)[...]
    let new = after.hasSuffix("\n") ? lines(after).dropLast() : lines(after)[...]
    return old.map { (false, $0) } + new.map { (true, $0) }
  }
}

extension TextChange {
  /// The bytes of a file after the change, or nothing where its place is not found.
  ///
  /// - Parameter bytes: The file as it is now.
  func applied(to bytes: [UInt8]) -> [UInt8]? {
    let starts = Self.lineStarts(of: bytes)
    let old = Array(before.utf8)
    let place: Int
    if old.isEmpty {
      guard let found = insertion(in: bytes, starts) else { return nil }
      place = found
    } else {
      guard let found = Self.nearest(old, in: bytes, starts, to: line) else { return nil }
      place = found
    }
    return Array(bytes[..<place]) + Array(after.utf8) + Array(bytes[(place + old.count)...])
  }

  /// Where text is put in: after the line that stood above, else at the line of old.
  private func insertion(in bytes: [UInt8], _ starts: [Int]) -> Int? {
    let above = Array(self.above.utf8)
    guard !above.isEmpty else { return line - 1 < starts.count ? starts[max(0, line - 1)] : nil }
    guard let found = Self.nearest(above, in: bytes, starts, to: line - 1) else {
      return bytes.count
    }
    return found + above.count
  }

  /// The start of the line nearest to a number at which some bytes stand.
  private static func nearest(
    _ wanted: [UInt8], in bytes: [UInt8], _ starts: [Int], to line: Int
  ) -> Int? {
    var best: (distance: Int, place: Int)?
    for (number, start) in starts.enumerated() where start + wanted.count <= bytes.count {
      guard bytes[start] == wanted[0] else { continue }
      let distance = abs(number + 1 - line)
      if let best, best.distance <= distance { continue }
      if bytes[start..<start + wanted.count].elementsEqual(wanted) { best = (distance, start) }
    }
    return best?.place
  }

  /// The offsets at which lines start, a mark of byte order passed over.
  private static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A && offset + 1 < bytes.count {
      starts.append(offset + 1)
    }
    return starts
  }
}
