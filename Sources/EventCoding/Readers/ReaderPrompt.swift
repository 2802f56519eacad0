import Diplomacy

/// What a language model is asked: the text of `Sources/CodingTables/tables/prompt.txt` with the list
/// of codes, and the sentences of a text, numbered.
struct ReaderPrompt {
  let codebook: Codebook

  /// The standing instruction.
  var system: String {
    Table.promptText.replacing("CODES", with: codebook.text)
      .replacing("SCHEMA", with: Proposal.schema)
  }

  /// The question about one text.
  func user(_ document: NewsDocument) -> String {
    let sentences = SentenceSplitter.sentences(of: document.text)
    let numbered = sentences.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
    let head = [document.title, document.published?.description ?? ""].filter { !$0.isEmpty }
    return (head + [numbered]).joined(separator: "\n")
  }
}
