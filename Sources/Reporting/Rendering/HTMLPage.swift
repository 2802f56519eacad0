/// The frame of a page: everything that is not a section's text.
///
/// The template holds no expression that lets text from a case through unescaped. The parts in three
/// braces are markup that `HTMLFragments` has written, and our own style sheet.
enum HTMLPage {
  private static let template = PageTemplate(text)

  /// The page.
  static func render(_ values: [String: Any]) -> String { template.render(values) }

  private static let text = """
    <!DOCTYPE html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <meta name="generator" content="Demarche">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
    <title>{{title}}</title>
    <style>
    {{{style}}}
    </style>
    </head>
    <body>
    <a class="skip" href="#main">Skip to the report</a>
    <main id="main" tabindex="-1">
    <header class="masthead">
    <h1>{{title}}</h1>
    </header>
    <div class="lead">
    {{{lead}}}
    </div>
    {{#hasContents}}
    <nav class="contents" aria-label="Contents">
    <ol>
    {{#contents}}
    <li><a href="#{{id}}">{{title}}</a></li>
    {{/contents}}
    </ol>
    </nav>
    {{/hasContents}}
    <div class="body">
    {{#sections}}
    <section id="{{id}}" aria-labelledby="{{id}}-title">
    <h2 id="{{id}}-title">{{title}} <a class="anchor" href="#{{id}}" \
    aria-label="Link to this section">#</a></h2>
    {{{body}}}
    </section>
    {{/sections}}
    </div>
    </main>
    </body>
    </html>

    """
}
