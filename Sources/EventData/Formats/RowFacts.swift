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
  /// The weight in tenths: the one the row states, else the one of its code, as stores and cases
  /// have it; nothing where the row has no code.
  var tenths: Int?
  /// Whether the row states its weight.
  var statesWeight = true
  var mentions = 1

  init() {}

  init(_ event: CodedEvent) {
    source = PackedText(event.source.actor?.rawValue ?? "")
    target = PackedText(event.target.actor?.rawValue ?? "")
    day = event.date.first.ordinal
    root = event.code.root
    code = PackedText(event.rawCode)
    quad = event.code.quadClass.rawValue
    take(weight: event.tenths, of: event.code)
    mentions = event.mentions
  }

  /// Takes the weight of a row, or that of its code where it states none.
  mutating func take(weight: Int?, of code: EventCode) {
    statesWeight = weight != nil
    tenths = weight ?? Int((IntensityScale.goldsteinGDELT.weightOrOther(of: code) * 10).rounded())
  }

  init(_ sum: DailySum) {
    source = PackedText(sum.pair.first.rawValue)
    target = PackedText(sum.pair.second.rawValue)
    day = sum.day.ordinal
    tenths = sum.tenths
  }
}
