import CMarkup

/// A parsed page or feed; libxml2 mends what is not well formed.
final class MarkupTree {
  /// An element with its attributes and children.
  struct Node {
    fileprivate let pointer: UnsafeMutableRawPointer

    /// The name in small letters, without a prefix; empty for text.
    var name: String {
      markup_element_name(pointer).map { String(cString: $0).lowercased() } ?? ""
    }

    /// The text of a text node, or nothing.
    var text: String? { markup_text(pointer).map { String(cString: $0) } }

    var children: [Node] {
      var children: [Node] = []
      var next = markup_first_child(pointer)
      while let child = next {
        children.append(Node(pointer: child))
        next = markup_next(child)
      }
      return children
    }

    subscript(attribute: String) -> String? {
      guard let value = markup_attribute(pointer, attribute) else { return nil }
      defer { markup_free_value(value) }
      return String(cString: value)
    }

    /// All text below the node, to a depth that no page of people reaches.
    func allText(depth: Int = 0) -> String {
      if let text { return text }
      guard depth < 400 else { return "" }
      return children.map { $0.allText(depth: depth + 1) }.joined()
    }

    /// The first element below the node for which a test holds, itself included.
    func first(depth: Int = 0, where holds: (Node) -> Bool) -> Node? {
      if holds(self) { return self }
      guard depth < 400 else { return nil }
      for child in children {
        if let found = child.first(depth: depth + 1, where: holds) { return found }
      }
      return nil
    }

    /// Every element below the node for which a test holds, itself included.
    func all(depth: Int = 0, where holds: (Node) -> Bool) -> [Node] {
      var found = holds(self) ? [self] : []
      guard depth < 400 else { return found }
      for child in children { found += child.all(depth: depth + 1, where: holds) }
      return found
    }
  }

  private let document: UnsafeMutableRawPointer

  /// Parses a web page; nothing where there is no element in it.
  init?(page bytes: [UInt8]) {
    // Without a stated encoding libxml2 takes a page for Latin-1 unless it says otherwise.
    let encoding = String(validating: bytes, as: UTF8.self) != nil ? "UTF-8" : nil
    let parsed = bytes.withUnsafeBytes { buffer in
      markup_parse_page(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), encoding)
    }
    guard let parsed else { return nil }
    document = parsed
  }

  /// Parses a feed; entities are not fetched, and libxml2 stops those that grow without end.
  init?(feed bytes: [UInt8]) {
    let parsed = bytes.withUnsafeBytes { buffer in
      markup_parse_feed(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
    }
    guard let parsed else { return nil }
    document = parsed
  }

  deinit { markup_free(document) }

  /// The outermost element.
  var root: Node? { markup_root(document).map { Node(pointer: $0) } }
}
