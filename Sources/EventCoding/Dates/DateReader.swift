import Diplomacy

/// Reads the days a sentence names, against the day it was published.
///
/// "On Tuesday" is the last Tuesday up to the day of publication; "last week" and "in June" stay
/// spans; a day without a year is the last one up to a month after publication.
struct DateReader {
  /// A date named in a sentence.
  struct Named {
    /// The token at which it begins.
    let at: Int
    let end: Int
    let span: DateSpan
  }

  let lexicon: Lexicon
  let published: Day

  /// The dates named by tokens, in their order.
  func dates(in tokens: [Token], _ text: UnsafeBufferPointer<UInt8>) -> [Named] {
    var dates: [Named] = []
    var index = 0
    while index < tokens.count {
      if let named = date(tokens, index, text) {
        dates.append(named)
        index = named.end
      } else {
        index += 1
      }
    }
    return dates
  }

  private func date(
    _ tokens: [Token], _ index: Int, _ text: UnsafeBufferPointer<UInt8>
  ) -> Named? {
    let token = tokens[index]
    let calendar = lexicon.calendar
    if token.shape.contains(.number) {
      guard let number = number(token, text), (1...31).contains(number) else {
        return ago(tokens, index, text)
      }
      // 27 June (2025)
      if index + 1 < tokens.count, let month = calendar.months[tokens[index + 1].base],
        tokens[index + 1].shape.contains(.capital)
      {
        return day(number, month, year(tokens, index + 2, text), index, index + 2)
      }
      return ago(tokens, index, text)
    }
    if token.shape.contains(.capital), let month = calendar.months[token.base] {
      return self.month(month, tokens, index, text)
    }
    if token.shape.contains(.capital), let weekday = calendar.weekdays[token.base] {
      let days = (published.weekday - weekday + 7) % 7
      let isNext = index > 0 && tokens[index - 1].base == calendar.next
      let isLast = index > 0 && tokens[index - 1].base == calendar.last
      let day = isNext ? published + ((weekday - published.weekday + 6) % 7 + 1) : published - days
      return Named(
        at: index, end: index + 1, span: DateSpan(isLast && days == 0 ? day - 7 : day))
    }
    if token.base != 0, token.base == calendar.yesterday {
      return Named(at: index, end: index + 1, span: DateSpan(published - 1))
    }
    if token.base != 0, token.base == calendar.today {
      return Named(at: index, end: index + 1, span: DateSpan(published))
    }
    return relative(tokens, index) ?? ago(tokens, index, text)
  }

  /// "June 27(, 2025)", "June 2025", "in June".
  private func month(
    _ month: Int, _ tokens: [Token], _ index: Int, _ text: UnsafeBufferPointer<UInt8>
  ) -> Named? {
    if index + 1 < tokens.count, let number = number(tokens[index + 1], text) {
      if (1...31).contains(number) {
        return day(number, month, year(tokens, index + 2, text), index, index + 2)
      }
      if (1900...2100).contains(number) { return whole(month, number, index, index + 2) }
    }
    guard index > 0, lexicon.calendar.monthLeads.contains(tokens[index - 1].base) else {
      return nil
    }
    let year = published.parts.year
    let isPast = month <= published.parts.month
    return whole(month, isPast ? year : year - 1, index, index + 1)
  }

  private func whole(_ month: Int, _ year: Int, _ at: Int, _ end: Int) -> Named? {
    guard let first = Day(year: year, month: month, day: 1) else { return nil }
    let last = first + (Day.length(ofMonth: month, inYear: year) - 1)
    return DateSpan(from: first, through: last).map { Named(at: at, end: end, span: $0) }
  }

  private func day(_ day: Int, _ month: Int, _ year: (Int, Int)?, _ at: Int, _ end: Int) -> Named? {
    if let year, let day = Day(year: year.0, month: month, day: day) {
      return Named(at: at, end: year.1, span: DateSpan(day))
    }
    let own = published.parts.year
    guard let day = Day(year: own, month: month, day: day) else { return nil }
    // Without a year: this year's day, or last year's where this year's is more than a month off.
    if day - published > 31, let earlier = Day(year: own - 1, month: month, day: day.parts.day) {
      return Named(at: at, end: end, span: DateSpan(earlier))
    }
    return Named(at: at, end: end, span: DateSpan(day))
  }

  private func year(
    _ tokens: [Token], _ index: Int, _ text: UnsafeBufferPointer<UInt8>
  ) -> (Int, Int)? {
    var index = index
    if index < tokens.count, tokens[index].shape.contains(.comma) { index += 1 }
    guard index < tokens.count, let year = number(tokens[index], text), (1900...2100).contains(year)
    else { return nil }
    return (year, index + 1)
  }

  /// "last week", "this month", "last year".
  private func relative(_ tokens: [Token], _ index: Int) -> Named? {
    let calendar = lexicon.calendar
    guard index + 1 < tokens.count,
      tokens[index].base == calendar.last || tokens[index].base == calendar.this,
      tokens[index].base != 0
    else { return nil }
    let isLast = tokens[index].base == calendar.last
    let monday = published - (published.weekday - 1)
    let (year, month, _) = published.parts
    let span: DateSpan?
    switch tokens[index + 1].base {
    case calendar.week:
      span =
        isLast
        ? DateSpan(from: monday - 7, through: monday - 1)
        : DateSpan(from: monday, through: published)
    case calendar.month:
      let before = month == 1 ? (year - 1, 12) : (year, month - 1)
      return isLast
        ? whole(before.1, before.0, index, index + 2)
        : Day(year: year, month: month, day: 1).flatMap { first in
          DateSpan(from: first, through: published).map {
            Named(at: index, end: index + 2, span: $0)
          }
        }
    case calendar.year where isLast:
      span = Day(year: year - 1, month: 1, day: 1).flatMap { first in
        Day(year: year - 1, month: 12, day: 31).flatMap { DateSpan(from: first, through: $0) }
      }
    default: span = nil
    }
    return span.map { Named(at: index, end: index + 2, span: $0) }
  }

  /// "three days ago", "2 weeks earlier".
  private func ago(
    _ tokens: [Token], _ index: Int, _ text: UnsafeBufferPointer<UInt8>
  ) -> Named? {
    let calendar = lexicon.calendar
    guard index + 2 < tokens.count, tokens[index + 2].base == calendar.ago,
      calendar.ago != 0,
      let count = number(tokens[index], text) ?? calendar.numbers[tokens[index].base],
      (1...400).contains(count)
    else { return nil }
    switch tokens[index + 1].base {
    case calendar.day, calendar.days:
      return Named(at: index, end: index + 3, span: DateSpan(published - count))
    case calendar.week, calendar.weeks:
      let middle = published - 7 * count
      return DateSpan(from: middle - 3, through: middle + 3).map {
        Named(at: index, end: index + 3, span: $0)
      }
    default: return nil
    }
  }

  private func number(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard token.shape.contains(.number), token.end - token.start <= 4 else { return nil }
    return Int(String(decoding: text[Int(token.start)..<Int(token.end)], as: UTF8.self))
  }
}

extension Day {
  /// The day of the week, Monday 1 to Sunday 7.
  var weekday: Int { ((ordinal + 3) % 7 + 7) % 7 + 1 }
}
