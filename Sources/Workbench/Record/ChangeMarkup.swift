import Casework
import Diplomacy

/// What an edit would do, for the person who decides.
enum ChangeMarkup {
  /// The changes as lines taken away and put in, and what the check says of them.
  static func preview(_ preview: EditPreview) -> Markup {
    var parts: Markup = ""
    if preview.isEmpty { parts += "<p>Nothing would change.</p>\n" }
    if !preview.newColumns.isEmpty {
      let names = preview.newColumns.joined(separator: ", ")
      parts +=
        "<p>Every row gets the column <code>\(names)</code>, which the file does not have yet.</p>\n"
    } else {
      parts += difference(preview.changes)
    }
    if !preview.merged.isEmpty {
      parts += "<p>Somebody else changed other columns of this row; both changes are kept.</p>\n"
    }
    return parts + problems(preview.problems)
  }

  /// The lines of some changes.
  static func difference(_ changes: [TextChange]) -> Markup {
    let limit = 60
    let lines = changes.flatMap(\.difference)
    let shown = lines.prefix(limit).map { isAdded, text -> Markup in
      let cut = text.count > 2000 ? text.prefix(2000) + "…" : text[...]
      return isAdded
        ? "<ins><span class=\"sign\">+ </span>\(String(cut))</ins>\n"
        : "<del><span class=\"sign\">− </span>\(String(cut))</del>\n"
    }
    guard !shown.isEmpty else { return "" }
    let rest: Markup =
      lines.count > limit ? "<p class=\"aside\">and \(lines.count - limit) more lines</p>\n" : ""
    return """
      <pre class="difference" tabindex="0" role="region" aria-label="What changes">\(shown)</pre>
      \(rest)
      """
  }

  /// Problems that an edit would bring.
  static func problems(_ problems: [Problem]) -> Markup {
    guard !problems.isEmpty else { return "<p class=\"good\">The check finds nothing new.</p>\n" }
    return "<h2>What the check would say anew</h2>\n\(list(problems))"
  }

  /// Problems one below the other.
  static func list(_ problems: [Problem]) -> Markup {
    let items = problems.prefix(50).map { problem -> Markup in
      let file = problem.file.split(separator: "/").last.map(String.init) ?? problem.file
      return """
        <li><strong class="\(problem.severity.rawValue)">\(problem.severity.rawValue)</strong> \
        \(file), line \(problem.line): \(problem.what); \(problem.fix)</li>

        """
    }
    return "<ul class=\"problems\">\n\(items)</ul>\n"
  }
}
