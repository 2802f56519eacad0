import Diplomacy
import EventData
import TestSupport
import Testing

@Suite("The readers")
struct ReaderTests {
  @Test("resolve GDELT's actors, their organs and codes")
  func gdelt() throws {
    let reading = try Reading(text: MadeRows.gdelt2(source: "ROM", code: "0841", weight: "7.0"))
    let event = try #require(reading.events.first)
    #expect(event.source.actor == "ROU")
    #expect(event.source.organ == "government")
    #expect(event.dyad == Dyad(from: "ROU", toward: "UKR"))
    #expect(event.code.rawValue == "0841")
    #expect(event.plover == event.code.plover)
    #expect(event.tenths == 70)
    #expect(event.addedMinute == (17_683 * 24 + 12) * 60 + 15)
    #expect(event.date == DateSpan(try #require(Day("2018-06-01"))))
    #expect(event.line == 1)
  }

  @Test("read ICEWS, where a named state stands for itself and a role for its organ")
  func icews() throws {
    let text = """
      Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude
      7\t2018-06-02\tForeign Affairs (Azerbaijan)\tExecutive,Foreign Ministry\tAzerbaijan\tCriticize or denounce\t111\t-2\tRussia\t\tRussian Federation\t1\t2\tTrend\tBaku\tNA\tNA\tAzerbaijan\t40\t49
      8\t2018-06-02\tSomeone Unknown\t\tNA\tMake statement\t010\t0\tCitizen (South Korea)\tGeneral Population\tSouth Korea\t1\t3\tTrend\tNA\tNA\tNA\tNA\t1\t1
      """
    let reading = try Reading(text: text)
    #expect(reading.counts.kept == 2)
    let first = try #require(reading.events.first)
    #expect(first.dyad == Dyad(from: "AZE", toward: "RUS"))
    #expect(first.source.organ == "foreign_ministry")
    #expect(first.target.organ == "")
    #expect(first.publisher == "Trend")
    let second = try #require(reading.events.last)
    #expect(second.source.actor == nil)
    #expect(second.target.actor == "KOR")
    #expect(second.target.isOfficial == false)
    #expect(second.dyad == nil)
  }

  @Test("read POLECAT's PLOVER types and keep its modes")
  func polecat() throws {
    let header = [
      "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
      "Actor Name", "Actor Country", "Primary Actor Sector", "Actor Sectors", "Recipient Name",
      "Recipient Country", "Primary Recipient Sector", "Recipient Sectors", "Source",
    ]
    let row = [
      "P1", "2023-01-05", "SANCTION", "expel", "-5.0", "MATERIAL CONFLICT", "diplomatic",
      "Foreign ministry", "RUS", "GOV", "GOV; DIP", "Embassy", "EST", "GOV", "GOV", "Interfax",
    ]
    let reading = try Reading(
      text: header.joined(separator: "\t") + "\n" + row.joined(separator: "\t") + "\n"
        + row.joined(separator: "\t").replacing("SANCTION", with: "BEHAVE"))
    let event = try #require(reading.events.first)
    #expect(event.plover == .sanction)
    #expect(event.code.rawValue == "16")
    #expect(event.rawCode == "SANCTION/expel")
    #expect(event.dyad == Dyad(from: "RUS", toward: "EST"))
    #expect(event.tenths == -50)
    #expect(reading.rejected.first?.reason == "'BEHAVE' is no PLOVER type")
  }

  @Test("read Phoenix with its agents")
  func phoenix() throws {
    let text = """
      eid,story_date,year,month,day,source,source_root,source_agent,source_others,target,target_root,target_agent,target_others,code,root_code,quad_class,goldstein,joined_issues,lat,lon,placename,statename,countryname,aid,process
      NYT1,1/31/2005,2005,1,31,USAGOV,USA,GOV,,IRNMIL,IRN,MIL,,130,13,3,-4.4,,,,,,,a,x
      """
    let event = try #require(Reading(text: text).events.first)
    #expect(event.date.description == "2005-01-31")
    #expect(event.dyad == Dyad(from: "USA", toward: "IRN"))
    #expect(event.target.organ == "military")
    #expect(event.tenths == -44)
  }

  @Test("read ACLED, a row over two lines among them")
  func acled() throws {
    let text = """
      event_id_cnty,event_date,event_type,sub_event_type,actor1,inter1,actor2,inter2,source,notes
      AZE1,01 March 2024,Explosions/Remote violence,Air/drone strike,Military Forces of Azerbaijan (2003-),1,Military Forces of Armenia (2018-),8,Trend,"On 1 March,
      a ""drone"" strike."
      IND2,2024-03-02,Protests,Peaceful protest,Protesters (India),6,,0,PTI,x
      """
    let reading = try Reading(text: text)
    let first = try #require(reading.events.first)
    #expect(first.dyad == Dyad(from: "AZE", toward: "ARM"))
    #expect(first.source.organ == "military")
    #expect(first.code.rawValue == "195")
    #expect(first.summary == "On 1 March,\na \"drone\" strike.")
    #expect(first.line == 2)
    let second = try #require(reading.events.last)
    #expect(second.line == 4)
    #expect(second.source.actor == "IND")
    #expect(second.target.isAbsent)
  }

  @Test("read UCDP's intervals and governments")
  func ucdp() throws {
    let text = """
      id,type_of_violence,conflict_name,side_a,side_b,source_office,source_headline,date_start,date_end,gwnoa,gwnob
      9,1,Nagorno-Karabakh,Government of Azerbaijan,Government of Armenia,BBC,Clashes,2020-09-27 00:00:00.000,2020-09-29 00:00:00.000,373,371
      10,3,x,Government of Sudan,Civilians,BBC,,2020-09-27,2020-09-26,625,
      """
    let reading = try Reading(text: text)
    let event = try #require(reading.events.first)
    #expect(event.date.description == "2020-09-27/2020-09-29")
    #expect(event.dyad == Dyad(from: "AZE", toward: "ARM"))
    #expect(reading.rejected.first?.reason.contains("before the start") == true)
  }

