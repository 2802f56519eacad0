/// The brief as lines of text.
public enum BriefText {
  /// The whole brief, wrapped.
  ///
  /// - Parameters:
  ///   - brief: The brief.
  ///   - width: The columns of the terminal; fewer than 20 are taken as 20.
  ///   - colour: Whether colours may be used.
  public static func render(_ brief: Brief, width: Int = 80, colour: Bool = false) -> String {
    var text = TerminalText(width: width, colour: colour)
    add(brief, to: &text, limit: .max)
    for note in brief.notes {
      text.addGap()
      text.add(note.text.plain, head: "\(note.title) ", indent: 2)
    }
    return text.text
  }

  /// The answer and the findings in at most 22 lines of 80 columns.
  public static func summary(_ brief: Brief, width: Int = 80, colour: Bool = false) -> String {
    var text = TerminalText(width: width, colour: colour)
    add(brief, to: &text, limit: 2)
    return text.text
  }

  private static func add(_ brief: Brief, to text: inout TerminalText, limit: Int) {
    let isShort = limit < .max
    text.add(brief.title, look: .bold, limit: isShort ? 1 : .max)
    text.add(brief.claim, head: "Claim: ", indent: 2, limit: isShort ? 2 : .max)
    if let origin = brief.origin, !isShort { text.add(origin.plain, head: "Made in: ", indent: 2) }
    if !isShort { text.addGap() }
    let answer = brief.sentences.map(\.plain).joined(separator: " ")
    text.add(
      answer, head: "\(brief.answer.words). ", headLook: look(of: brief.answer), indent: 2,
      limit: isShort ? 4 : .max)
    let sides = [("Speaks for it:", brief.supporting), ("Speaks against it:", brief.opposing)]
    for (title, findings) in sides where brief.hasFindings {
      if !isShort { text.addGap() }
      text.add(title, look: .bold)
      if findings.isEmpty { text.add("nothing in the record that could be tested", head: "  ") }
      for finding in findings {
        text.add(finding.text.plain, head: "- ", headLook: .plain, indent: 2, limit: limit)
      }
    }
  }

  private static func look(of answer: Brief.Answer) -> TerminalText.Look {
    switch answer {
    case .borneOut: .green
    case .notBorneOut: .red
    case .cannotTell: .yellow
    }
  }
}
