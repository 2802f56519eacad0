import Diplomacy
import EventCoding
import EventData

/// What libFuzzer calls with every input: no bytes may crash the readers of text, and what they say of a
/// text must hold of it.
///
/// The first byte chooses between sentences, acts with their spans, days, web pages, feeds, JSON Lines,
/// articles, and answers of a model.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReading(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  guard let choice = bytes.first else { return 0 }
  let rest = Array(bytes.dropFirst())
  let text = String(decoding: rest, as: UTF8.self)
  switch choice % 8 {
  case 0: sentences(text)
  case 1: acts(text, published: nil)
  case 2: acts("Norway condemned Sweden on " + text, published: Day("2024-02-29"))
  case 3: documents(rest, .html)
  case 4: documents(rest, .feed)
  case 5: documents(rest, .jsonl)
  case 6: documents(rest, .text)
  default: article(text)
  }
  return 0
}

private let coder = EventCoder()

/// Sentences hold every letter of the text in its order, and nothing else but blanks.
private func sentences(_ text: String) {
  func letters(_ text: String) -> [UInt8] {
    Array(text.utf8.filter { $0 > 0x20 && $0 != 0x7F && $0 != 0xC2 && $0 != 0xA0 })
  }
  let joined = SentenceSplitter.sentences(of: text).joined(separator: " ")
  precondition(letters(joined) == letters(text), "a sentence splitter lost or made letters")
}

private func acts(_ text: String, published: Day?) {
  let found = coder.acts(in: text, published: published)
  precondition(found == coder.acts(in: text, published: published), "the same text, other acts")
  for act in found {
    for span in [act.spans.source, act.spans.action, act.spans.target].compactMap(\.self) {
      precondition(
        0 <= span.start && span.start < span.end && span.end <= act.sentence.utf8.count,
        "a span lies outside its sentence")
    }
    if let date = act.date { precondition(date.first <= date.last, "a span of days runs back") }
  }
}

private func documents(_ bytes: [UInt8], _ format: DocumentFormat) {
  guard let stream = try? DocumentStream(bytes: bytes, name: "fuzz", format: format) else { return }
  while let document = try? stream.next() {
    precondition(!document.text.isEmpty || format == .jsonl, "a text that is none")
    acts(document.text, published: document.published)
  }
}

private func article(_ text: String) {
  let reading = ArticleReader().read(
    NewsDocument(id: "a", published: Day("2024-02-29"), text: text))
  for assertion in reading.assertions {
    precondition(
      assertion.isImplied || reading.sentences.contains(assertion.sentence),
      "an assertion of a sentence that is not there")
  }
}
