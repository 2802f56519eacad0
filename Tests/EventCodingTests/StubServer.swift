import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A server of HTTP on this machine that answers each request with the next of some prepared answers.
final class StubServer: Sendable {
  struct Answer: Sendable {
    var status = 200
    var headers = ""
    var body: String
    var delay: Double = 0
  }

  let port: UInt16
  private let listener: Int32
  private let answers: Mutex<[Answer]>
  private let requests = Mutex<[String]>([])

  /// What was asked so far: the whole of each request.
  var asked: [String] { requests.withLock { $0 } }
  var address: String { "http://127.0.0.1:\(port)" }

  init?(_ prepared: [Answer]) {
    #if canImport(Glibc)
      let opened = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let opened = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    listener = opened
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(opened, pointer, length) == 0 && getsockname(opened, pointer, &length) == 0
      }
    }
    guard isBound, listen(opened, 8) == 0 else { return nil }
    port = UInt16(bigEndian: address.sin_port)
    answers = Mutex(prepared)
    Thread.detachNewThread { [self] in serve() }
  }

  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  private func serve() {
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { break }
      requests.withLock { $0.append(Self.request(connection)) }
      let answer = answers.withLock {
        $0.isEmpty ? Answer(status: 500, body: "") : $0.removeFirst()
      }
      if answer.delay > 0 { Thread.sleep(forTimeInterval: answer.delay) }
      let text =
        "HTTP/1.1 \(answer.status) X\r\nContent-Length: \(answer.body.utf8.count)\r\n"
        + "Connection: close\r\n\(answer.headers)\r\n\(answer.body)"
      let bytes = Array(text.utf8)
      _ = send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
      close(connection)
    }
    close(listener)
  }

  private static func request(_ connection: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      bytes += buffer[..<count]
      let text = String(decoding: bytes, as: UTF8.self)
      guard let head = text.range(of: "\r\n\r\n") else { continue }
      let length =
        text[..<head.lowerBound].lowercased().components(separatedBy: "content-length: ").last
        .flatMap { Int($0.prefix { $0.isNumber }) } ?? 0
      if text[head.upperBound...].utf8.count >= length { return text }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
