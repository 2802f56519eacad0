import Diplomacy
import Estimation
import Testing

@testable import Forecasting

@Suite("Responses")
struct ResponseTests {
  private let question = ResponseStudy.Question(codes: ["161"], label: "expulsions")

  private func span(_ days: Range<Int>) -> [DateSpan] {
    DateSpan(from: Day(ordinal: days.lowerBound), through: Day(ordinal: days.upperBound - 1))
      .map { [$0] } ?? []
  }

  private func act(_ day: Int, _ code: String) -> DatedAct? {
    EventCode(rawValue: code).map { DatedAct(day: day, code: $0) }
  }

  @Test("acts of the same day, as data sets code them for both sides, never count as replies")
  func sameDay() throws {
    let days = stride(from: 60, to: 700, by: 40).map { $0 }
    let expulsions = days.compactMap { act($0, "161") }
    let history = DyadHistory(
      of: Dyad(from: "AZE", toward: "RUS"), from: 0, own: expulsions, reverse: expulsions)
    let study = ResponseStudy(question, in: [history], spans: span(0..<760))
    #expect(study.cases.count == days.count)
    for one in study.cases {
      #expect(one.windows.allSatisfy { $0.days > 7 || $0.hostile == 0 && !$0.inKind })
      #expect(one.windows[0].first == nil)
    }
    // A day later it is a reply.
    let later = DyadHistory(
      of: history.dyad, from: 0, own: expulsions, reverse: days.compactMap { act($0 + 1, "161") })
    let replies = ResponseStudy(question, in: [later], spans: span(0..<760))
    #expect(replies.cases.allSatisfy { $0.windows[0].hostile == 1 && $0.windows[0].inKind })
  }

  @Test("a case is an act without one like it in the fourteen days before, with its windows whole")
  func onsets() {
    let own = [20, 40, 50, 54, 69, 690, 745].compactMap { act($0, "1611") ?? act($0, "161") }
    let history = DyadHistory(
      of: Dyad(from: "AZE", toward: "RUS"), from: 0, own: own, reverse: [])
    let study = ResponseStudy(question, in: [history], spans: span(0..<760))
    // 20 has no thirty days before it, 50 and 54 follow too soon, 745 has no thirty days after it.
    #expect(study.cases.map(\.day.ordinal) == [40, 69, 690])
  }

  @Test("the excess over matched days is that of a simulated reply, and nothing without one")
  func planted() {
    func histories(reply: Double) -> [DyadHistory] {
      (0..<150).map { index in
        var random = SeededGenerator(seed: UInt64(index) &* 17 &+ 5)
        var (own, reverse) = ([DatedAct](), [DatedAct]())
        for day in 0..<1500 {
          if random.uniform() < 0.03, let one = act(day, "112") { reverse.append(one) }
          if day % 150 == 100 {
            if let one = act(day, "161") { own.append(one) }
            if random.uniform() < reply, let one = act(day + 1 + random.index(below: 6), "112") {
              reverse.append(one)
            }
          }
        }
        return DyadHistory(
          of: Dyad(from: ActorCode("A\(index)"), toward: ActorCode("B\(index)")), from: 0,
          own: own, reverse: reverse)
      }
    }
    let none = ResponseSummary(
      ResponseStudy(question, in: histories(reply: 0), spans: span(0..<1500)))
    #expect(none.cases > 1000)
    #expect(none.windows[0].excess.holdsZero)
    let some = ResponseSummary(
      ResponseStudy(question, in: histories(reply: 0.5), spans: span(0..<1500)))
    // Without a reply 1 - exp(-7 * 0.03) = .19 of weeks are hostile; half of the rest is added.
    #expect(abs(some.windows[0].excess.value - 0.5 * 0.81) < 0.04)
    #expect(some.windows[0].excess.low > 0.3)
    #expect(abs(some.windows[0].matched - 0.19) < 0.04)
  }

  @Test("a hole in the data parts the record, so that no window reaches over it")
  func hole() {
    let reports = (0..<760).filter { !(300..<330).contains($0) }.map { (day: $0, reports: 5) }
    let coverage = DataCoverage(reports)
    #expect(coverage.stretches() == [0...299, 330...759])
    let spans = coverage.stretches().compactMap {
      DateSpan(from: Day(ordinal: $0.lowerBound), through: Day(ordinal: $0.upperBound))
    }
    let own = [100, 280, 340, 500].compactMap { act($0, "161") }
    let history = DyadHistory(
      of: Dyad(from: "AZE", toward: "RUS"), from: 0, own: own, reverse: [])
    #expect(
      ResponseStudy(question, in: [history], spans: spans).cases.map(\.day.ordinal) == [100, 500])
  }

  @Test("few cases carry no conclusion, and apologies are not said to calm")
  func apology() throws {
    let days = [100, 200, 300]
    let history = DyadHistory(
      of: Dyad(from: "AZE", toward: "RUS"), from: 0, own: days.compactMap { act($0, "055") },
      reverse: days.compactMap { act($0 + 3, "112") })
    let summary = ResponseSummary(
      ResponseStudy(
        .init(codes: ["055"], label: "apologies"), in: [history], spans: span(0..<500)))
    #expect(summary.isThin)
    #expect(summary.sentence.contains("the data cannot say that an apology calms"))
  }
}
