/// A drawing made lighter for a page, which has a style sheet and names the figure in its caption.
///
/// A drawing that stands alone says everything of itself. On a page most of that is said once: colours,
/// the font and its usual size by classes, the title by the caption. Straight lines become paths, paths
/// go by steps instead of places; nothing moves by more than the rounding of the drawing itself. It is
/// read byte by byte: a `Character` would take an accent for part of the sign before it.
struct PageDrawing {
  private let caption: String
  private let hasTips: Bool
  private var result: [UInt8] = []
  /// Where the open tag of a shape that has nothing in it yet ends; nothing else.
  private var pending: Int?
  private var isOfDrawing = true
  private var isMark = false
  /// Whether the shape that is open was a rectangle and is a path now.
  private var isPathNow = false

  /// The drawing for a page.
  ///
  /// - Parameters:
  ///   - drawing: The drawing as an element.
  ///   - caption: The id of the caption that names it.
  ///   - hasTips: Whether shapes keep what a resting pointer tells; marks that a keyboard reaches always
  ///     keep theirs.
  static func lightened(_ drawing: String, caption: String, hasTips: Bool) -> String {
    var page = PageDrawing(caption: caption, hasTips: hasTips)
    page.read(Array(drawing.utf8))
    return String(decoding: page.result, as: UTF8.self)
  }

  private init(caption: String, hasTips: Bool) {
    self.caption = caption
    self.hasTips = hasTips
  }

  private static let open = UInt8(ascii: "<")
  private static let close = UInt8(ascii: ">")
  private static let slash = UInt8(ascii: "/")

  private mutating func read(_ bytes: [UInt8]) {
    result.reserveCapacity(bytes.count)
    var place = 0
    while let start = bytes[place...].firstIndex(of: Self.open),
      let end = bytes[start...].firstIndex(of: Self.close)
    {
      add(text: bytes[place..<start])
      let tag = bytes[start + 1..<end]
      place = end + 1
      if tag.first == Self.slash {
        finish(tag)
        continue
      }
      let name = tag.prefix { $0 != UInt8(ascii: " ") && $0 != Self.slash }
      if name.elementsEqual("title".utf8) || name.elementsEqual("desc".utf8) {
        // The text of either is escaped: the next tag is its end.
        let last = bytes[place...].firstIndex(of: Self.open) ?? bytes.endIndex
        title(name, bytes[place..<last])
        place = (bytes[last...].firstIndex(of: Self.close) ?? bytes.endIndex - 1) + 1
        continue
      }
      begin(name, tag)
    }
    add(text: bytes[min(place, bytes.count)...])
  }

  /// Text between tags; line breaks between shapes are for people who read the file.
  private mutating func add(text: ArraySlice<UInt8>) {
    guard text.contains(where: { $0 != 0x0A && $0 != 0x20 }) else { return }
    pending = nil
    result += text
  }

  /// The title of the drawing is said by the caption; a tip is kept where it is wanted.
  private mutating func title(_ name: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) {
    defer { isMark = false }
    guard !isOfDrawing else {
      if name.elementsEqual("desc".utf8) { isOfDrawing = false }
      return
    }
    guard isMark || hasTips else { return }
    pending = nil
    result += "<title>".utf8
    result += text
    result += "</title>".utf8
  }

  private mutating func finish(_ tag: ArraySlice<UInt8>) {
    // A shape that held a tip alone closes itself.
    if let pending, pending == result.count {
      result.removeLast()
      result += "/>".utf8
    } else if isPathNow, tag.elementsEqual("/rect".utf8) {
      result += "</path>".utf8
    } else {
      result.append(Self.open)
      result += tag
      result.append(Self.close)
    }
    if tag.elementsEqual("/rect".utf8) { isPathNow = false }
    pending = nil
  }

