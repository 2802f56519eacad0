/// A text that equals only texts of the same bytes.
///
/// Swift's strings are equal where Unicode holds them equivalent, so that a composed é equals a
/// decomposed one. Tables that give back what a file wrote must keep the two apart.
package struct ExactText: Hashable, Sendable {
  package let text: String

  package init(_ text: String) { self.text = text }

  package static func == (left: ExactText, right: ExactText) -> Bool {
    isSame(left.text, right.text)
  }

  /// Whether two texts have the same bytes.
  package static func isSame(_ left: String, _ right: String) -> Bool {
    left == right && left.utf8.count == right.utf8.count && left.utf8.elementsEqual(right.utf8)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
