import Casework
import Foundation
import HTTPTypes
import Hummingbird

/// A failure as the web tells it: a status, a title and what to do.
///
/// > Nottingham, M., Wilde, E., Dalal, S. "Problem Details for HTTP APIs." RFC 9457, 2023.
struct Fault: Error, Sendable {
  var status: HTTPResponse.Status
  var title: String
  var detail: String

  init(_ status: HTTPResponse.Status, _ title: String, _ detail: String = "") {
    self.status = status
    self.title = title
    self.detail = detail
  }

  /// The failure of a use case.
  init(_ failure: CaseworkFailure) {
    switch failure.kind {
    case .noInput: self.init(.notFound, "There is no such thing", failure.message)
    case .usage: self.init(.badRequest, "This cannot be done", failure.message)
    case .badInput, .checkFailed:
      self.init(.unprocessableContent, "The case cannot be used as it is", failure.message)
    case .inputOutput:
      self.init(.internalServerError, "Reading or writing failed", failure.message)
    }
  }

  /// Any error as a fault; what a person cannot act on is not told in detail.
  init(any error: any Error) {
    switch error {
    case let fault as Fault: self = fault
    case let failure as CaseworkFailure: self.init(failure)
    case let failure as EditFailure: self.init(failure)
    case let error as HTTPError:
      self.init(error.status, error.status.reasonPhrase, error.body ?? "")
    default:
      self.init(.internalServerError, "The workbench failed", "\(type(of: error))")
    }
  }

  init(_ failure: EditFailure) {
    switch failure {
    case .conflict: self.init(.conflict, "Somebody else changed this", failure.description)
    case .gone: self.init(.conflict, "This is not there any more", failure.description)
    case .refused:
      self.init(.unprocessableContent, "The check refuses this edit", failure.description)
    case .failure(let failure): self.init(failure)
    }
  }

  /// The failure as a page, or as problem details for a program.
  func response(to request: Request) -> Response {
    let accepted = request.headers[.accept] ?? ""
    if request.uri.path.hasPrefix("/api/") || !accepted.contains("text/html") {
      struct Details: Encodable {
        let type: String
        let title: String
        let status: Int
        let detail: String
      }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let details = Details(
        type: "about:blank", title: title, status: status.code, detail: detail)
      let body = (try? encoder.encode(details)) ?? Data("{}".utf8)
      return Response(
        status: status, headers: [.contentType: "application/problem+json"],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }
    let lines = detail.split(separator: "\n").map { line -> Markup in
      "<p>\(String(line))</p>\n"
    }
    var page = Answer.page(
      PageFrame(title: title),
      """
      <h1>\(title)</h1>
      \(lines)<p><a href="/">Back to the cases</a></p>
      """)
    page.status = status
    return page
  }
}
