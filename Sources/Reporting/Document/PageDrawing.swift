/// A drawing made lighter for a page, which has a style sheet and names the figure in its caption.
///
/// A drawing that stands alone says everything of itself. On a page most of that is said once: colours,
/// the font and its usual size by classes, the title by the caption. Straight lines become paths, paths
/// go by steps instead of places; nothing moves by more than the rounding of the drawing itself.
enum PageDrawing {
  /// The drawing for a page.
  ///
  /// - Parameters:
  ///   - drawing: The drawing as an element.
  ///   - caption: The id of the caption that names it.
  ///   - hasTips: Whether shapes keep what a resting pointer tells; marks that a keyboard reaches always
  ///     keep theirs.
  static func lightened(_ drawing: String, caption: String, hasTips: Bool) -> String {
    var result = ""
    result.reserveCapacity(drawing.utf8.count)
    var rest = drawing[...]
    var isNamed = true
    var isMark = false
    while let open = rest.firstIndex(of: "<") {
      append(rest[..<open], to: &result)
      guard let close = rest[open...].firstIndex(of: ">") else { break }
      let tag = rest[rest.index(after: open)..<close]
      rest = rest[rest.index(after: close)...]
      if tag.first == "/" {
        // A shape that held a tip alone closes itself.
        if let start = pending(tag.dropFirst(), in: result) {
          result.replaceSubrange(start, with: "/>")
        } else {
          result += "<\(tag)>"
        }
        continue
      }
      let name = tag.prefix { $0 != " " && $0 != "/" }
      if name == "title" || name == "desc" {
        let end = "</\(name)>"
        guard let last = rest.firstRange(of: end) else { break }
        let isOfDrawing = isNamed
        if name == "desc" { isNamed = false }
        if !isOfDrawing, isMark || hasTips {
          result += "<title>\(rest[..<last.lowerBound])</title>"
        }
        rest = rest[last.upperBound...]
        isMark = false
        continue
      }
      isMark = tag.contains("class=\"mark\"")
      result += rewritten(name, tag, caption: caption)
    }
    return result + rest
  }

  /// Text between tags; line breaks between shapes are for people who read the file.
  private static func append(_ text: Substring, to result: inout String) {
    if text.contains(where: { !$0.isWhitespace }) { result += text }
  }

  /// The end of the open tag of a shape that has nothing in it.
  private static func pending(_ name: Substring, in result: String) -> Range<String.Index>? {
    guard ["rect", "circle", "path"].contains(name), result.hasSuffix(">"),
      !result.hasSuffix("/>"), let open = result.lastIndex(of: "<"),
      result[open...].hasPrefix("<\(name)")
    else { return nil }
    return result.index(before: result.endIndex)..<result.endIndex
  }

  private static func rewritten(_ name: Substring, _ tag: Substring, caption: String) -> String {
    var attributes = attributes(of: tag.dropFirst(name.count))
    attributes.removeAll { name, value in
      switch name {
      case "xmlns", "font-family": true
      case "fill", "stroke": value.hasPrefix("#") || value == "none"
      case "stroke-width": value == "1"
      case "font-size": value == "11"
      case "class": value == "f-ink" && tag.hasPrefix("text")
      default: false
      }
    }
    var kind = String(name)
    if name == "svg" {
      for index in attributes.indices where attributes[index].name == "aria-labelledby" {
        attributes[index].value = caption[...]
      }
    } else if tag.contains("class=\"mark\"") {
      attributes.removeAll { $0.name == "aria-labelledby" }
    } else if name == "line" {
      kind = "path"
      attributes = asPath(attributes)
    }
    for index in attributes.indices where attributes[index].name == "d" {
      attributes[index].value = PathSteps.relative(attributes[index].value)[...]
    }
    let written = attributes.map { " \($0.name)=\"\($0.value)\"" }.joined()
    return "<\(kind)\(written)\(tag.hasSuffix("/") ? "/" : "")>"
  }

  private static func attributes(of tag: Substring) -> [(name: Substring, value: Substring)] {
    var found: [(name: Substring, value: Substring)] = []
    var rest = tag
    while let equals = rest.firstRange(of: "=\"") {
      let name = rest[..<equals.lowerBound].drop { $0 == " " }
      let from = rest[equals.upperBound...]
      guard let end = from.firstIndex(of: "\"") else { break }
      found.append((name, from[..<end]))
      rest = from[from.index(after: end)...]
    }
    return found
  }

  /// A straight line as a path.
  private static func asPath(
    _ attributes: [(name: Substring, value: Substring)]
  ) -> [(name: Substring, value: Substring)] {
    func place(_ name: String) -> Substring {
      attributes.first { $0.name == name }?.value ?? "0"
    }
    let (x1, y1, x2, y2) = (place("x1"), place("y1"), place("x2"), place("y2"))
    let to = y1 == y2 ? "H\(x2)" : x1 == x2 ? "V\(y2)" : "L\(x2) \(y2)"
    let others = attributes.filter { !["x1", "y1", "x2", "y2"].contains($0.name) }
    return others + [("d", "M\(x1) \(y1)\(to)")]
  }
}

/// Paths of moves and straight lines as steps from place to place, in tenths so that nothing drifts.
enum PathSteps {
  /// The path by steps; as it was where it holds anything else, or finer places than tenths.
  static func relative(_ path: Substring) -> String {
    var result = ""
    var at = (x: 0, y: 0)
    var place = path.startIndex
    while place < path.endIndex {
      let command = path[place]
      place = path.index(after: place)
      if command == "Z" {
        result += "z"
        continue
      }
      guard command == "M" || command == "L" else { return String(path) }
      let end = path[place...].firstIndex { "MLZHV".contains($0) } ?? path.endIndex
      let numbers = path[place..<end].split(separator: " ").map { tenths($0) }
      guard numbers.count == 2, let x = numbers[0], let y = numbers[1] else { return String(path) }
      if command == "M" {
        result += "M" + text(x) + joined(y)
      } else {
        result += "l" + text(x - at.x) + joined(y - at.y)
      }
      at = (x, y)
      place = end
    }
    return result.utf8.count < path.utf8.count ? result : String(path)
  }

  private static func tenths(_ text: Substring) -> Int? {
    guard let value = Double(text), abs(value) < 1e6 else { return nil }
    let tenths = (value * 10).rounded()
    return abs(value * 10 - tenths) < 1e-6 ? Int(tenths) : nil
  }

  /// A number after another: a minus divides the two as well as a blank.
  private static func joined(_ tenths: Int) -> String {
    let text = text(tenths)
    return text.hasPrefix("-") ? text : " " + text
  }

  private static func text(_ tenths: Int) -> String {
    let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
    let sign = tenths < 0 ? "-" : ""
    if rest == 0 { return sign + String(whole) }
    return sign + (whole == 0 ? "" : String(whole)) + ".\(rest)"
  }
}
