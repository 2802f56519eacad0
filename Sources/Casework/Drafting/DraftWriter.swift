import CaseFiles
import Diplomacy
import EventCoding

/// Writes the files of a drafted case.
struct DraftWriter {
  let id: String
  let reading: ArticleReading
  let frame: DraftFrame
  let explanations: [CandidateExplanations.Candidate]

  private func quoted(_ text: String) -> String { YAMLText.quoted(text) }
  private func quoted(_ code: ActorCode) -> String { YAMLText.quoted(code.rawValue) }
  private func name(_ code: ActorCode) -> String {
    CountryCodes.names[code.rawValue] ?? code.rawValue
  }

  /// The sentence that states the claim: the first motive of the focal actor, else the title.
  private var claim: String {
    let motive = reading.assertions.first { $0.kind == .motive && $0.subject == frame.focal }
    let text = motive?.sentence ?? reading.document.title
    return Self.excerpt(text.isEmpty ? reading.sentences.first ?? id : text)
  }

  /// At most fifty words of a text.
  static func excerpt(_ text: String) -> String {
    let words = text.split(separator: " ")
    return words.count <= 50 ? text : words.prefix(50).joined(separator: " ") + " …"
  }

  var caseText: String {
    let document = reading.document
    let title =
      document.title.isEmpty
      ? "\(name(frame.focal)) and \(name(frame.counterpart))" : document.title
    var text = """
      # Drafted by machine from an article. Confirm each entry, correct it or take it out; the numbers
      # of sentences are those of the article. All keys: docs/case-format.md.
      draft: true
      id: \(quoted(id))
      title: \(quoted(title))
      claim: \(quoted(claim))
      article: { publisher: \(quoted(document.publisher)), title: \(quoted(document.title)), \
      url: \(quoted(document.url)), published: \(quoted(document.published?.description ?? "")) }
      focal: \(quoted(frame.focal))          # whose purposes the article asserts
      counterpart: \(quoted(frame.counterpart))
      window: \(frame.window.first)/\(frame.window.last)
      baseline: \(frame.baseline.first)/\(frame.baseline.last)

      actors:

      """
    for code in frame.actors {
      text += "  - { id: \(quoted(code)), name: \(quoted(name(code))) }\n"
    }
    text += "\ndates:        # days the article names, and days its explanations need\n"
    for date in frame.dates {
      let sentence = date.sentence.map { ", sentence: \($0)" } ?? ""
      text += """
          - { id: \(date.id), day: \(date.day), what: \(quoted(date.what)), draft: true\(sentence) }

        """
    }
    for date in neededDates {
      text += """
          - { id: \(date), day: \(frame.window.first)/\(frame.window.last), draft: true,
              what: "to be given a day: the article does not say; see notes.md" }

        """
    }
    text += "\nexplanations:\n"
    for candidate in explanations {
      text += "  - { id: \(candidate.id), kind: \(candidate.kind), prior: 1, draft: true"
      if let sentence = candidate.sentence { text += ", sentence: \(sentence)" }
      if let needs = candidate.needs {
        let isList = needs.key == "shocks" || needs.key == "rounds"
        text += ", \(needs.key): \(isList ? "[\(needs.date)]" : needs.date)"
      }
      if candidate.kind == "insulation" { text += ", goal_needs: non-interference" }
      text += ",\n      statement: \(quoted(candidate.statement)) }\n"
    }
    return text
  }

  private var neededDates: [String] {
    var dates: [String] = []
    for needs in explanations.compactMap(\.needs) where !dates.contains(needs.date) {
      dates.append(needs.date)
    }
    return dates
  }

  var assertionText: String {
    let checks = SuggestedCheck(
      focal: frame.focal, counterpart: frame.counterpart, window: frame.window)
    var text = """
      # Drafted by machine: one entry a sentence and kind. Reword each, confirm its check, and take the
      # mark 'draft' away; take out what the article does not assert.
      assertions:

      """
    if reading.assertions.isEmpty { text += "  []\n" }
    for (index, assertion) in reading.assertions.enumerated() {
      let digits = String(index + 1)
      let id = "A" + String(repeating: "0", count: max(0, 2 - digits.count)) + digits
      text += """
          - id: \(id)
            draft: true
            sentence: \(assertion.sentenceNumber)
            paragraph: \(quoted("sentence \(assertion.sentenceNumber)"))
            text: \(quoted(Self.excerpt(assertion.sentence)))
            kind: \(assertion.kind.rawValue)
            cue: \(quoted(assertion.cues.joined(separator: "; ")))
            certainty: \(quoted(assertion.certainty))
            check: { \(checks.text(for: assertion)) }

        """
    }
    return text
  }

  var evidenceText: String {
    var text = """
      # Evidence that is no act in the record: documents, silences, who was told what. The candidate
      # explanations and the sentences of the article that suggest them:

      """
    for candidate in explanations {
      let origin = candidate.sentence.map { "sentence \($0)" } ?? "a rival added by rule"
      text += "#   \(candidate.id) (\(candidate.kind)): \(origin)\n"
    }
    return text + "evidence: []\nprospects: []\n"
  }

  /// What a person has to answer before a verdict means anything, the most telling first.
  var questions: [String] {
    var questions: [String] = []
    if !frame.isDated {
      questions.append(
        "When was the article published? It does not say; the window rests on a guess.")
    }
    for date in neededDates {
      let whom = explanations.filter { $0.needs?.date == date }.map(\.id).joined(separator: ", ")
      questions.append(
        "\(Self.questions[date] ?? "Which day is '\(date)'?") (case.yaml, dates: \(date); "
          + "needed by \(whom).)")
    }
    for date in frame.dates where !date.day.isExact {
      questions.append(
        "Which day is meant by \(date.what)? Sentence \(date.sentence ?? 0); now \(date.day).")
    }
    questions.append(
      "Where was the record searched, for which acts, by whom and when? Until `searched:` says so, "
        + "a check that finds no row is not tested.")
    questions.append(
      "Is \(frame.focal) the side whose conduct is in question, toward \(frame.counterpart)?")
    return questions
  }

  private static let questions = [
    "goal": "When was the goal reached, and what was it?",
    "shock": "On which day did the event happen that began the quarrel?",
    "round": "On which days did rounds of bargaining begin?",
  ]

  var notes: String {
    var text = """
      # Notes

      This case was drafted by machine from an article. \(reading.assertions.count) assertions and \
      \(explanations.count) explanations wait for a person; nobody has confirmed any of them.

      ## To be answered, in this order


      """
    for (index, question) in questions.enumerated() { text += "\(index + 1). \(question)\n" }
    text += "\n## The sentences of the article, as numbered\n\n"
    for (index, sentence) in reading.sentences.enumerated() {
      text += "\(index + 1). \(Self.excerpt(sentence))\n"
    }
    return text
  }
}
