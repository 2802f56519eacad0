import Diplomacy
import Testing

@testable import Assessment
@testable import Reporting

@Suite("Sentences of findings")
struct FindingSentenceTests {
  let words: CaseWords

  init() throws {
    var subject = try #require(ReportingSamples.stored("tutorial"))
    subject.searches = [
      RecordSearch(
        spans: [subject.window], pairs: [Pair("XAA", "XBB")],
        publishers: ["Tutorial Gazette (invented)"], by: "the coder")
    ]
    words = CaseWords(subject)
  }

  @Test("are those that were read and approved, for every kind, verdict and form")
  func golden() throws {
    var text = ""
    for sample in FindingSamples.all {
      text += "\(sample.name) [\(sample.clause.verdict.rawValue)]\n"
      text += "  asked: \(CheckWords(words).question(sample.clause.check))\n"
      text += "  found: \(FindingSentence(words).sentence(sample.clause))\n"
      if let margin = sample.clause.margin.flatMap(FindingSentence.margin) {
        text += "  margin: \(margin)\n"
      }
    }
    try Golden.check(text, "ledger-sentences.txt")
  }

  @Test("start with a capital, end with one stop, and hold no ids, codes or brackets of a program")
  func form() {
    for sample in FindingSamples.all {
      let sentence = FindingSentence(words).sentence(sample.clause)
      #expect(sentence.last == ".", "\(sample.name)")
      #expect(!sentence.hasSuffix(".."))
      #expect(sentence.first?.isLowercase == false, "\(sample.name): \(sentence)")
      #expect(!sentence.contains("  ") && !sentence.contains("["))
      #expect(!sentence.contains("XAA") && !sentence.contains("_"), "\(sentence)")
      #expect(!sentence.contains(" 1 act") && !sentence.contains(" 1 day"), "\(sentence)")
      #expect(!sentence.contains("one acts") && !sentence.contains("one days"))
    }
  }

  @Test("hold no number that is not in the finding, its check or a date of the case")
  func traced() throws {
    for sample in FindingSamples.all {
      let sentence = FindingSentence(words).sentence(sample.clause)
      let known = try TracedNumbers.known(to: sample.clause, in: words)
      for number in TracedNumbers.numbers(in: sentence) {
        #expect(known.contains(number), "\(sample.name): \(number) in \(sentence)")
      }
    }
  }

  @Test(
    "of the shipped cases hold no number from elsewhere", arguments: AssessmentReportTests.cases)
  func tracedInCases(name: String) throws {
    let assessment = try #require(ReportingSamples.assessments[name])
    let words = CaseWords(assessment.subject)
    for clause in assessment.ledger.flatMap(\.clauses) {
      let sentence = FindingSentence(words).sentence(clause)
      let known = try TracedNumbers.known(to: clause, in: words)
      for number in TracedNumbers.numbers(in: sentence) {
        #expect(known.contains(number), "\(number) in \(sentence)")
      }
    }
  }

  @Test("change with every number of the finding that they show")
  func mutation() {
    for sample in FindingSamples.all {
      let sentence = FindingSentence(words).sentence(sample.clause)
      for other in Mutations.of(sample.clause) {
        #expect(FindingSentence(words).sentence(other) != sentence, "\(sample.name): \(sentence)")
      }
    }
  }
}

/// The numbers of a sentence and those it may hold.
enum TracedNumbers {
  static func numbers(in text: String) -> [String] {
    var numbers: [String] = []
    var number = ""
    for character in text + " " {
      if character.isNumber || (character == "." && !number.isEmpty) {
        number.append(character)
      } else if !number.isEmpty {
        numbers.append(number.hasSuffix(".") ? String(number.dropLast()) : number)
        number = ""
      }
    }
    return numbers
  }