  private mutating func begin(_ name: ArraySlice<UInt8>, _ tag: ArraySlice<UInt8>) {
    var kind = String(decoding: name, as: UTF8.self)
    var attributes = Self.attributes(of: tag.dropFirst(name.count))
    isMark = attributes.contains { $0.name == "class" && $0.value == "mark" }
    attributes.removeAll { name, value in
      switch name {
      case "xmlns", "font-family": true
      case "fill", "stroke": value.utf8.first == UInt8(ascii: "#") || value == "none"
      case "stroke-width": value == "1"
      case "font-size": value == "11"
      case "class": value == "f-ink" && kind == "text"
      case "aria-labelledby": isMark
      default: false
      }
    }
    if kind == "line" {
      kind = "path"
      attributes = Self.asPath(attributes)
    } else if kind == "rect", let path = Self.rectangle(attributes) {
      kind = "path"
      attributes = path
    }
    for index in attributes.indices {
      switch attributes[index].name {
      case "aria-labelledby": attributes[index].value = caption
      case "d": attributes[index].value = PathSteps.relative(attributes[index].value)
      default: break
      }
    }
    let isEmpty = tag.last == Self.slash
    if name.elementsEqual("rect".utf8) { isPathNow = kind == "path" && !isEmpty }
    let written = attributes.map { " \($0.name)=\"\($0.value)\"" }.joined()
    result += "<\(kind)\(written)\(isEmpty ? "/" : "")>".utf8
    pending = !isEmpty && ["rect", "circle", "path"].contains(kind) ? result.count : nil
  }

  private static func attributes(of tag: ArraySlice<UInt8>) -> [(name: String, value: String)] {
    var found: [(name: String, value: String)] = []
    var rest = tag
    while let quote = rest.firstIndex(of: UInt8(ascii: "\"")),
      let end = rest[(quote + 1)...].firstIndex(of: UInt8(ascii: "\""))
    {
      let name = rest[..<quote].dropLast().drop { $0 == 0x20 || $0 == 0x0A }
      found.append(
        (
          String(decoding: name, as: UTF8.self),
          String(decoding: rest[(quote + 1)..<end], as: UTF8.self)
        ))
      rest = rest[(end + 1)...]
    }
    return found
  }

  /// A rectangle with sharp corners as a path.
  private static func rectangle(
    _ attributes: [(name: String, value: String)]
  ) -> [(name: String, value: String)]? {
    func place(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    guard let x = place("x"), let y = place("y"), let width = place("width"),
      let height = place("height"), place("rx") == nil
    else { return nil }
    let others = attributes.filter { !["x", "y", "width", "height"].contains($0.name) }
    return others + [("d", "M\(x) \(y)h\(width)v\(height)h-\(width)z")]
  }

  /// A straight line as a path.
  private static func asPath(
    _ attributes: [(name: String, value: String)]
  ) -> [(name: String, value: String)] {
    func place(_ name: String) -> String { attributes.first { $0.name == name }?.value ?? "0" }
    let (x1, y1, x2, y2) = (place("x1"), place("y1"), place("x2"), place("y2"))
    let to = y1 == y2 ? "H\(x2)" : x1 == x2 ? "V\(y2)" : "L\(x2) \(y2)"
    let others = attributes.filter { !["x1", "y1", "x2", "y2"].contains($0.name) }
    return others + [("d", "M\(x1) \(y1)\(to)")]
  }
}

/// Paths of moves and straight lines as steps from place to place, in tenths so that nothing drifts.
enum PathSteps {
  /// The path by steps; as it was where it holds anything else, or finer places than tenths.
  static func relative(_ path: String) -> String {
    var result = ""
    var at = (x: 0, y: 0)
    var rest = path[...]
    while let command = rest.popFirst() {
      if command == "Z" {
        result += "z"
        continue
      }
      guard command == "M" || command == "L" else { return path }
      let end = rest.firstIndex { "MLZHV".contains($0) } ?? rest.endIndex
      let numbers = rest[..<end].split(separator: " ").map { tenths($0) }
      guard numbers.count == 2, let x = numbers[0], let y = numbers[1] else { return path }
      if command == "M" {
        result += "M" + text(x) + joined(y)
      } else {
        result += "l" + text(x - at.x) + joined(y - at.y)
      }
      at = (x, y)
      rest = rest[end...]
    }
    return result.utf8.count < path.utf8.count ? result : path
  }

  private static func tenths(_ text: Substring) -> Int? {
    guard let value = Double(text), abs(value) < 1e6 else { return nil }
    let tenths = (value * 10).rounded()
    return abs(value * 10 - tenths) < 1e-6 ? Int(tenths) : nil
  }

  /// A number after another: a minus divides the two as well as a blank.
  private static func joined(_ tenths: Int) -> String {
    let text = text(tenths)
    return text.utf8.first == UInt8(ascii: "-") ? text : " " + text
  }

  private static func text(_ tenths: Int) -> String {
    let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
    let sign = tenths < 0 ? "-" : ""
    if rest == 0 { return sign + String(whole) }
    return sign + (whole == 0 ? "" : String(whole)) + ".\(rest)"
  }
}
