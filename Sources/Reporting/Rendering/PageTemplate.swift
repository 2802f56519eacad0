import Mustache

/// The template of a page, which lets no text through unescaped.
///
/// The escaping is ours and not that of swift-mustache 2.1.1, which compares whole `Character`s and so
/// lets a quotation mark pass where a combining accent follows it. Only what a template has in three
/// braces enters as markup.
public struct PageTemplate: Sendable {
  private struct Escaped: MustacheContentType {
    func escapeText(_ text: String) -> String { Escaping.markup(text) }
  }

  private let template: Result<MustacheTemplate, any Error>

  /// Reads a template.
  public init(_ text: String) {
    MustacheContentTypes.register(Escaped(), named: "DEMARCHE")
    template = Result {
      try MustacheTemplate(string: "{{% CONTENT_TYPE:DEMARCHE}}" + text)
    }
  }

  /// The page; should the template be broken, a page that says so.
  public func render(_ values: [String: Any]) -> String {
    switch template {
    case .success(let template): return template.render(values)
    case .failure(let error):
      return "<!DOCTYPE html><title>Demarche</title><p>The page template is broken: "
        + Escaping.markup("\(error)") + "</p>"
    }
  }
}
