import CodingTables

/// A table of the lexicon: lines of fields parted by tabs, with comments behind a number sign.
struct Table {
  /// The lines in their order, empty ones and comments left out.
  let rows: [[Substring]]

  init(_ text: String) {
    rows = text.split(separator: "\n").compactMap { line in
      line.hasPrefix("#") ? nil : line.split(separator: "\t", omittingEmptySubsequences: false)
    }
  }

  static var patterns: Table { Table(bytes(of: coding_patterns_address(), coding_patterns_count)) }
  static var words: Table { Table(bytes(of: coding_words_address(), coding_words_count)) }
  static var states: Table { Table(bytes(of: coding_states_address(), coding_states_count)) }
  static var bodies: Table { Table(bytes(of: coding_bodies_address(), coding_bodies_count)) }
  static var leaders: Table { Table(bytes(of: coding_leaders_address(), coding_leaders_count)) }
  static var verbs: Table { Table(bytes(of: coding_verbs_address(), coding_verbs_count)) }
  static var cues: Table { Table(bytes(of: coding_cues_address(), coding_cues_count)) }

  /// What a language model is asked, where a person lets one read.
  static var promptText: String { bytes(of: coding_prompt_address(), coding_prompt_count) }

  private static func bytes(of address: UnsafePointer<UInt8>, _ count: Int) -> String {
    String(decoding: UnsafeBufferPointer(start: address, count: count), as: UTF8.self)
  }
}
