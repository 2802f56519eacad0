import Diplomacy
import EventData
import TestSupport
import Testing

@Suite("Published forms of files")
struct PublishedFormsTests {
  private static let icews =
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country"

  private func icews(_ days: [String]) -> String {
    ([Self.icews]
      + days.enumerated().map { "\($0)\t\($1)\tRussia\t\t\tConsult\t040\t1\tIndia\t\t" })
      .joined(separator: "\n") + "\n"
  }

  @Test("give days month first or day first, as the column settles it")
  func orders() throws {
    let american = try Reading(text: icews(["1/5/2017", "1/13/2017", "12/31/2017"]))
    #expect(
      american.events.map(\.date.description) == ["2017-01-05", "2017-01-13", "2017-12-31"])
    let european = try Reading(text: icews(["5/1/2017", "13/1/2017"]))
    #expect(european.events.map(\.date.description) == ["2017-01-05", "2017-01-13"])
    let mixed = try Reading(text: icews(["1/5/2017", "1/13/2017", "13/1/2017"]))
    #expect(mixed.counts.rejected == 1)
  }

  @Test("ask for the order of day and month where no day settles it, and take the one stated")
  func openOrder() throws {
    do {
      _ = try Reading(text: icews(["1/5/2017", "2/5/2017"]))
      Issue.record("read without complaint")
    } catch let error as InputError {
      #expect(error.remedy == .dateOrder)
    }
    let rows = try RowStream(
      MemoryStream(icews(["1/5/2017"]).utf8), name: "a", dates: .dayFirst)
    #expect(try Reading(rows).events.first?.date.description == "2017-05-01")
  }

  @Test("settle the order by a day far behind the first bytes")
  func farBehind() throws {
    let folder = try TemporaryFolder()
    let days = Array(repeating: "1/5/2017", count: 4_000) + ["1/13/2017"]
    let file = try folder.file("a.tab", icews(days).utf8)
    let reading = try Reading(file)
    #expect(reading.counts.kept == 4_001)
    #expect(reading.events.first?.date.description == "2017-01-05")
  }

  @Test(
    "write months in words, years first and times behind",
    arguments: [
      ("05-March-2024", "2024-03-05"), ("5 Mar 2024", "2024-03-05"),
      ("March 5, 2024", "2024-03-05"), ("2024/3/5", "2024-03-05"),
      ("05-Mar-2024 00:00", "2024-03-05"), ("20240305.0", "2024-03-05"),
      ("2024-03-05T10:00:00", "2024-03-05"),
    ])
  func words(text: String, day: String) throws {
    #expect(try Reading(text: icews([text])).events.map(\.date.description) == [day])
  }

  @Test(
    "are no days", arguments: ["13/13/2017", "1/5/17", "31/2/2017", "5 Marvel 2024", "1-2-3-4"])
  func noDays(text: String) throws {
    #expect(try Reading(text: icews([text, "1/13/2017"])).counts.rejected >= 1)
  }

  @Test("have headers in any case, with an index column, and in other orders")
  func headers() throws {
    let acled =
      "EVENT_ID_CNTY,EVENT_DATE,EVENT_TYPE,SUB_EVENT_TYPE,ACTOR1,ACTOR2\nA,2024-03-01,Battles,Armed clash,X,Y\n"
    #expect(try Reading(text: acled).counts.kept == 1)
    let ucdp =
      "ID,TYPE_OF_VIOLENCE,SIDE_A,SIDE_B,DATE_START,DATE_END\n1,1,a,b,2020-01-01,2020-01-01\n"
    #expect(try Reading(text: ucdp).counts.read == 1)
    let gdelt =
      ",GLOBALEVENTID,SQLDATE,Actor1CountryCode,Actor2CountryCode,EventCode,GoldsteinScale,ActionGeo_ADM2Code\n0,5,20200105,RUS,UKR,190,-10,x\n"
    let reading = try Reading(text: gdelt)
    #expect(reading.events.first?.dyad == Dyad(from: "RUS", toward: "UKR"))
    #expect(reading.events.first?.id == "5")
    #expect(reading.events.first?.tenths == -100)
  }

  @Test("name the column that is missing, or stands twice")
  func missing() {
    func message(_ text: String) -> String {
      do {
        _ = try Reading(text: text)
        return ""
      } catch {
        return "\(error)"
      }
    }
    let noDate =
      "id,type_of_violence,side_a,side_b,best\n1,1,a,b,3\n"
    #expect(message(noDate).contains("date_start"))
    #expect(
      message("event_id_cnty,event_date,actor1,actor2\nA,2024-03-01,X,Y\n").contains("event_type"))
    let twice =
      "event_id_cnty,event_date,event_date,event_type,actor1\nA,2024-03-01,2024-03-02,Battles,X\n"
    #expect(message(twice).contains("more than once"))
  }

  @Test("name the codes of ICEWS by their words where the column of codes is missing")
  func eventText() throws {
    let text =
      "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\n1\t2017-01-05\tRussia\t\t\tUse conventional military force\t-10\tIndia\t\t\n2\t2017-01-05\tRussia\t\t\tDance\t-10\tIndia\t\t\n"
    let reading = try Reading(text: text)
    #expect(reading.events.map(\.code.rawValue) == ["190"])
    #expect(reading.rejected.first?.reason.contains("Dance") == true)
  }

  @Test(
    "name the types of ACLED from before 2019",
    arguments: [
      ("Battle-No change of territory", "190"), ("Remote violence", "183"),
      ("Riots/Protests", "140"), ("Violence against civilians", "180"),
      ("Strategic development", "010"), ("Headquarters or base established", "150"),
      ("Non-violent transfer of territory", "080"),
      ("Battle-Government regains territory", "190"),
      ("Battle-Non-state actor overtakes territory", "190"),
    ])
  func oldTypes(type: String, code: String) throws {
    let text = "event_id_cnty,event_date,event_type,actor1,actor2\nA,2016-03-01,\(type),X,Y\n"
    #expect(try Reading(text: text).events.map(\.code.rawValue) == [code])
    let wrong = "event_id_cnty,event_date,event_type,actor1,actor2\nA,2016-03-01,Dancing,X,Y\n"
    #expect(try Reading(text: wrong).rejected.first?.reason.contains("Dancing") == true)
  }

  @Test(
    "name UCDP's governments by number, by name and by former name, and states that are no more")
  func governments() throws {
    func row(_ name: String, _ number: String, _ year: Int) -> String {
      "id,type_of_violence,side_a,side_b,date_start,date_end,gwnoa,gwnob\n1,1,\(name),b,\(year)-01-01,\(year)-01-01,\(number),\n"
    }
    let cases: [(String, String, Int, ActorCode)] = [
      ("Government of Russia (Soviet Union)", "365.0", 2024, "RUS"),
      ("Government of Russia (Soviet Union)", "365", 1990, "SUN"),
      ("Government of Russia (Soviet Union)", "", 2024, "RUS"),
      ("Government of Vietnam (North Vietnam)", "", 2024, "VNM"),
      ("Government of Madagascar (Malagasy)", "", 2024, "MDG"),
      ("Government of Rumania", "", 1990, "ROU"),
      ("Government of Kingdom of eSwatini (Swaziland)", "", 2024, "SWZ"),
      ("Government of x", "345", 1991, "YUG"), ("Government of x", "340", 2010, "SRB"),
      ("Government of x", "315", 1990, "CSK"), ("Government of x", "265", 1989, "DDR"),
      ("Government of x", "260", 1989, "DEU"), ("Government of x", "680", 1989, "YMD"),
    ]
    for (name, number, year, state) in cases {
      let found = try Reading(text: row(name, number, year)).events.first?.source.actor
      #expect(found == state, "\(name) \(number) \(year)")
    }
  }

  @Test("name former states by their codes", arguments: ["SUN", "YUG", "DDR", "CSK", "SCG", "YMD"])
  func formerStates(code: String) {
    #expect(CountryCodes.contains(ActorCode(code)))
    #expect(ActorResolver.state(cameo: code)?.rawValue == code)
  }

  @Test("say what a file is that is no text")
  func foreign() throws {
    let folder = try TemporaryFolder()
    let files: [(String, [UInt8], String)] = [
      ("a", [0xFF, 0xFE, 0x31, 0, 0x32, 0], "UTF-16"),
      ("b", Array("BZh91AY&SY".utf8), "bzip2"),
      ("c", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0], "xz"),
      ("d", Array("SQLite format 3\0".utf8), "SQLite"),
      ("e", Array("1,2,3,4,5,6,7,8,9".utf8.flatMap { [$0, 0] }), "UTF-16"),
      ("f", Array("<!DOCTYPE html><html>".utf8), "web"),
      ("g", Array("PAR1xxxx".utf8), "Parquet"),
    ]
    for (name, bytes, word) in files {
      let file = try folder.file(name, bytes)
      do {
        _ = try RowStream(file)
        Issue.record("read without complaint")
      } catch {
        #expect(error.description.contains(word))
      }
    }
  }

  @Test("hold no NUL in any text of JSON", arguments: ["id", "summary", "url", "source_name"])
  func nul(field: String) throws {
    let text =
      "{\"date\":\"2020-01-01\",\"source\":\"RUS\",\"target\":\"UKR\",\"code\":\"190\",\"\(field)\":\"a\\u0000b\"}\n"
    let reading = try Reading(text: text)
    #expect(reading.rejected.map { $0.reason.contains("NUL") } == [true])
  }

  @Test(
    "state numbers of mentions that can be added up", arguments: ["999999999999999999", "-1", "x"])
  func mentions(text: String) throws {
    #expect(try Reading(text: MadeRows.gdelt2(mentions: text)).counts.rejected == 1)
    let folder = try TemporaryFolder()
    let file = try folder.file("a.tsv", MadeRows.gdelt2(mentions: text).utf8)
    let sum = try Aggregator(AggregationQuery(by: [.dyad], sum: .mentions), workers: 1).run([file])
    #expect(sum.counts.rejected == 1)
  }

  @Test("keep long ids of bodies apart")
  func longActors() throws {
    let head =
      "{\"date\":\"2020-01-01\",\"target\":\"UKR\",\"code\":\"190\",\"source\":\"IGO:A-VERY-LONG-NAME-"
    let folder = try TemporaryFolder()
    let file = try folder.file("a.jsonl", (head + "ONE\"}\n" + head + "TWO\"}\n").utf8)
    let sum = try Aggregator(AggregationQuery(by: [.source]), workers: 1).run([file])
    #expect(sum.count == 2)
    #expect(sum[0].source == "IGO:A-VERY-LONG-NAME-ONE")
  }

  @Test("have the weight of their code where they state none, in a sum as in a store")
  func missingWeights() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.tsv", MadeRows.gdelt2(code: "190", weight: "").utf8)
    let sum = try Aggregator(AggregationQuery(by: [.dyad]), workers: 1).run([file])
    #expect(sum[0].sum == -100)
    #expect(sum.withoutWeight == 1)
  }
}
