import Foundation
import HTTPTypes
import Hummingbird

/// Lets through only requests that come from the analyst's own browser or programs.
///
/// A page elsewhere can make a browser send requests here. It cannot choose the name that the browser
/// believes it is talking to, nor hide where a request comes from: the Host header stops names that
/// resolve to this machine (DNS rebinding), the Origin and Sec-Fetch-Site headers stop forms and scripts
/// of other sites. Where a token is set, every request must carry it.
struct RequestGuard: RouterMiddleware {
  typealias Context = WorkbenchContext

  /// The host names under which the workbench answers, without a port; any where it is empty.
  let hosts: Set<String>
  /// The token that every request must carry, where there is one.
  let token: String?
  /// Paths that a second coder may use without the token, by their own link.
  let openPrefix = "/code/"

  private static let cookie = "demarche-token"

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response: Response
    do {
      if let entry = try check(request) {
        response = entry
      } else {
        response = try await next(request, context)
      }
    } catch {
      response = Fault(any: error).response(to: request)
    }
    SafetyHeaders.add(to: &response)
    return response
  }

  /// Refuses a request, answers it where it brings the token in its address, or lets it pass.
  private func check(_ request: Request) throws(Fault) -> Response? {
    let authority = request.head.authority ?? ""
    guard hosts.isEmpty || hosts.contains(Self.name(of: authority)) else {
      throw Fault(
        .misdirectedRequest, "Not under this name",
        "The workbench does not answer under the name '\(authority.prefix(100))'.")
    }
    if request.method != .get, request.method != .head {
      try checkOrigin(of: request, authority: authority)
    }
    guard let token, !request.uri.path.hasPrefix(openPrefix) else { return nil }
    let fields = Fields(query: request)
    if request.method == .get, let given = fields["token"] {
      guard Self.isSame(given, token) else { throw Self.refusal }
      let cookie = "\(Self.cookie)=\(token); HttpOnly; SameSite=Strict; Path=/"
      return Response(
        status: .seeOther,
        headers: [
          .location: "/" + request.uri.path.drop { $0 == "/" || $0 == "\\" }, .setCookie: cookie,
        ])
    }
    if let given = Self.bearer(request) ?? Self.cookie(request), Self.isSame(given, token) {
      return nil
    }
    throw Self.refusal
  }

  private static let refusal = Fault(
    .unauthorized, "The token is missing or wrong",
    "Open the address that the workbench printed when it started; it carries the token.")

  private func checkOrigin(of request: Request, authority: String) throws(Fault) {
    let site = HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] }
    if let site, site != "same-origin", site != "none" { throw Self.foreign }
    guard let origin = request.headers[.origin] else { return }
    guard let parts = URLComponents(string: origin),
      parts.scheme == "http" || parts.scheme == "https",
      let host = parts.host, parts.path.isEmpty
    else { throw Self.foreign }
    let named = parts.port.map { "\(host):\($0)" } ?? host
    guard named.lowercased() == authority.lowercased() else { throw Self.foreign }
  }

  private static let foreign = Fault(
    .forbidden, "Not from another site",
    "A page of another site tried to change something here; nothing was changed.")

  /// The name of a host without its port.
  static func name(of authority: String) -> String {
    let lower = authority.lowercased()
    if lower.hasPrefix("[") {
      return lower.firstIndex(of: "]").map { String(lower[...$0]) } ?? lower
    }
    return String(lower.prefix { $0 != ":" })
  }

  /// Whether two texts are the same, in a time that does not tell where they differ.
  static func isSame(_ given: String, _ wanted: String) -> Bool {
    let (a, b) = (Array(given.utf8), Array(wanted.utf8))
    var difference = a.count ^ b.count
    for (index, byte) in b.enumerated() {
      difference |= Int(byte ^ (index < a.count ? a[index] : 0))
    }
    return difference == 0
  }

  private static func bearer(_ request: Request) -> String? {
    guard let field = request.headers[.authorization], field.hasPrefix("Bearer ") else {
      return nil
    }
    return String(field.dropFirst("Bearer ".count))
  }

  private static func cookie(_ request: Request) -> String? {
    for field in request.headers[values: .cookie] {
      for part in field.split(separator: ";") {
        let pair = part.drop { $0 == " " }
        if pair.hasPrefix(cookie + "=") { return String(pair.dropFirst(cookie.count + 1)) }
      }
    }
    return nil
  }
}
