/// Rows of GDELT made for tests.
package enum MadeRows {
  /// One row of version 2.0 with the columns that matter here.
  package static func gdelt2(
    id: String = "1", day: String = "20180601", source: String = "RUS", target: String = "UKR",
    code: String = "112", weight: String = "-2.0", mentions: String = "3",
    sourceType: String = "GOV"
  ) -> String {
    var fields = [String](repeating: "", count: 61)
    fields[0] = id
    fields[1] = day
    if !source.isEmpty {
      fields[5] = source + sourceType
      fields[6] = "SOMEONE"
      fields[7] = source
      fields[12] = sourceType
    }
    if !target.isEmpty {
      fields[15] = target
      fields[17] = target
    }
    fields[26] = code
    fields[27] = String(code.prefix(3))
    fields[28] = String(code.prefix(2))
    fields[30] = weight
    fields[31] = mentions
    fields[59] = day + "121500"
    fields[60] = "https://example.org/a"
    return fields.joined(separator: "\t")
  }

  /// Random rows, some of them broken in one of many ways.
  package static func random(_ count: Int, broken: Double, using dice: inout Dice) -> [UInt8] {
    let states = ["RUS", "UKR", "USA", "", "CHN", "AFR"]
    let weights = ["-2.0", "3.4", "-10.0", "", "0.0", "7", "-.5"]
    var bytes: [UInt8] = []
    for id in 0..<count {
      let month = Int.random(in: 1...12, using: &dice)
      let day = Int.random(in: 1...28, using: &dice)
      let date = "2018" + (month < 10 ? "0" : "") + "\(month)" + (day < 10 ? "0" : "") + "\(day)"
      var row = Array(
        gdelt2(
          id: "\(id)", day: date, source: states.randomElement(using: &dice) ?? "",
          target: states.randomElement(using: &dice) ?? "",
          code: ["010", "112", "0234", "190", "20"].randomElement(using: &dice) ?? "",
          weight: weights.randomElement(using: &dice) ?? ""
        ).utf8)
      if Double.random(in: 0..<1, using: &dice) < broken {
        let place = Int.random(in: 0..<row.count, using: &dice)
        switch Int.random(in: 0..<5, using: &dice) {
        case 0: row[place] = UInt8.random(in: 0...255, using: &dice)
        case 1: row.insert(0x09, at: place)
        case 2: row.remove(at: place)
        case 3: row.insert(contentsOf: Array("1e308".utf8), at: place)
        default: row.removeLast(row.count - place)
        }
      }
      bytes += row
      bytes += Int.random(in: 0..<9, using: &dice) == 0 ? [0x0D, 0x0A] : [0x0A]
    }
    return bytes
  }
}
