import CaseFiles
import Diplomacy
import Testing

/// Where the repository's cases are, from the place of this file.
private let cases =
  #filePath.split(separator: "/", omittingEmptySubsequences: false)
  .dropLast(3).joined(separator: "/") + "/cases/"

private struct Shipped: CustomTestStringConvertible {
  let name: String
  let rows: Int
  let assertions: Int
  let excluded: [Exclusion: Int]
  var testDescription: String { name }
}

@Suite("The cases that are shipped")
struct ShippedCases {
  private static let all = [
    Shipped(
      name: "aze-rus-2025", rows: 181, assertions: 43,
      excluded: [.unverified: 3, .alleged: 3, .unintentional: 3, .nonState: 3, .duplicate: 4]),
    Shipped(name: "qat-2017", rows: 33, assertions: 27, excluded: [.unverified: 11]),
    Shipped(
      name: "tutorial", rows: 10, assertions: 6, excluded: [.unintentional: 1, .nonState: 1]),
  ]

  @Test("have nothing to fix", arguments: all)
  private func clean(_ shipped: Shipped) {
    let reading = CaseFolder.check(at: cases + shipped.name)
    let faults = reading.problems.filter { $0.severity != .note }
    #expect(faults.isEmpty, "\(faults)")
    #expect(reading.isClean)
  }

  @Test("hold every row and every assertion, and count what they leave out", arguments: all)
  private func complete(_ shipped: Shipped) throws {
    let subject = try #require(CaseFolder.read(at: cases + shipped.name).case)
    #expect(subject.events.count == shipped.rows)
    #expect(subject.assertions.count == shipped.assertions)
    var excluded: [Exclusion: Int] = [:]
    for event in subject.events {
      if let reason = event.exclusion { excluded[reason, default: 0] += 1 }
    }
    #expect(excluded == shipped.excluded)
  }

  @Test("name a source for every row that counts, but for two that say that they have none")
  func sources() throws {
    for shipped in Self.all {
      let subject = try #require(CaseFolder.read(at: cases + shipped.name).case)
      let bare = subject.events.filter {
        $0.exclusion == nil && ($0.source.publisher.isEmpty || $0.source.url.isEmpty)
      }
      #expect(bare.map(\.id) == (shipped.name == "aze-rus-2025" ? ["AR076", "AR077"] : []))
      #expect(bare.allSatisfy { $0.note.contains("names no source") })
    }
  }

  @Test("favour no named story, and leave room for none of them", arguments: all)
  private func noneOfThese(_ shipped: Shipped) throws {
    let subject = try #require(CaseFolder.read(at: cases + shipped.name).case)
    let none = try #require(subject.explanations.first { $0.kind == "none" })
    let named = subject.explanations.filter { $0.kind != "none" }
    #expect(named.count >= 3)
    #expect(Set(named.map(\.prior)).count == 1)
    #expect(none.prior > 0 && none.prior <= (named.first?.prior ?? 0))
  }

  @Test("use only codes that belong to no state where the states are invented")
  func invented() throws {
    let subject = try #require(CaseFolder.read(at: cases + "tutorial").case)
    #expect(subject.actors.allSatisfy { CountryCodes.isUserAssigned($0.id) })
  }
}
