/// One piece of a section.
public enum Block: Hashable, Sendable {
  /// A heading below that of the section.
  case heading(String)
  /// A paragraph of text.
  case paragraph(Prose)
  /// Items of a list, numbered or not.
  case list([Prose], numbered: Bool = false)
  /// A table.
  case table(Table)
  /// A figure with its data.
  case figure(Figure)
  /// Something the reader must not miss.
  case callout(Callout)
  /// Something the reader may open.
  case details(Details)
  /// Blocks side by side where the page is wide enough, else one below the other.
  case columns([[Block]])
}

/// A remark set apart from the text around it.
public struct Callout: Hashable, Sendable {
  /// How the remark should be taken.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Helps to read what follows.
    case note
    /// Limits what follows.
    case caution
    /// Answers what the page asks.
    case answer
  }

  /// How the remark should be taken.
  public var kind: Kind
  /// The first words of the remark.
  public var title: String
  /// The remark.
  public var blocks: [Block]

  /// Makes a callout.
  public init(_ kind: Kind, title: String, blocks: [Block]) {
    self.kind = kind
    self.title = title
    self.blocks = blocks
  }
}

/// Blocks behind a line that opens them.
public struct Details: Hashable, Sendable {
  /// The line that is always shown.
  public var summary: Prose
  /// What opens.
  public var blocks: [Block]
  /// Whether it is open at first.
  public var isOpen: Bool
  /// The anchor, where something leads here.
  public var anchor: String?
  /// Whether it is set apart as a card.
  public var isCard: Bool

  /// Makes a piece that opens.
  public init(
    summary: Prose, isOpen: Bool = false, anchor: String? = nil, isCard: Bool = false,
    blocks: [Block]
  ) {
    self.anchor = anchor
    self.isCard = isCard
    self.summary = summary
    self.isOpen = isOpen
    self.blocks = blocks
  }
}
