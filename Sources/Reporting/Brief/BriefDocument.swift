import Assessment

/// The brief as blocks of a page.
public enum BriefDocument {
  /// The brief as a page of its own.
  public static func report(_ brief: Brief) -> Report {
    Report(title: brief.title, lead: blocks(of: brief))
  }

  /// The brief as the first blocks of a page.
  static func blocks(of brief: Brief) -> [Block] {
    var claim: Prose = "\(strong: "The claim.") \(brief.claim)"
    if let origin = brief.origin {
      claim = claim + " (" + origin + ")"
    }
    var blocks: [Block] = [
      .paragraph(claim),
      .callout(
        Callout(
          .answer, title: brief.answer.words + ".",
          blocks: [
            .paragraph(brief.sentences.dropFirst().reduce(brief.sentences[0]) { $0 + " " + $1 })
          ]
        )),
    ]
    let sides: [(String, [Brief.Finding])] = [
      ("What speaks for it", brief.supporting), ("What speaks against it", brief.opposing),
    ]
    if brief.hasFindings {
      blocks.append(
        .columns(
          sides.map { title, findings in
            let body: Block =
              findings.isEmpty
              ? .paragraph("Nothing in the record that could be tested.")
              : .list(findings.map(\.text))
            return [.heading(title), body]
          }))
    }
    if let figure = brief.figure { blocks.append(.figure(figure)) }
    if !brief.notes.isEmpty {
      blocks.append(.list(brief.notes.map { "\(strong: $0.title) \($0.text)" }))
    }
    return blocks
  }
}
