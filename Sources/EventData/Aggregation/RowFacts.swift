import Diplomacy

/// What a condition and a grouping may ask of a row.
struct RowFacts {
  var source = PackedText.empty
  var target = PackedText.empty
  /// Days since 1970.
  var day = 0
  /// The CAMEO root, 1 to 20.
  var root = 0
  /// The CAMEO code as written.
  var code = PackedText.empty
  /// The quad class, 1 to 4.
  var quad = 0
  /// The weight in tenths, or nothing where the row states none.
  var tenths: Int?
  var mentions = 1

  init() {}

  init(_ event: CodedEvent) {
    source = PackedText(event.source.actor?.rawValue ?? "")
    target = PackedText(event.target.actor?.rawValue ?? "")
    day = event.date.first.ordinal
    root = event.code.root
    code = PackedText(event.rawCode)
    quad = event.code.quadClass.rawValue
    tenths = event.tenths
    mentions = event.mentions
  }

  init(_ sum: DailySum) {
    source = PackedText(sum.pair.first.rawValue)
    target = PackedText(sum.pair.second.rawValue)
    day = sum.day.ordinal
    tenths = sum.tenths
  }
}
