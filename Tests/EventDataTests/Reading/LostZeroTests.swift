import Diplomacy
import EventData
import TestSupport
import Testing

@Suite("Codes that lost their zeros")
struct LostZeroTests {
  private func gdelt(_ code: String, root: String, quad: String) -> String {
    var fields = MadeRows.gdelt2(code: code).split(
      separator: "\t", omittingEmptySubsequences: false
    ).map(String.init)
    (fields[26], fields[28], fields[29]) = (code, root, quad)
    return fields.joined(separator: "\t")
  }

  @Test(
    "are restored by the root of their row in GDELT",
    arguments: [
      ("10", "1", "1", "010"), ("18", "1", "1", "018"), ("20", "2", "1", "020"),
      ("42", "4", "1", "042"), ("231", "2", "1", "0231"), ("841", "08", "2", "0841"),
      ("10.0", "1.0", "1.0", "010"), ("10", "10", "3", "10"), ("190", "19", "4", "190"),
    ])
  func byRoot(written: String, root: String, quad: String, code: String) throws {
    let reading = try Reading(text: gdelt(written, root: root, quad: quad))
    #expect(reading.events.map(\.code.rawValue) == [code])
    let folder = try TemporaryFolder()
    let file = try folder.file("a.tsv", gdelt(written, root: root, quad: quad).utf8)
    let sum = try Aggregator(AggregationQuery(by: [.root], sum: nil), workers: 1).run([file])
    #expect(sum.count == 1)
    #expect(sum[0].root == EventCode(code)?.root)
  }

  @Test(
    "are rejected where code and row contradict each other",
    arguments: [("112", "19", "4"), ("010", "10", "3"), ("190", "19", "1"), ("042", "04", "4")])
  func contradiction(code: String, root: String, quad: String) throws {
    let reading = try Reading(text: gdelt(code, root: root, quad: quad))
    #expect(reading.rejected.map { $0.reason.contains("contradicts") } == [true])
    let folder = try TemporaryFolder()
    let file = try folder.file("a.tsv", gdelt(code, root: root, quad: quad).utf8)
    let sum = try Aggregator(AggregationQuery(by: [.root], sum: nil), workers: 1).run([file])
    #expect(sum.counts.rejected == 1)
  }

  @Test("are let stand under the classes that GDELT's own files give 09 and 14")
  func publishedClasses() throws {
    for row in [gdelt("090", root: "09", quad: "2"), gdelt("141", root: "14", quad: "3")] {
      #expect(try Reading(text: row).counts.kept == 1)
    }
  }

  @Test("are restored in ICEWS, Phoenix and relation extracts, whose codes have three digits")
  func fullCodes() throws {
    let icews =
      "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\n1\t2018-06-02\tRussia\t\t\tMake statement\t10\t0\tIndia\t\t"
    #expect(try Reading(text: icews).events.first?.code.rawValue == "010")
    let wrong = icews.replacing("Make statement", with: "Demand")
    #expect(try Reading(text: wrong).counts.rejected == 1)
    let relations =
      "date,source,cameo,goldstein,relation,target\n2014-01-01,Russia,42,1.9,Visit,India"
    #expect(try Reading(text: relations).events.first?.code.rawValue == "042")
    let phoenix =
      "eid,story_date,year,month,day,source,source_root,target,target_root,code,root_code\nN1,1/31/2005,2005,1,31,USAGOV,USA,IRN,IRN,20,2"
    #expect(try Reading(text: phoenix).events.first?.code.rawValue == "020")
  }

  @Test("refuse a whole file where roots stand among the codes and nothing settles them")
  func endsFile() {
    let rows = "{\"date\":\"2020-01-01\",\"source\":\"RUS\",\"target\":\"UKR\",\"code\":\"42\"}\n"
    let record = "id,date,source,target,code,summary\nA,2020-01-01,RUS,UKR,42,x\n"
    for text in [rows, record] {
      #expect(throws: InputError.self) { try Reading(text: text) }
    }
  }

  @Test("leave every code of the codebook with a weight", arguments: EventCode.all)
  func weights(code: EventCode) {
    for scale in IntensityScale.allCases {
      let weight = scale.weightOrOther(of: code)
      #expect((-10...10).contains(weight))
      if code.root >= 14 { #expect(weight < 0) }
    }
  }

  @Test("has the codes of the codebook that no table of weights has")
  func codebook() {
    let weights = ["155": -7.2, "176": -7, "1834": -10, "1951": -10, "1952": -10, "1214": -4]
    for (text, weight) in weights {
      let code = EventCode(text)
      #expect(code != nil)
      #expect(code.map { IntensityScale.goldsteinGDELT.weightOrOther(of: $0) } == weight)
    }
  }
}
