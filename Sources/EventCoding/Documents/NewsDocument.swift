public import Diplomacy

/// A text with where and when it was published.
public struct NewsDocument: Hashable, Sendable {
  /// The id of the input, or the name of its file.
  public var id: String
  /// The day of publication, where it is known.
  public var published: Day?
  /// The text; paragraphs are parted by blank lines.
  public var text: String
  /// The outlet.
  public var publisher: String
  /// The headline.
  public var title: String
  /// The address.
  public var url: String

  /// Makes a document.
  public init(
    id: String, published: Day? = nil, text: String, publisher: String = "", title: String = "",
    url: String = ""
  ) {
    self.id = id
    self.published = published
    self.text = text
    self.publisher = publisher
    self.title = title
    self.url = url
  }
}

/// An input that could not be read and was passed over.
public struct SkippedInput: Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public let file: String
  /// The line, or zero where the whole file is meant.
  public let line: Int
  /// Why.
  public let reason: String

  /// Makes one.
  public init(file: String, line: Int = 0, reason: String) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  /// File, line and reason.
  public var description: String {
    line > 0 ? "\(file):\(line): \(reason)" : "\(file): \(reason)"
  }
}