  @Test("read what PETRARCH writes")
  func petrarch() throws {
    let text = "20180601\tRUSGOV\tUKRMIL\t112\t\t001_1\thttp://x\tMoscow\tarmy\tcriticized\n"
    let event = try #require(Reading(text: text).events.first)
    #expect(event.dyad == Dyad(from: "RUS", toward: "UKR"))
    #expect(event.target.organ == "military")
    #expect(event.source.name == "Moscow")
  }

  @Test("read JSON Lines, PLOVER alone being enough, and reject what is no event")
  func jsonLines() throws {
    let text = """
      {"id":"a","date":"2025-06-27/2025-06-30","source":"AZE","target":"RUS","code":"112","intensity":-2}
      {"doc":"b","date":"2025-06-27","source":"RUSGOV","target":"IGO:EU","plover":"SANCTION"}
      {"date":"2025-06-27","source":"AZE","target":"RUS","code":"112","intensity":1e9}
      {"date":
      [1,2]
      """
    let reading = try Reading(text: text)
    #expect(reading.counts.kept == 2)
    #expect(reading.rejected.map(\.line) == [3, 4, 5])
    #expect(reading.events.first?.date.length == 4)
    #expect(reading.events.last?.dyad == Dyad(from: "RUS", toward: "IGO:EU"))
    #expect(reading.events.last?.code.rawValue == "16")
  }

  @Test("read relation extracts, persons unresolved unless they led a state")
  func relations() throws {
    let text = """
      date\tsource\tcameo\tgoldstein\trelation\ttarget\tsplit
      2014-01-01\tPolice (Australia)\t173\t-5.0\tArrest\tWomen (Australia)\ttrain
      2014-01-01\tSome Person\t020\t3.0\tAppeal\tXi Jinping\ttrain
      """
    let reading = try Reading(text: text)
    #expect(reading.events.map(\.source.actor) == ["AUS", nil])
    #expect(reading.events.first?.source.organ == "police")
    #expect(reading.events.last?.target.actor == "CHN")
    #expect(reading.events.last?.target.organ == "president")
  }

  @Test("read mentions and daily sums as what they are")
  func others() throws {
    let mention = [
      "5", "20180601120000", "20180601121500", "1", "bbc.co.uk", "http://x", "1", "-1", "2", "3",
      "1", "80", "100", "-1.5", "", "",
    ].joined(separator: "\t")
    let rows = try RowStream(MemoryStream(mention.utf8), name: "m")
    #expect(rows.detection.format == .gdeltMentions)
    var mentions: [Mention] = []
    _ = try rows.read(with: GDELTMentionReader(), keep: { mentions.append($0) }, reject: { _ in })
    #expect(mentions.first?.confidence == 80)
    #expect(mentions.first.map { $0.minute - $0.eventMinute } == 15)
    let sums = try RowStream(MemoryStream("2018-01-01\tRUS\tAZE\t-13.5\n".utf8), name: "s")
    #expect(sums.detection.format == .dailySums)
    var found: [DailySum] = []
    _ = try sums.read(with: DailySumReader(), keep: { found.append($0) }, reject: { _ in })
    #expect(found.first?.tenths == -135)
    #expect(found.first?.pair == Pair("AZE", "RUS"))
  }
}

@Suite("Real files", .enabled(if: Shared.isThere, "needs ../shared"))
struct SampleTests {
  @Test(
    "give the counts and sums that awk and Python give",
    arguments: [
      ("conformance/samples/gdelt1_58col_reed9999_events.tsv", EventFormat.gdelt1, 710, 2132),
      ("conformance/samples/gdelt1_georgia_aug2012.csv", .gdelt1, 1255, 4359),
      ("conformance/samples/icews_events.2018.sample.tab", .icews, 3705, 1384),
    ])
  func samples(path: String, format: EventFormat, count: Int, tenths: Int) throws {
    let rows = try RowStream(Shared.file(path))
    #expect(rows.detection.format == format)
    let reading = try Reading(rows)
    #expect(reading.counts.read == count)
    #expect(reading.counts.kept == count)
    #expect(reading.events.reduce(0) { $0 + ($1.tenths ?? 0) } == tenths)
  }

  @Test("of mentions keep every row and the sum of confidences")
  func mentions() throws {
    let rows = try RowStream(Shared.file("conformance/samples/gdelt2_mentions_sample.csv"))
    var confidence = 0
    var ids: Set<String> = []
    let counts = try rows.read(
      with: GDELTMentionReader(),
      keep: {
        confidence += $0.confidence
        ids.insert($0.event)
      }, reject: { _ in })
    #expect(counts.kept == 1635)
    #expect(confidence == 117_600)
    #expect(ids.count == 1430)
  }

  @Test("of ICEWS resolve Russia and India as the country column does")
  func countries() throws {
    let reading = try Reading(Shared.file("conformance/samples/icews_events.2018.sample.tab"))
    let russian = reading.events.filter { $0.source.code == "Russian Federation" }
    #expect(russian.count + reading.events.count { $0.source.name == "Russia" } >= 176)
    #expect(russian.allSatisfy { $0.source.actor == "RUS" })
    #expect(
      reading.events.count { $0.source.actor == "IND" && $0.code.rawValue.hasPrefix("17") } == 131)
  }
}
