/// The patterns as one row of numbers, so that most of them are refused by one look at a bit.
///
/// A pattern is a row of sets of words and gaps. For every set a row of bits tells which words of the
/// lexicon, in any of their forms, are in it.
struct PatternProgram: Sendable {
  /// The end of a pattern.
  private static let end = Int32.min

  /// Where each pattern begins, its first set left out: who asks has matched that.
  private let offsets: [Int32]
  /// Numbers of sets; gaps as negative numbers.
  private let code: [Int32]
  private let bits: [UInt64]
  /// The number of words of 64 bits in a row.
  private let stride: Int

  init(_ patterns: [Pattern], analyses: [[Lexicon.Analysis]]) {
    var forms: [WordID: [WordID]] = [:]
    for (word, list) in analyses.enumerated() {
      for analysis in list { forms[analysis.base, default: []].append(WordID(word)) }
    }
    let stride = analyses.count / 64 + 1
    var sets: [[WordID]: Int32] = [:]
    var bits: [UInt64] = []
    var code: [Int32] = []
    var offsets: [Int32] = []
    for pattern in patterns {
      offsets.append(Int32(code.count))
      for element in pattern.elements.dropFirst() {
        switch element {
        case .gap(let length): code.append(Int32(-length))
        case .words(let choices):
          if let number = sets[choices] {
            code.append(number)
            continue
          }
          let number = Int32(sets.count)
          sets[choices] = number
          code.append(number)
          var row = [UInt64](repeating: 0, count: stride)
          for word in choices + choices.flatMap({ forms[$0] ?? [] }) {
            row[Int(word) / 64] |= 1 << UInt64(Int(word) % 64)
          }
          bits += row
        }
      }
      code.append(Self.end)
    }
    self.offsets = offsets
    self.code = code
    self.bits = bits
    self.stride = stride
  }

  /// The token after the last one of a pattern whose first word stands before `index`, or nothing.
  func end(of pattern: Int, in tokens: UnsafeBufferPointer<Token>, after index: Int) -> Int? {
    code.withUnsafeBufferPointer { code in
      bits.withUnsafeBufferPointer { bits in
        let end = match(code, Int(offsets[pattern]), bits, tokens, index)
        return end < 0 ? nil : end
      }
    }
  }

  /// For a pattern of a verb, a gap and a noun, where the noun stands before `index`, not further off
  /// than some tokens: "sanctions were imposed".
  func noun(
    of pattern: Int, in tokens: UnsafeBufferPointer<Token>, before index: Int, notBefore start: Int
  ) -> Int? {
    let at = Int(offsets[pattern])
    guard code[at] < 0, code[at] != Self.end, code[at + 1] >= 0, code[at + 2] == Self.end else {
      return nil
    }
    let row = Int(code[at + 1]) * stride
    var place = index - 1
    while place >= max(start, index - 8) {
      let word = Int(tokens[place].word)
      if word > 0, word < stride * 64, bits[row + word / 64] & (1 << UInt64(word % 64)) != 0 {
        return place
      }
      if tokens[place].shape.contains(.stop) || tokens[place].shape.contains(.comma) { return nil }
      place -= 1
    }
    return nil
  }

  private func match(
    _ code: UnsafeBufferPointer<Int32>, _ start: Int, _ bits: UnsafeBufferPointer<UInt64>,
    _ tokens: UnsafeBufferPointer<Token>, _ index: Int
  ) -> Int {
    var at = start
    var index = index
    while true {
      let part = code[at]
      if part == Self.end { return index }
      if part >= 0 {
        guard index < tokens.count else { return -1 }
        let word = Int(tokens[index].word)
        // A word that no pattern knows is past the row; zero is a word not known at all.
        guard word > 0, word < stride * 64,
          bits[Int(part) * stride + word / 64] & (1 << UInt64(word % 64)) != 0
        else { return -1 }
        index += 1
        at += 1
      } else {
        let last = index - Int(part)
        var place = index
        while place <= last, place < tokens.count {
          let end = match(code, at + 1, bits, tokens, place)
          if end >= 0 { return end }
          if tokens[place].shape.contains(.stop) { return -1 }
          place += 1
        }
        return -1
      }
    }
  }
}
