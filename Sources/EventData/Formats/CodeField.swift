import Diplomacy

/// Reads a CAMEO code and checks it against what else its row says of the act.
///
/// Spreadsheets and data frames take codes for numbers and drop their leading zeros: 010 (make
/// statement) becomes 10, the root of demands. The rule by which zeros are restored:
///
/// 1. Where the row states the root, the reading that has this root is taken.
/// 2. Else, in a data set whose codes have three digits or more, a shorter code has lost a zero.
/// 3. Else a code that only a zero makes readable shows that the zeros of the file are gone. Its
///    10, 18 and 20 cannot be told from true ones, so the file is refused.
///
/// A row whose root or quad class contradicts its code is rejected.
enum CodeField {
  /// How long the codes of a data set are.
  enum Length {
    /// Three digits or more, as GDELT, ICEWS and Phoenix write them.
    case full
    /// Two digits or more: roots stand among them.
    case any
  }

  /// Reads a code.
  ///
  /// - Parameters:
  ///   - text: The code as written.
  ///   - root: The root that the row states, where it states one.
  ///   - quad: The quad class that the row states, where it states one.
  ///   - length: How long the codes of the data set are.
  ///   - isExact: Whether only codes of the codebook are accepted; else the longest one that begins
  ///     the text is taken.
  /// - Returns: The code and its digits with the zeros restored.
  static func read(
    _ text: String, root: Int? = nil, quad: Int? = nil, length: Length, isExact: Bool = false
  ) throws(RowFault) -> (code: EventCode, raw: String) {
    let root = root.flatMap { (1...20).contains($0) ? $0 : nil }
    let written = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    let padded = "0" + written
    func code(_ digits: String) -> EventCode? {
      isExact ? EventCode(rawValue: digits) : EventCode.longest(startingIn: digits)
    }
    var found = code(written).map { ($0, written) }
    // Without a root beside it, only a code of the codebook tells that a zero was there.
    let restored =
      written.utf8.count <= 3
      ? (root == nil ? EventCode(rawValue: padded) : code(padded)).map { ($0, padded) } : nil
    if let root {
      let fitting = [found, restored].compactMap { $0 }.first { $0.0.root == root }
      if fitting == nil, let known = found ?? restored {
        throw fault(text, "contradicts the root \(root) of the same row (\(known.0.label))")
      }
      found = fitting
    } else if length == .full, written.utf8.count < 3, let restored {
      found = restored
    } else if found == nil, let restored {
      throw RowFault(
        "'\(text)' is no CAMEO code and '\(restored.1)' is one: the leading zeros of the codes are "
          + "lost, so that 10, 18 and 20 may mean 010, 018 and 020; read the column as text",
        endsFile: true)
    }
    guard let found else { throw fault(text, "is no CAMEO code") }
    if let quad, (1...4).contains(quad), !classes(ofRoot: found.0.root).contains(quad) {
      throw fault(text, "contradicts the quad class \(quad) of the same row")
    }
    return found
  }

  /// The quad classes under which a root is published.
  ///
  /// GDELT's own files put 09 (investigate) into class 2 and 14 (protest) into class 3, against the
  /// grouping its codebook gives.
  static func classes(ofRoot root: Int) -> ClosedRange<Int> {
    let quad = QuadClass(root: root).rawValue
    switch root {
    case 9: return 2...3
    case 14: return 3...4
    default: return quad...quad
    }
  }

  private static func fault(_ text: String, _ what: String) -> RowFault {
    RowFault("'\(text.prefix(40))' \(what)")
  }
}

/// CAMEO codes by the words that label them, as ICEWS writes them beside or instead of the code.
enum CodeLabels {
  /// The code of three digits or more that a label names, or nothing.
  static func code(of label: String) -> EventCode? { table[plain(label)] }

  private static func plain(_ label: String) -> String {
    String(label.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  private static let table: [String: EventCode] = {
    var table: [String: EventCode] = [:]
    for code in EventCode.all where code.rawValue.utf8.count > 2 {
      let label = plain(code.label)
      // Where a code and a narrower one share a label, the wider one says no more than the words.
      if table[label] == nil { table[label] = code }
    }
    return table
  }()
}
