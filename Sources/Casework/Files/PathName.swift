/// The gate between a name from inside a case and a path: one part of a path and nothing else.
public enum PathName {
  /// A name as one part of a path.
  ///
  /// Letters, digits, `-`, `_` and `.` stay; anything else, and a dot at the start, becomes `-`. So
  /// the part leads neither up nor elsewhere, is not hidden, and is none of a device's names.
  ///
  /// - Parameter name: The name, such as the id of a case.
  public static func part(_ name: String) -> String {
    var part = ""
    for scalar in name.unicodeScalars.prefix(100) {
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || isDigit(scalar))
      let stays = isPlain || scalar == "-" || scalar == "_" || (scalar == "." && !part.isEmpty)
      part.unicodeScalars.append(stays ? scalar : "-")
    }
    return part.isEmpty ? "case" : part
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
