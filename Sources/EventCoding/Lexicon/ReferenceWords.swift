/// The words that stand for someone named before.
struct ReferenceWords: Sendable {
  let pronouns: Set<WordID>
  let definite: Set<WordID>
  let groups: Set<WordID>
  let the: WordID
  let both: WordID
  let numbers: Set<WordID>
  let qualifiers: Set<WordID>

  init(_ words: inout WordCollector) {
    func set(_ text: String) -> Set<WordID> {
      Set(text.split(separator: " ").map { words.small($0) })
    }
    pronouns = set("he she it they")
    definite = set(
      """
      ministry statement note country government president embassy spokesman spokeswoman minister \
      court move kremlin side ambassador premier republic parliament army military police \
      authorities prosecutors capital regime king emir junta rebels diplomat delegation
      """)
    groups = set(
      """
      sides countries leaders presidents ministers governments parties states neighbours neighbors \
      men nations delegations capitals
      """)
    the = words.small("the")
    both = words.small("both")
    numbers = set("two three four five")
    qualifiers = set("foreign defence defense prime interior south east north finance deputy two")
  }
}
