import Diplomacy
import EventCoding

/// The explanations that an article's purposes suggest, and rivals for them.
struct CandidateExplanations {
  /// One explanation as a case is to write it.
  struct Candidate {
    let id: String
    let kind: String
    let statement: String
    /// The sentence that suggested it; nothing for a rival added by rule.
    let sentence: Int?
    /// The key and the id of the date it needs, where it needs one.
    let needs: (key: String, date: String)?
  }

  let candidates: [Candidate]

  init(_ reading: ArticleReading, focal: ActorCode, counterpart: ActorCode) {
    var candidates: [Candidate] = []
    let motives = reading.assertions.filter { $0.kind == .motive && !$0.purpose.isEmpty }
    for motive in motives where motive.subject == nil || motive.subject == focal {
      let kind = Self.kind(of: motive.purpose, in: motive.sentence)
      guard !candidates.contains(where: { $0.kind == kind }) else { continue }
      candidates.append(
        Candidate(
          id: kind, kind: kind,
          statement: "\(focal) acted \(motive.purpose) (against \(counterpart)).",
          sentence: motive.sentenceNumber, needs: Self.needs[kind]))
    }
    for (kind, statement) in Self.rivals where !candidates.contains(where: { $0.kind == kind }) {
      candidates.append(
        Candidate(
          id: kind == "reciprocity" ? "tit-for-tat" : kind, kind: kind,
          statement: statement.replacing("FOCAL", with: focal.rawValue), sentence: nil,
          needs: Self.needs[kind]))
    }
    self.candidates = candidates
  }

  private static let rivals = [
    ("grievance", "FOCAL pressed for redress and eased as it came."),
    ("reciprocity", "Each side answered the other in kind."),
    ("none", "None of these."),
  ]

  private static let needs: [String: (key: String, date: String)] = [
    "insulation": ("until", "goal"), "grievance": ("from", "shock"), "rally": ("shocks", "shock"),
    "bargaining": ("rounds", "round"),
  ]

  /// The kind of conduct that a purpose is nearest to.
  private static func kind(of purpose: String, in sentence: String) -> String {
    let words = purpose + " "
    let whole = sentence.lowercased()
    func holds(_ parts: [String], _ text: String) -> Bool { parts.contains { text.contains($0) } }
    if holds(["punish", "redress", "apolog", "compensat", "justice", "account"], words) {
      return "grievance"
    }
    if holds(["distract", "divert", "voters", "election", "at home", "domestic", "rally"], words) {
      return "rally"
    }
    if holds(["retaliat", "answer", "in kind", "repay", "pay back"], words) {
      return "reciprocity"
    }
    if holds(["extract", "concession", "leverage", "bargain", "better terms", "price"], words) {
      return "bargaining"
    }
    if holds(["behest", "on behalf", "orchestrat", "at the request of"], whole) {
      return "orchestration"
    }
    return "insulation"
  }
}
