import Casework
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import TestSupport

@testable import Workbench

/// A workbench over a folder of its own, asked without a socket.
final class Client: Sendable {
  /// What the workbench answered.
  struct Answer {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]
    var text: String { String(decoding: bytes, as: UTF8.self) }
    var location: String? { headers[.location] }
  }

  let root: String
  private let folder: TemporaryFolder
  private let responder: RouterResponder<WorkbenchContext>

  init(
    cases: [String] = ["tutorial"], _ change: (inout Workbench.Configuration) -> Void = { _ in }
  ) throws {
    folder = try TemporaryFolder()
    root = folder.path
    for name in cases {
      try FileManager.default.copyItem(
        at: Self.shipped.appending(path: name),
        to: URL(filePath: root).appending(path: (name as NSString).lastPathComponent))
    }
    var configuration = Workbench.Configuration()
    change(&configuration)
    responder = try Workbench(try Workspace(at: root), configuration).router().buildResponder()
  }

  /// The cases of the repository.
  static var shipped: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "cases")
  }

  func file(_ path: String) throws -> String {
    String(
      decoding: try Data(contentsOf: URL(filePath: root + "/" + path)), as: UTF8.self)
  }

  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: root + "/" + path))
  }

  func get(_ path: String, host: String = "127.0.0.1:8080", headers: HTTPFields = [:]) async throws
    -> Answer
  {
    try await send(.get, path, host: host, headers: headers, body: [])
  }

  func page(_ path: String) async throws -> Answer {
    try await get(path, headers: [.accept: "text/html"])
  }

  func post(
    _ path: String, _ fields: [(String, String)] = [], host: String = "127.0.0.1:8080",
    headers: HTTPFields = [.accept: "text/html"]
  ) async throws -> Answer {
    let body = fields.map { Address.encoded($0.0) + "=" + Address.encoded($0.1) }
      .joined(separator: "&")
    var headers = headers
    headers[.contentType] = "application/x-www-form-urlencoded"
    return try await send(.post, path, host: host, headers: headers, body: Array(body.utf8))
  }

  func send(
    _ method: HTTPRequest.Method, _ path: String, host: String? = "127.0.0.1:8080",
    headers: HTTPFields = [:], body: [UInt8]
  ) async throws -> Answer {
    let head = HTTPRequest(
      method: method, scheme: "http", authority: host, path: path, headerFields: headers)
    let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
    return try await respond(to: request)
  }

  func respond(to request: Request) async throws -> Answer {
    let context = WorkbenchContext(logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let response = try await responder.respond(to: request, context: context)
    let kept = Kept()
    try await response.body.write(kept)
    return Answer(
      status: response.status.code, headers: response.headers, bytes: await kept.all.bytes)
  }
}

private actor Bytes {
  var bytes: [UInt8] = []
  func add(_ further: [UInt8]) { bytes += further }
}

private struct Kept: ResponseBodyWriter {
  let all = Bytes()
  mutating func write(_ buffer: ByteBuffer) async throws {
    await all.add(Array(buffer.readableBytesView))
  }
  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
