import Diplomacy
import EventData
import Yams

/// Reads one YAML file into values with lines; everything wrong goes to the problems of the file.
struct YAMLFile {
  let problems: FileProblems

  /// How many keys written twice are mended on the way, so that the rest is read as well.
  private static let duplicateLimit = 100
  /// What is put before a key that is written again further on.
  private static let mark = "duplicate of "
  /// How many aliases may stand in a file that is still composed, to say where each one is.
  private static let aliasLimit = 20

  /// The value of a whole file, or nothing where it cannot be read as YAML.
  func read(_ bytes: [UInt8]) -> YAMLNode? {
    guard var text = decoded(bytes) else { return nil }
    let tokens = AliasScan(text)
    if tokens.aliases > Self.aliasLimit, let line = tokens.firstAnchor {
      refuseAnchor(line: line)
      return nil
    }
    for _ in 0...Self.duplicateLimit {
      do {
        let parser = try Parser(yaml: text, resolver: .basic)
        guard let root = try parser.singleRoot() else {
          problems.error(0, "the file is empty", "write the keys that docs/case-format.md lists")
          return nil
        }
        // Nodes know their anchors only as long as the parser lives.
        return withExtendedLifetime(parser) {
          var anchors: Set<Int> = []
          let value = node(root, &anchors)
          for line in anchors.sorted() { refuseAnchor(line: line) }
          return value
        }
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        guard let renamed = rename(keys, at: context.mark, in: text) else {
          problems.error(
            context.mark.line, "the key '\(keys.first ?? "")' is written twice",
            "keep one of the two")
          return nil
        }
        text = renamed
      } catch {
        report(error, in: text)
        return nil
      }
    }
    problems.error(0, "more than \(Self.duplicateLimit) keys are written twice", "keep one of each")
    return nil
  }

  /// The text of the file without a byte order mark.
  private func decoded(_ bytes: [UInt8]) -> String? {
    if let encoding = bytes.withUnsafeBufferPointer(InvalidUTF8.wideEncoding) {
      problems.error(1, "the file is in \(encoding)", "save the file as UTF-8")
      return nil
    }
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    return bytes.withUnsafeBufferPointer { held in
      if let bad = InvalidUTF8.first(in: held) {
        let before = UnsafeBufferPointer(rebasing: held[..<bad])
        let byte = String(held[bad], radix: 16, uppercase: true)
        problems.error(
          1 + InvalidUTF8.breaks(in: before),
          "the byte 0x\(byte) is not UTF-8 (Latin-1 or Windows-1252, perhaps)",
          "save the file as UTF-8")
        return nil
      }
      return String(decoding: held, as: UTF8.self)
    }
  }

  /// Says that a key is written twice and gives a text in which the first of the two is marked.
  private func rename(_ keys: [String], at mark: Mark, in text: String) -> String? {
    // By scalars: a carriage return and a line feed are one character, which holds no line feed.
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
    guard lines.indices.contains(mark.line - 1) else { return nil }
    let scalars = Array(lines[mark.line - 1].unicodeScalars)
    guard mark.column >= 1, mark.column <= scalars.count else { return nil }
    var (before, after) = (String.UnicodeScalarView(), String.UnicodeScalarView())
    before.append(contentsOf: scalars[..<(mark.column - 1)])
    after.append(contentsOf: scalars[(mark.column - 1)...])
    let rest = String(after)
    guard let key = keys.first(where: { rest.hasPrefix($0) }), !key.isEmpty else { return nil }
    lines[mark.line - 1] = String(before) + Self.mark + rest
    return lines.joined(separator: "\n")
  }

  /// Turns a node of the composer into a value; anchors are refused and not followed.
  private func node(_ node: Node, _ anchors: inout Set<Int>) -> YAMLNode {
    let line = node.mark?.line ?? 0
    if node.anchor != nil {
      anchors.insert(line)
      return YAMLNode(value: .nothing, line: line)
    }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain
      let isNothing = isPlain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
      return YAMLNode(value: isNothing ? .nothing : .scalar(scalar.string), line: line)
    case .sequence(let sequence):
      return YAMLNode(value: .list(sequence.map { self.node($0, &anchors) }), line: line)
    case .mapping(let mapping):
      var entries: [YAMLEntry] = []
      for (key, value) in mapping {
        let keyLine = key.mark?.line ?? line
        if key.anchor != nil {
          anchors.insert(keyLine)
          continue
        }
        guard case .scalar(let name) = key else {
          problems.error(keyLine, "a key is not a single word", "write a word before the colon")
          continue
        }
        if name.string.hasPrefix(Self.mark) {
          problems.error(
            keyLine, "the key '\(name.string.dropFirst(Self.mark.count))' is written twice",
            "keep one of the two")
          continue
        }
        entries.append(YAMLEntry(key: name.string, line: keyLine, node: self.node(value, &anchors)))
      }
      return YAMLNode(value: .mapping(entries), line: line)
    case .alias:
      anchors.insert(line)
      return YAMLNode(value: .nothing, line: line)
    }
  }

  private func refuseAnchor(line: Int) {
    problems.error(
      line, "anchors (&) and aliases (*) are not read",
      "write the value out; put a text that begins with & or * in quotes")
  }

  /// Reports why the composer gave up.
  private func report(_ error: any Error, in text: String) {
    let fix = "fix the YAML there: indentation, a missing quote, or a bracket left open"
    switch error {
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _):
      let place = context.map { ", \($0.text) on line \($0.mark.line)" } ?? ""
      problems.error(mark.line, "the file is not YAML: \(problem)\(place)", fix)
    case YamlError.reader(let problem, let offset, _, _):
      let before = text.prefix(offset ?? 0)
      problems.error(
        1 + before.count(where: \.isNewline), "the file is not YAML: \(problem)",
        "take out the mark that cannot be printed")
    default:
      problems.error(0, "the file is not YAML", fix)
    }
  }
}
