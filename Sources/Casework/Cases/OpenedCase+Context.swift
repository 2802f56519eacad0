import Diplomacy
public import EventCoding

extension OpenedCase {
  /// What a coder may take from the case: its parties, actors, names and issues.
  public var codingContext: (lexicon: Lexicon, options: CodingOptions) {
    let invented = subject.actors.filter { CountryCodes.isUserAssigned($0.id) }
    let lexicon =
      invented.isEmpty
      ? Lexicon.standard : Lexicon(addingActors: invented.map { ($0.id, $0.name) })
    var options = CodingOptions(
      domesticActs: false, parties: [subject.focal, subject.counterpart],
      actors: subject.actors.map(\.id))
    options.issues = subject.issues.map { issue in
      let words = (issue.name + " " + issue.id).lowercased()
        .split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { $0.count > 3 }
      return (id: issue.id, words: Array(Set(words)).sorted())
    }
    return (lexicon, options)
  }
}
