import Diplomacy
import EventCoding
import Testing

@Suite("Groups of patterns")
struct PatternGroupTests {
  struct Group: Sendable, CustomStringConvertible {
    let code: String
    let act: String
    let quiet: String
    var description: String { code }
  }

  static let groups: [Group] = Fixture.lines("groups.tsv").compactMap { line in
    let fields = line.split(separator: "\t").map(String.init)
    return fields.count == 3 ? Group(code: fields[0], act: fields[1], quiet: fields[2]) : nil
  }

  private func roots(_ text: String) -> [Int] {
    EventCoder().acts(in: text, published: Day("2020-05-04")).map(\.code.root)
  }

  @Test("each codes the sentence that tells its act", arguments: PatternGroupTests.groups)
  func telling(group: Group) {
    #expect(roots(group.act).contains(Int(group.code.prefix(2)) ?? 0), "\(group.act)")
  }

  @Test("nine in ten leave alone a sentence with the same words and no act")
  func quiet() {
    #expect(Self.groups.count > 70)
    let coded = Self.groups.filter { group in
      roots(group.quiet).contains(Int(group.code.prefix(2)) ?? 0)
    }
    #expect(coded.count * 10 <= Self.groups.count, "\(coded.map(\.quiet))")
  }

  @Test("the table has no line that is not understood")
  func table() { #expect(Lexicon.standard.problems.isEmpty) }
}
