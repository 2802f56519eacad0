/// The states that ISO 3166-1 alpha-3 knows.
public enum CountryCodes {
  /// Every code with its English short name.
  public static let names: [String: String] = {
    var names: [String: String] = [:]
    for line in CountryTable.text.split(separator: "\n") {
      let fields = line.split(separator: "|", maxSplits: 1)
      if fields.count == 2 { names[String(fields[0])] = String(fields[1]) }
    }
    return names
  }()

  /// Whether the standard has the code (or it is XKX).
  public static func contains(_ code: ActorCode) -> Bool { names[code.rawValue] != nil }
}
