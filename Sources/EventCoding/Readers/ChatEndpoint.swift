public import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// What an endpoint answered.
public struct ChatAnswer: Sendable {
  /// The status of HTTP.
  public let status: Int
  /// The body.
  public let body: Data
  /// The seconds it asks to wait, where it does.
  public let retryAfter: Double?

  /// Makes an answer.
  public init(status: Int, body: Data, retryAfter: Double? = nil) {
    self.status = status
    self.body = body
    self.retryAfter = retryAfter
  }
}

/// Sends the body of a chat request and brings the answer.
public protocol ChatTransport: Sendable {
  /// Sends one body.
  func send(_ body: Data) async throws -> ChatAnswer
}

/// An endpoint of the form `…/v1/chat/completions`.
public struct ChatEndpoint: ChatTransport {
  private let address: URL
  private let key: String
  private let patience: Double

  /// Makes an endpoint.
  ///
  /// - Parameters:
  ///   - address: The address of the endpoint, or of its server: the path is added where it is missing.
  ///   - key: The key sent as a bearer token; empty for none.
  ///   - patience: How many seconds an answer may take.
  /// - Throws: ``ReaderFailure`` where the address is none.
  public init(address: String, key: String = "", patience: Double = 120) throws(ReaderFailure) {
    guard let url = URL(string: address), let scheme = url.scheme,
      ["http", "https"].contains(scheme), url.host != nil
    else {
      throw ReaderFailure("'\(address)' is no address; write http://localhost:8080/v1")
    }
    if url.path.hasSuffix("/chat/completions") {
      self.address = url
    } else {
      let base =
        url.path.hasSuffix("/v1") || url.path.hasSuffix("/v1/")
        ? url : url.appendingPathComponent("v1")
      self.address = base.appendingPathComponent("chat/completions")
    }
    self.key = key
    self.patience = patience
  }

  /// Sends one body.
  public func send(_ body: Data) async throws -> ChatAnswer {
    var request = URLRequest(url: address, timeoutInterval: patience)
    request.httpMethod = "POST"
    request.httpBody = body
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    if !key.isEmpty { request.setValue("Bearer \(key)", forHTTPHeaderField: "Authorization") }
    let session = URLSession(configuration: .ephemeral)
    defer { session.finishTasksAndInvalidate() }
    let (data, response) = try await session.data(for: request)
    let http = response as? HTTPURLResponse
    return ChatAnswer(
      status: http?.statusCode ?? 0, body: data,
      retryAfter: http?.value(forHTTPHeaderField: "Retry-After").flatMap(Double.init))
  }
}
