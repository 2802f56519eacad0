/// The states that ISO 3166-1 alpha-3 knows.
public enum CountryCodes {
  /// Every code with its English short name, those of former states (ISO 3166-3) among them.
  public static let names: [String: String] = {
    var names: [String: String] = [:]
    for line in (CountryTable.text + "\n" + CountryTable.former).split(separator: "\n") {
      let fields = line.split(separator: "|", maxSplits: 1)
      if fields.count == 2 { names[String(fields[0])] = String(fields[1]) }
    }
    return names
  }()

  /// Codes that the standard withdrew because the name of the state changed, with the present code.
  ///
  /// > ISO 3166-3:2020, formerly used names.
  public static let renamed = [
    "AFI": "DJI", "BUR": "MMR", "BYS": "BLR", "DHY": "BEN", "FXX": "FRA", "GEL": "KIR",
    "HVO": "BFA", "NHB": "VUT", "PCZ": "PAN", "RHO": "ZWE", "ROM": "ROU", "SKM": "IND",
    "TMP": "TLS", "VDR": "VNM", "ZAR": "COD",
  ]

  /// Whether the standard has or had the code of a state (or it is XKX).
  public static func contains(_ code: ActorCode) -> Bool { names[code.rawValue] != nil }

  /// Whether the standard leaves the code to its users: AAA-AAZ, QMA-QZZ, XAA-XXZ and ZZA-ZZZ.
  ///
  /// The standard will never give such a code to a state, so a case may use one for an invented
  /// state if it declares the actor.
  ///
  /// > ISO 3166-1, user-assigned code elements.
  public static func isUserAssigned(_ code: ActorCode) -> Bool {
    let letters = Array(code.rawValue.utf8)
    guard letters.count == 3, letters.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      return false
    }
    let prefix = String(code.rawValue.prefix(2))
    return prefix == "AA" || prefix == "ZZ" || ("QM"..."QZ").contains(prefix)
      || ("XA"..."XX").contains(prefix)
  }
}
