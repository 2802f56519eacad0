import Foundation

/// An entry of `assertions.yaml` as its lines.
public struct AssertionEntry: Hashable, Sendable {
  /// The id.
  public let id: String
  /// The lines of the entry with their line breaks.
  public let text: String
  /// The line on which it starts, counted from one.
  public let line: Int
}

extension CaseEditor {
  private static let assertions = "assertions.yaml"

  /// The lines of an assertion.
  ///
  /// - Throws: ``EditFailure`` where the file has no such entry in a list of indented lines.
  public func assertion(_ id: String) throws(EditFailure) -> AssertionEntry {
    guard let data = FileManager.default.contents(atPath: "\(folder)/\(Self.assertions)"),
      let found = Self.entry(id, in: Array(data))
    else {
      throw .gone(
        "assertions.yaml has no entry '\(id)' that can be edited here; edit the file itself")
    }
    return found.entry
  }

  /// Puts other lines in the place of an assertion; no lines take it out.
  ///
  /// - Parameters:
  ///   - id: The assertion.
  ///   - seen: Its lines as the person saw them.
  ///   - text: The new lines.
  ///   - what: What is done, in words.
  /// - Throws: ``EditFailure`` where somebody else changed it, or the check finds an error.
  @discardableResult
  public func save(assertion id: String, seen: String, text: String, what: String)
    throws(EditFailure) -> CaseHistory.Entry?
  {
    try save(file: Self.assertions, what: what) {
      (bytes: [UInt8]) throws(EditFailure) -> (bytes: [UInt8], changes: [TextChange])? in
      guard let found = Self.entry(id, in: bytes) else {
        throw .gone("assertions.yaml has no entry '\(id)' any more")
      }
      guard found.entry.text == seen else {
        throw .conflict(
          EditConflict(
            id: id, seen: ["text": seen], now: ["text": found.entry.text], text: found.entry.text,
            wanted: ["text": text], columns: ["text"]))
      }
      let new = text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
      guard new != found.entry.text else { return nil }
      let change = TextChange(
        file: Self.assertions, line: found.entry.line, before: found.entry.text, after: new,
        above: found.above)
      return (
        Array(bytes[..<found.place.lowerBound]) + Array(new.utf8)
          + Array(bytes[found.place.upperBound...]), [change]
      )
    }
  }

  /// Confirms a drafted assertion: the mark is taken away and nothing else.
  @discardableResult
  public func accept(assertion id: String) throws(EditFailure) -> CaseHistory.Entry? {
    let entry = try assertion(id)
    let lines = entry.text.split(separator: "\n", omittingEmptySubsequences: false)
    let kept = lines.filter { line in
      let words = line.split(separator: "#").first ?? ""
      return words.filter { !$0.isWhitespace } != "draft:true"
    }
    guard kept.count < lines.count else {
      throw .gone("the entry '\(id)' has no line 'draft: true'; edit the file itself")
    }
    return try save(
      assertion: id, seen: entry.text, text: kept.joined(separator: "\n"),
      what: "assertion \(id) accepted")
  }

  /// The lines of an entry: from its dash to the next line that is indented no further.
  private static func entry(_ id: String, in bytes: [UInt8]) -> (
    entry: AssertionEntry, place: Range<Int>, above: String
  )? {
    var starts: [Int] = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    if starts.last == bytes.count { starts.removeLast() }
    func line(_ number: Int) -> String {
      let end = number + 1 < starts.count ? starts[number + 1] : bytes.count
      return String(decoding: bytes[starts[number]..<end], as: UTF8.self)
    }
    func indent(_ text: String) -> Int? {
      guard let first = text.firstIndex(where: { !$0.isWhitespace }), text[first] != "#" else {
        return nil
      }
      return text.distance(from: text.startIndex, to: first)
    }
    for number in starts.indices {
      let text = line(number)
      let words = text.trimmingCharacters(in: .whitespacesAndNewlines)
      guard let depth = indent(text),
        ["- id: \(id)", "- id: \"\(id)\"", "- id: '\(id)'"].contains(words)
      else { continue }
      var end = number + 1
      var last = number
      while end < starts.count {
        if let other = indent(line(end)) {
          if other <= depth { break }
          last = end
        }
        end += 1
      }
      let stop = last + 1 < starts.count ? starts[last + 1] : bytes.count
      let place = starts[number]..<stop
      return (
        AssertionEntry(
          id: id, text: String(decoding: bytes[place], as: UTF8.self), line: number + 1), place,
        number > 0 ? line(number - 1) : ""
      )
    }
    return nil
  }
}
