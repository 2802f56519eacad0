import CaseFiles
import Diplomacy
import Foundation
import Testing

@Suite("The check of a case")
struct CheckIsTheLawTests {
  private func add(_ name: String, _ text: String, to fixture: CaseFixture) {
    fixture.files[name] = Array(text.utf8)
  }

  @Test(
    "names files that were meant for the case and are not read",
    arguments: ["assertions.yml", "Evidence.yml", "assertion.yaml", "sources.yml"])
  func misnamed(name: String) throws {
    let fixture = try CaseFixture()
    for known in ["assertions.yaml", "evidence.yaml", "sources.yaml"] {
      fixture.files[known] = nil
    }
    add(name, "x: 1\n", to: fixture)
    let reading = try fixture.check()
    #expect(reading.problems.contains { $0.severity == .flaw && $0.file.hasSuffix(name) })
  }

  @Test("reads the game of the case too")
  func game() throws {
    let fixture = try CaseFixture()
    add("game.yaml", "players: 3\n", to: fixture)
    #expect(try fixture.check().problems.contains { $0.file.hasSuffix("game.yaml") })
  }

  @Test("waits for no pipe")
  func pipe() throws {
    let fixture = try CaseFixture()
    for name in ["assertions.yaml", "evidence.yaml", "game.yaml"] {
      let path = "\(fixture.folder)/\(name)"
      fixture.files[name] = nil
      #expect(mkfifo(path, 0o600) == 0)
    }
    let problems = try fixture.check().problems
    for name in ["assertions.yaml", "evidence.yaml", "game.yaml"] {
      #expect(problems.contains { $0.file.hasSuffix(name) })
    }
  }

  @Test(
    "names a file that cannot be read once, and holds nothing against what it would have said",
    arguments: ["case.yaml", "events.csv"], ["UTF-16", "UTF-32", "semicolons", "broken"])
  func cascade(name: String, fault: String) throws {
    let fixture = try CaseFixture()
    let text = fixture.text(name)
    switch fault {
    case "UTF-16": fixture.files[name] = text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    case "UTF-32":
      fixture.files[name] = text.unicodeScalars.flatMap { scalar in
        (0..<4).map { UInt8(scalar.value >> (24 - 8 * $0) & 255) }
      }
    case "semicolons": fixture.files[name] = Array(text.replacing(",", with: ";").utf8)
    default: fixture.files[name] = Array((name == "case.yaml" ? "a: [\n" : "x\n" + text).utf8)
    }
    guard fault != "semicolons" || name == "events.csv" else { return }
    let errors = try fixture.check().problems.filter { $0.severity == .error }
    #expect(!errors.isEmpty && errors.allSatisfy { $0.file.hasSuffix(name) }, "\(errors)")
    if fault != "broken" {
      #expect(errors.count == 1 && errors[0].what.contains(fault), "\(errors)")
    }
  }

  @Test("sees that no act of the side in question counts, as the comparison of explanations does")
  func noConduct() throws {
    let fixture = try CaseFixture()
    let head = try #require(try fixture.read().case)
    let acts = head.events.filter { $0.isOf(head.focalDyad) }.map(\.id)
    #expect(!acts.isEmpty)
    let lines = fixture.text("events.csv").split(separator: "\n")
    fixture.files["events.csv"] = Array(
      (lines.filter { line in !acts.contains { line.hasPrefix($0 + ",") } }
        .joined(separator: "\n") + "\n").utf8)
    let problems = try fixture.check().problems
    #expect(problems.contains { $0.severity == .flaw && $0.what.contains("no conduct") })
  }

  @Test("says one thing where a key of case.yaml is written twice, also with returns before feeds")
  func carriageReturns() throws {
    let fixture = try CaseFixture()
    let text = fixture.text("case.yaml")
    let doubled = text + "\nid: again\n"
    let returned = doubled.unicodeScalars.map { $0 == "\n" ? "\r\n" : String($0) }.joined()
    fixture.files["case.yaml"] = Array(returned.utf8)
    let errors = try fixture.check().problems.filter { $0.severity == .error }
    #expect(errors.count == 1)
  }
}