  static func known(to clause: ClauseFinding, in words: CaseWords) throws -> Set<String> {
    let json = try JSONText.text(clause)
    var known = Set(numbers(in: json) + numbers(in: clause.check.description))
    for text in numbers(in: json) + numbers(in: clause.check.description) {
      guard let value = Double(text) else { continue }
      known.insert(NumberFormat.percent(value).filter { $0.isNumber })
      known.insert(NumberFormat.fixed(value, decimals: 1))
      known.insert(NumberFormat.fixed(abs(value), decimals: 0))
    }
    // The ends of the scale; counts that follow from others; the numbers of dates and of the case's
    // own words.
    known.formUnion(["10", "99", "1"])
    switch clause.evidence {
    case .share(let share): known.insert(NumberFormat.percent(share.value).filter(\.isNumber))
    case .comparison(let found):
      for (part, whole) in [(found.first, found.firstOf), (found.second, found.secondOf)] {
        guard let whole, whole > 0 else { continue }
        known.insert(NumberFormat.percent(Double(part) / Double(whole)).filter(\.isNumber))
      }
    case .channel(let found):
      known.insert(String(found.days - found.judged))
      known.insert(NumberFormat.percent(found.share).filter(\.isNumber))
    case .turn(let found):
      if let day = found.day {
        known.insert(String(abs(found.target.first - day)))
        known.insert(String(abs(day - found.target.last)))
      }
    default: break
    }
    let subject = words.subject
    for span in subject.dates.map(\.day) + subject.events.map(\.date) {
      for day in [span.first, span.last] {
        known.formUnion([String(day.parts.day), String(day.parts.year)])
      }
    }
    let texts =
      subject.dates.map(\.what) + subject.levers.map(\.name) + subject.issues.map(\.name)
      + subject.events.map(\.summary) + EventCode.all.map(\.label)
      + subject.searches.flatMap { $0.publishers + [$0.by] }
      + subject.assertions.map { $0.check.description }
    for text in texts { known.formUnion(numbers(in: text)) }
    for part in json.split(whereSeparator: { !"0123456789-".contains($0) }) {
      guard let day = Day(part) else { continue }
      known.formUnion([String(day.parts.day), String(day.parts.year)])
    }
    return known
  }
}

/// The same finding with one number changed.
enum Mutations {
  static func of(_ clause: ClauseFinding) -> [ClauseFinding] {
    evidence(clause.evidence).map { evidence in
      ClauseFinding(
        clause.check, clause.verdict, evidence, untested: clause.untested, margin: clause.margin,
        rows: clause.rows, restsOnAbsence: clause.restsOnAbsence, searches: clause.searches)
    }
  }

  private static func evidence(_ evidence: ClauseEvidence) -> [ClauseEvidence] {
    switch evidence {
    case .rows(let certain, let possible):
      return [.rows(certain: certain + 2, possible: possible)]
    case .days(let from, let to, let shortest, let longest, let settled):
      guard settled.isEmpty, shortest > 0 || longest < 0 else { return [] }
      return [
        .days(
          from: from, to: to, shortest: shortest + 50, longest: longest + 50, settledBy: settled)
      ]
    case .share(let share):
      return [
        .share(
          ShareEvidence(
            part: share.part + 1, whole: share.whole, low: share.low, high: share.high,
            aside: share.aside)),
        .share(
          ShareEvidence(
            part: share.part, whole: share.whole + 1, low: share.low, high: share.high,
            aside: share.aside)),
        .share(
          ShareEvidence(
            part: share.part, whole: share.whole, low: share.low, high: share.high,
            aside: share.aside + 1)),
      ]
    case .comparison(let found):
      return [
        .comparison(
          ComparisonEvidence(
            first: found.first + 1, firstOf: found.firstOf, second: found.second,
            secondOf: found.secondOf, interval: found.interval)),
        .comparison(
          ComparisonEvidence(
            first: found.first, firstOf: found.firstOf, second: found.second + 1,
            secondOf: found.secondOf, interval: found.interval)),
      ]
    case .channel(let found):
      return [
        .channel(
          ChannelEvidence(
            days: found.days + 1, judged: found.judged, fitting: found.fitting,
            inferred: found.inferred)),
        .channel(
          ChannelEvidence(
            days: found.days, judged: found.judged, fitting: max(0, found.fitting - 1),
            inferred: found.inferred + 1)),
      ]
    case .levers(let least, let most, let levers):
      return [.levers(least: least * 0.5 + 0.11, most: most * 0.5 + 0.11, levers: levers)]
    case .trend(let found):
      return [
        .trend(
          TrendEvidence(
            earlier: found.earlier, later: found.later, before: found.before,
            after: found.after.map { $0 + 0.3 }, actsBefore: found.actsBefore,
            actsAfter: found.actsAfter)),
        .trend(
          TrendEvidence(
            earlier: found.earlier, later: found.later, before: found.before, after: found.after,
            actsBefore: found.actsBefore + 1, actsAfter: found.actsAfter)),
      ]
    case .turn(let found):
      guard let day = found.day, let span = found.span else { return [] }
      return [
        .turn(
          TurnEvidence(
            target: found.target, day: day + 1, span: span, near: found.near,
            distance: found.distance)),
        .turn(
          TurnEvidence(
            target: found.target, day: day, span: span, near: found.near * 0.5,
            distance: found.distance)),
      ]
    case .none: return []
    }
  }
}
