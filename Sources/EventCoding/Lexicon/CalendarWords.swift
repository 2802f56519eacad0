/// The words of dates.
struct CalendarWords: Sendable {
  let months: [WordID: Int]
  let weekdays: [WordID: Int]
  let numbers: [WordID: Int]
  /// Words before a month that stands alone: "in June", "last June".
  let monthLeads: Set<WordID>
  let today: WordID
  let yesterday: WordID
  let last: WordID
  let this: WordID
  let next: WordID
  let ago: WordID
  let day: WordID
  let days: WordID
  let week: WordID
  let weeks: WordID
  let month: WordID
  let year: WordID

  init(_ words: inout WordCollector) {
    var months: [WordID: Int] = [:]
    for (number, name) in Self.monthNames.enumerated() {
      months[words.small(name)] = number + 1
      months[words.small(name.prefix(3))] = number + 1
    }
    self.months = months
    var weekdays: [WordID: Int] = [:]
    for (number, name) in Self.dayNames.enumerated() { weekdays[words.small(name)] = number + 1 }
    self.weekdays = weekdays
    var numbers: [WordID: Int] = [:]
    for (number, name) in Self.numberNames.enumerated() { numbers[words.small(name)] = number + 1 }
    self.numbers = numbers
    monthLeads = Set(
      ["in", "last", "since", "until", "by", "early", "late", "mid", "this", "of", "during"].map {
        words.small($0)
      })
    today = words.small("today")
    yesterday = words.small("yesterday")
    last = words.small("last")
    this = words.small("this")
    next = words.small("next")
    ago = words.small("ago")
    day = words.small("day")
    days = words.small("days")
    week = words.small("week")
    weeks = words.small("weeks")
    month = words.small("month")
    year = words.small("year")
  }

  static let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let dayNames = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  private static let numberNames = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  ]
}
