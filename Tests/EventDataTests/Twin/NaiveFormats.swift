import EventData

extension NaiveFormat {
  private static let days = ["2018-06-01", "2020-02-29", "20190731", "99999999", "1900-01-01"]
  private static let codes = ["112", "0231", "0130", "20", "010", "---"]
  private static let weights = ["-2.0", "", "10", "1e308", "NaN", "-.55", "NA", "+3.45"]

  private static func row(_ count: Int, _ values: [Int: String]) -> [String] {
    (0..<count).map { values[$0] ?? "" }
  }

  private static func header(_ text: String, _ separator: Character = "\t") -> String {
    text.split(separator: "|").joined(separator: String(separator))
  }

  private static func codes(_ event: CodedEvent) -> [String] {
    [event.source.code, event.target.code]
  }

  private static func names(_ event: CodedEvent) -> [String] {
    [event.source.name, event.target.name]
  }

  private static func gdelt(_ format: EventFormat, _ columns: ClosedRange<Int>) -> NaiveFormat {
    NaiveFormat(
      format: format,
      good: row(
        columns.upperBound,
        [0: "17", 1: "20180601", 5: "RUSGOV", 7: "RUS", 15: "UKR", 17: "UKR", 26: "112", 30: "-2"]),
      variants: [
        (0, ["1", "-5", "x"]), (1, days), (26, codes), (30, weights), (15, ["UKR", "", "AFR"]),
      ],
      decode: plain(columns: columns, day: 1, code: 26, weight: 30, id: 0, mentions: 31),
      texts: [5, 15],
      read: codes)
  }

