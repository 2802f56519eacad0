import Diplomacy
import Testing

/// A record of the quarrel of Canada and India from 2022 to 2025, cut down to dates, sides and codes:
/// the facts on which sentences made from right numbers were once wrong.
enum CanadaIndia {
  /// Id, date, who, toward whom, code, level of contact, effect on it.
  static let rows = """
    IC01 2022-03 CAN+IND CAN+IND 046 trade_minister held
    IC02 2023-03-25 IND CAN 114 diplomatic held
    IC03 2023-04-03/2023-04-06 CAN+IND CAN+IND 046 trade_minister held
    IC04 2023-05-08 CAN+IND CAN+IND 040 trade_minister held
    IC05 2023-06-18 IND CAN 186 - -
    IC06 2023-07-03 CAN IND 030 - -
    IC07 2023-07-03 IND CAN 114 diplomatic held
    IC08 2023-09-01 CAN IND 164 trade_minister restricted
    IC09 2023-09-10 IND CAN 111 head_of_government held
    IC10 2023-09-10 CAN IND 111 head_of_government held
    IC11 2023-09-15 CAN IND 160 trade_minister postponed
    IC12 2023-09-18 CAN IND 112 - -
    IC13 2023-09-18/2023-09-19 CAN IND 161 diplomatic restricted
    IC14 2023-09-19 IND CAN 112 - -
    IC15 2023-09-19 IND CAN 161 diplomatic restricted
    IC16 2023-09-19 CAN IND 030 - -
    IC17 2023-09-20 IND CAN 110 - -
    IC18 2023-09-21 IND CAN 172 consular closed
    IC19 2023-09-21/2023-09-22 IND CAN 100 diplomatic restricted
    IC20 2023-10-19 IND CAN 161 diplomatic restricted
    IC21 2023-10-20 CAN IND 112 - -
    IC22 2023-10-20 IND CAN 112 - -
    IC23 2023-10-26 IND CAN 081 consular restored
    IC24 2023-10-26 CAN IND 051 - -
    IC25 2023-11-22 IND CAN 081 consular restored
    IC26 2024-04-28 CAN IND 111 - -
    IC27 2024-04-29 IND CAN 114 diplomatic held
    IC28 2024-05-02 IND CAN 111 - -
    IC29 2024-05-03 CAN IND 173 - -
    IC30 2024-05-04 IND CAN 112 - -
    IC31 2024-06 CAN IND 112 - -
    IC32 2024-06-14 CAN+IND CAN+IND 040 head_of_government held
    IC33 2024-06-18 CAN IND 110 - -
    IC34 2024-06-18 CAN IND 030 - -
    IC37 2024-10-10 CAN+IND CAN+IND 040 head_of_government held
    IC38 2024-10-13/2024-10-14 CAN IND 112 diplomatic restricted
    IC39 2024-10-14 CAN IND 112 - -
    IC40 2024-10-14 CAN IND 161 diplomatic closed
    IC41 2024-10-14 IND CAN 114 diplomatic held
    IC42 2024-10-14 IND CAN 161 diplomatic closed
    IC43 2024-10-14 IND CAN 161 diplomatic closed
    IC44 2024-10-15 CAN IND 131 - -
    IC45 2024-10-29 CAN IND 112 - -
    IC46 2024-11-01 IND CAN 114 diplomatic held
    IC47 2024-11-04 IND CAN 111 - -
    IC48 2024-11-07 IND CAN 160 consular restricted
    IC50 2024-11-21 CAN IND 052 - -
    IC52 2025-01-28 CAN IND 112 - -
    IC53 2025-01-28 IND CAN 112 - -
    IC55 2025-04-29 IND CAN 051 - -
    IC56 2025-06-06 CAN IND 041 head_of_government held
    IC57 2025-06-17 CAN+IND CAN+IND 040 head_of_government held
    IC58 2025-08-28 CAN+IND CAN+IND 050 diplomatic restored
    IC59 2025-09-18 CAN+IND CAN+IND 040 security_adviser held
    IC60 2025-10-13 CAN IND 042 foreign_minister held
    IC61 2025-11-23 CAN+IND CAN+IND 046 head_of_government held
    """

  static func events() throws -> [Event] {
    try rows.split(separator: "\n").map { line in
      let cells = line.split(separator: " ").map(String.init)
      return Event(
        id: cells[0], date: try DateSpan(parsing: cells[1]),
        sources: cells[2].split(separator: "+").map { ActorCode(String($0)) },
        targets: cells[3].split(separator: "+").map { ActorCode(String($0)) },
        code: try #require(EventCode(cells[4])), summary: "An act.",
        channel: cells[5] == "-" ? nil : ChannelLevel(rawValue: cells[5]),
        channelEffect: ChannelEffect(rawValue: cells[6]))
    }
  }

  static func subject(_ checks: [Check] = [], rows: [String]? = nil) throws -> Case {
    var subject = Case(
      id: "can-ind", title: "Canada and India", claim: "None.", focal: "CAN", counterpart: "IND",
      window: try DateSpan(parsing: "2023-06-18/2025-11-30"),
      baseline: try DateSpan(parsing: "2022-03-01/2023-06-17"),
      actors: [Actor(id: "CAN", name: "Canada"), Actor(id: "IND", name: "India")])
    subject.events = try events().filter { rows?.contains($0.id) ?? true }
    subject.assertions = checks.enumerated().map {
      Assertion(id: "A\($0.offset + 1)", text: "made", check: $0.element)
    }
    return subject
  }
}
