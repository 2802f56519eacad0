/// A value of a YAML file with the line on which it stands.
struct YAMLNode: Sendable {
  /// What stands there.
  indirect enum Value: Sendable {
    /// Nothing: an empty place, `~` or `null`.
    case nothing
    /// A text, number or date as written.
    case scalar(String)
    /// A list.
    case list([YAMLNode])
    /// Keys with values, in the order of the file.
    case mapping([YAMLEntry])
  }

  /// The value.
  let value: Value
  /// The line, counted from one.
  let line: Int

  /// Whether nothing stands there.
  var isNothing: Bool { if case .nothing = value { true } else { false } }

  /// What the value is, in words.
  var shape: String {
    switch value {
    case .nothing: "nothing"
    case .scalar: "a single value"
    case .list: "a list"
    case .mapping: "keys with values"
    }
  }
}

/// A key of a mapping with its value.
struct YAMLEntry: Sendable {
  /// The key.
  let key: String
  /// The line of the key.
  let line: Int
  /// The value.
  let node: YAMLNode
}