  /// Every format of coded events in rows and columns.
  static let all: [NaiveFormat] = [
    gdelt(.gdelt1, 57...58), gdelt(.gdelt2, 61...61),
    NaiveFormat(
      format: .icews,
      header: header(
        "Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|"
          + "Intensity|Target Name|Target Sectors|Target Country|Story ID|Sentence Number|Publisher|"
          + "City|District|Province|Country|Latitude|Longitude"),
      good: row(
        20, [0: "7", 1: "2018-06-02", 2: "Russia", 5: "Criticize", 6: "111", 7: "-2", 8: "India"]),
      variants: [(1, days), (6, codes), (7, weights), (2, ["Russia", "NA", ""])],
      decode: plain(columns: 20...20, day: 1, code: 6, weight: 7), texts: [2, 8], read: names),
    NaiveFormat(
      format: .polecat,
      header: header(
        "Event ID|Event Date|Event Type|Event Mode|Intensity|Actor Name|Actor Country|Recipient Name|"
          + "Recipient Country"),
      good: ["P1", "2023-01-05", "SANCTION", "expel", "-5.0", "Ministry", "RUS", "Embassy", "EST"],
      variants: [(1, days), (2, ["ASSAULT", "aid", "BEHAVE", ""]), (4, weights)],
      decode: { fields in
        let roots = ["SANCTION": "16", "ASSAULT": "18", "AID": "07"]
        guard fields.count == 9, let day = NaiveRows.day(fields[1]),
          let code = roots[fields[2].uppercased()], let tenths = NaiveRows.weight(fields[4])
        else { return nil }
        return (day, code, tenths)
      }, texts: [5, 7], read: names),
    NaiveFormat(
      format: .phoenix,
      header: header(
        "eid|story_date|year|month|day|source|source_root|source_agent|source_others|target|"
          + "target_root|target_agent|target_others|code|root_code|quad_class|goldstein|"
          + "joined_issues|lat|lon|placename|statename|countryname|aid|process", ","),
      good: row(
        25,
        [
          0: "N1", 1: "1/31/2005", 2: "2005", 3: "1", 4: "31", 5: "USAGOV", 6: "USA", 9: "IRN",
          10: "IRN", 13: "130", 16: "-4.4",
        ]),
      variants: [
        (1, ["2005-01-31", "1/31/2005"]), (4, ["31", "32"]), (13, codes), (16, weights),
      ],
      decode: { fields in
        guard fields.count == 25 || fields.count == 24,
          let code = NaiveRows.fullCode(NaiveRows.known(fields[13])),
          let tenths = NaiveRows.weight(fields[16])
        else { return nil }
        if NaiveRows.calendarDay(fields[1]) != nil {
          return NaiveRows.day(fields[1]).map { ($0, code, tenths) }
        }
        let parts = fields[2...4].map { NaiveRows.whole($0) ?? -1 }
        guard parts.allSatisfy({ (0...9999).contains($0) }) else { return nil }
        let digits = parts.map { String($0) }
        let text =
          String(repeating: "0", count: 4 - digits[0].count) + digits[0]
          + digits[1...].map { String(repeating: "0", count: max(0, 2 - $0.count)) + $0 }.joined()
        return NaiveRows.day(text).map { ($0, code, tenths) }
      }, texts: [5, 9], read: codes),
    NaiveFormat(
      format: .acled,
      header: header(
        "event_id_cnty|event_date|event_type|sub_event_type|actor1|inter1|actor2|inter2|source|notes",
        ","),
      good: ["A1", "2024-03-01", "Battles", "Armed clash", "X", "1", "\"Y, of Z\"", "2", "S", "n"],
      variants: [
        (1, days), (3, ["Armed clash", "Other", "nothing"]), (2, ["Battles", "Talks"]),
        (9, ["plain", "\"two\nlines, \"\"quoted\"\"\"", "open \""]),
      ],
      decode: { fields in
        let codes = ["armed clash": "190", "other": "010"]
        guard fields.count == 10, let day = NaiveRows.day(fields[1]),
          let code = codes[fields[3].lowercased()]
            ?? (fields[2].lowercased() == "battles" ? "190" : nil)
        else { return nil }
        return (day, code, nil)
      }, texts: [4, 6], read: names),
    NaiveFormat(
      format: .ucdp,
      header: header(
        "id|type_of_violence|conflict_name|side_a|side_b|date_start|date_end|gwnoa|gwnob", ","),
      good: ["9", "1", "c", "X", "Y", "2020-09-27", "2020-09-29", "", ""],
      variants: [
        (1, ["1", "2", "3", "4"]), (5, days), (6, ["", "2021-01-01", "2017-01-01", "99999999"]),
      ],
      decode: { fields in
        guard fields.count == 9, let start = NaiveRows.day(fields[5]),
          let end = fields[6].isEmpty ? start : NaiveRows.day(fields[6]), end >= start,
          let kind = NaiveRows.whole(fields[1]), (1...3).contains(kind)
        else { return nil }
        return (start, kind == 3 ? "180" : "190", nil)
      }, texts: [3, 4], read: names),
    NaiveFormat(
      format: .petrarch,
      good: ["20180601", "RUSGOV", "UKRMIL", "112", "", "1_1", "http://x", "M", "a", "c"],
      variants: [(0, days), (3, codes)],
      decode: plain(columns: 5...10, day: 0, code: 3, weight: nil), texts: [1, 2], read: codes),
    NaiveFormat(
      format: .relations, header: header("date|source|cameo|goldstein|relation|target|split"),
      good: ["2014-01-01", "Police (Australia)", "173", "-5.0", "Arrest", "Women (X)", "train"],
      variants: [(0, days), (2, codes), (3, weights)],
      decode: plain(columns: 6...7, day: 0, code: 2, weight: 3), texts: [1, 5], read: names),
    NaiveFormat(
      format: .eventCSV, header: EventCSVWriter.header.replacing("\n", with: ""),
      good: row(24, [0: "a", 1: "2025-06-27", 2: "2025-06-28", 5: "X", 10: "Y", 13: "112"]),
      variants: [
        (1, ["2025-06-27", "20180601"]), (2, days + ["2025-06-30"]), (13, codes), (18, weights),
      ],
      decode: { fields in
        guard fields.count == 24, let first = NaiveRows.day(fields[1]),
          let last = NaiveRows.day(fields[2]), last >= first, NaiveRows.isCode(fields[13]),
          NaiveRows.isCount(fields[22]),
          let tenths = NaiveRows.weight(fields[18])
        else { return nil }
        return (first, fields[13], tenths)
      }, texts: [5, 10], read: codes),
    NaiveFormat(
      format: .caseCSV, header: "id,date,source,target,code,summary,intensity",
      good: ["T1", "2025-06-27", "AZE", "RUS", "112", "\"He said, \"\"no\"\"\"", "-2"],
      variants: [
        (1, ["2025-06-27", "2025-02-30", "1900-01-01", "x"]), (4, codes), (6, weights),
      ],
      decode: { fields in
        guard fields.count == 7, fields[1].utf8.count == 10, let day = NaiveRows.day(fields[1]),
          NaiveRows.isCode(fields[4]), let tenths = NaiveRows.weight(fields[6])
        else { return nil }
        return (day, fields[4], tenths)
      }, texts: [2, 3], read: codes),
  ]
}
