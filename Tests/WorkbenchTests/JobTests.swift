import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import TestSupport
import Testing

@testable import Workbench

@Suite("Long computations of the workbench")
struct JobTests {
  /// A stand-in for the program: it tells its progress, and then waits or ends.
  private static func client(_ script: String) throws -> (Client, TemporaryFolder) {
    let home = try TemporaryFolder()
    let path = home.path + "/worker.sh"
    try Data(("#!/bin/sh\n" + script).utf8).write(to: URL(filePath: path))
    return (try Client { $0.worker = ["/bin/sh", path] }, home)
  }

  @Test("are cancelled, and the page says so", .timeLimit(.minutes(20)))
  func cancel() async throws {
    let (client, home) = try Self.client("printf 'one stage\\t1\\t4\\n'\nexec sleep 86400\n")
    #expect(try await client.post("/cases/tutorial/assessment/start").status == 303)
    // The worker outlives any run of the tests: only the cancelling can end it.
    var page = ""
    while !page.contains("one stage: 1 of 4") {
      try await Task.sleep(for: .milliseconds(50))
      page = try await client.page("/cases/tutorial/assessment").text
    }
    _ = try await client.post("/cases/tutorial/assessment/cancel")
    #expect(try await client.page("/cases/tutorial/assessment").text.contains("was cancelled"))
    let stream = try await client.get("/cases/tutorial/assessment/progress")
    #expect(stream.headers[.contentType] == "text/event-stream")
    #expect(stream.text.contains("\"outcome\":\"cancelled\""))
    withExtendedLifetime(home) {}
  }

  @Test("that fail say why")
  func fail() async throws {
    let (client, home) = try Self.client("echo 'no room <left>' >&2\nexit 74\n")
    _ = try await client.post("/cases/tutorial/assessment/start")
    let stream = try await client.get("/cases/tutorial/assessment/progress")
    #expect(stream.text.contains("\"outcome\":\"failed\""))
    let page = try await client.page("/cases/tutorial/assessment").text
    #expect(page.contains("no room &lt;left&gt;"))
    withExtendedLifetime(home) {}
  }

  @Test("take no more than two processes, and streams no more than their limit")
  func limits() async throws {
    let home = try TemporaryFolder()
    let path = home.path + "/worker.sh"
    try Data("#!/bin/sh\nexec sleep 86400\n".utf8).write(to: URL(filePath: path))
    let client = try Client(cases: ["tutorial", "qat-2017", "aze-rus-2025"]) {
      $0.worker = ["/bin/sh", path]
      $0.streamLimit = 0
    }
    for (name, status) in [("tutorial", 303), ("qat-2017", 303), ("aze-rus-2025", 429)] {
      #expect(try await client.post("/cases/\(name)/assessment/start").status == status)
    }
    #expect(try await client.get("/cases/tutorial/assessment/progress").status == 503)
    for name in ["tutorial", "qat-2017"] {
      _ = try await client.post("/cases/\(name)/assessment/cancel")
    }
  }
}
