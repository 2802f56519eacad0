import Diplomacy
import Foundation
import Testing

@Suite("Codes of acts")
struct CodeTests {
  @Test(
    "have a root from 1 to 20, a label, and the quad class of their root", arguments: EventCode.all)
  func everyCode(code: EventCode) throws {
    #expect((1...20).contains(code.root))
    #expect(!code.label.isEmpty)
    #expect(code.rawValue.count >= 2 && code.rawValue.count <= 4)
    let expected: QuadClass =
      switch code.root {
      case 1...5: .verbalCooperation
      case 6...8: .materialCooperation
      case 9...13: .verbalConflict
      default: .materialConflict
      }
    #expect(code.quadClass == expected)
    #expect(EventCode(rawValue: code.rawValue) == code)
    #expect(try JSONDecoder().decode(EventCode.self, from: JSONEncoder().encode(code)) == code)
  }

  @Test(
    "that CAMEO lacks are refused",
    arguments: ["", "0", "21", "00", "999", "10 ", "1l2", "04x", "٠٤"])
  func unknown(text: String) { #expect(EventCode(text) == nil) }

  @Test("weigh between -10 and 10 on both scales", arguments: IntensityScale.allCases)
  func weights(scale: IntensityScale) {
    for code in EventCode.all {
      let weight = scale.weightOrOther(of: code)
      #expect(weight >= -10 && weight <= 10)
    }
  }

  /// Goldstein 1992 as GDELT's codebook prints it.
  @Test(
    "have the weights that were published",
    arguments: [
      ("010", 0.0), ("040", 1.0), ("057", 8.0), ("112", -2.0), ("190", -10.0), ("173", -5.0),
    ])
  func published(code: String, weight: Double) throws {
    let code = try #require(EventCode(code))
    #expect(IntensityScale.goldsteinGDELT.weightOrOther(of: code) == weight)
  }
}

@Suite("Dyads and pairs")
struct DyadTests {
  @Test(
    "read what they write, and turn round twice to the same",
    arguments: [("AZE", "RUS"), ("RUS", "AZE"), ("XAA", "XBB")])
  func roundTrip(source: String, target: String) throws {
    let dyad = Dyad(from: ActorCode(source), toward: ActorCode(target))
    #expect(Dyad(dyad.description) == dyad)
    #expect(dyad.reversed.reversed == dyad)
    #expect(dyad.reversed.source == dyad.target)
    let pair = Pair(dyad.source, dyad.target)
    #expect(pair == Pair(dyad.target, dyad.source))
    #expect(Set(pair.dyads) == [dyad, dyad.reversed])
    #expect(try JSONDecoder().decode(Dyad.self, from: JSONEncoder().encode(dyad)) == dyad)
    #expect(try JSONDecoder().decode(Pair.self, from: JSONEncoder().encode(pair)) == pair)
  }

  @Test(
    "written otherwise are refused",
    arguments: ["AZE", "AZE>", ">RUS", "AZE>RUS>TUR", "AZE-RUS", ""])
  func refused(text: String) { #expect(Dyad(text) == nil) }
}
