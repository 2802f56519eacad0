import HTTPTypes
import Hummingbird

/// What every answer tells the browser not to do.
enum SafetyHeaders {
  /// Scripts and styles only from here and only from files; nothing from elsewhere, no frames.
  static let policy = """
    default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
    """

  /// For the report file, which brings its own style sheet and no script at all.
  static let reportPolicy = """
    default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; \
    base-uri 'none'; frame-ancestors 'none'; sandbox allow-popups
    """

  /// Adds the headers that an answer does not have yet.
  static func add(to response: inout Response) {
    func add(_ name: String, _ value: String) {
      guard let name = HTTPField.Name(name), response.headers[name] == nil else { return }
      response.headers[name] = value
    }
    add("Content-Security-Policy", policy)
    add("X-Content-Type-Options", "nosniff")
    add("X-Frame-Options", "DENY")
    // Under no-referrer a browser sends "Origin: null" with forms of our own pages too.
    add("Referrer-Policy", "same-origin")
    add("Cross-Origin-Opener-Policy", "same-origin")
    add("Cross-Origin-Resource-Policy", "same-origin")
    add("Cache-Control", "no-store")
  }
}
