import CaseFiles
import Diplomacy

/// Entries of `sources.yaml` drafted from the publishers of texts: the grade is for a person to give.
enum DraftSources {
  /// A new file with an entry a publisher; nothing where no text names one.
  static func text(_ publishers: [String]) -> String? {
    let names = distinct(publishers)
    guard !names.isEmpty else { return nil }
    return """
      # Drafted by machine: one entry a publisher. Give each a grade of the Admiralty scale (reliability:
      # A to F) and, where it speaks for one, its side; then take the mark 'draft' away.
      sources:

      """ + entries(names, indent: "  ", taken: [])
  }

  /// A file with entries for the publishers that it does not name; nothing where none is missing, or
  /// where the list is not written one entry a line or more.
  ///
  /// - Parameter known: The entries it has.
  static func extended(
    _ text: String, with publishers: [String], known: [SourceProfile]
  ) -> String? {
    let ids = Set(known.map(\.id))
    let missing = distinct(publishers).filter { name in
      !ids.contains(name) && !known.contains { $0.name == name }
    }
    guard !missing.isEmpty,
      let item = text.split(separator: "\n").last(where: { line in
        line.drop { $0 == " " }.hasPrefix("- ")
      })
    else { return nil }
    let indent = String(item.prefix { $0 == " " })
    return (text.hasSuffix("\n") ? text : text + "\n")
      + entries(missing, indent: indent, taken: ids)
  }

  private static func distinct(_ publishers: [String]) -> [String] {
    var names: [String] = []
    for name in publishers where !name.isEmpty && !names.contains(name) { names.append(name) }
    return names
  }

  private static func entries(_ names: [String], indent: String, taken: Set<String>) -> String {
    var ids = taken
    var text = ""
    for name in names {
      let plain = name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
      let joined = String(plain).split(separator: "-").joined(separator: "-")
      let base = joined.isEmpty ? "source" : joined
      var id = base
      var number = 2
      while !ids.insert(id).inserted {
        id = "\(base)-\(number)"
        number += 1
      }
      text +=
        "\(indent)- { id: \(YAMLText.quoted(id)), name: \(YAMLText.quoted(name)), draft: true }\n"
    }
    return text
  }
}
