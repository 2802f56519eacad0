import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import TestSupport
import Testing

@testable import Casework
@testable import Workbench

@Suite("Attacks on the workbench")
struct AttackTests {
  @Test(
    "a foreign Host is not answered",
    arguments: [
      "evil.example", "evil.example:8080", "127.0.0.1.evil.example", "", "localhost.evil",
    ])
  func foreignHost(host: String) async throws {
    let client = try Client()
    #expect(try await client.get("/", host: host).status == 421)
    #expect(try await client.post("/cases", [("name", "x")], host: host).status == 421)
  }

  @Test("its own names are answered", arguments: ["127.0.0.1:8080", "LOCALHOST:1", "[::1]:80"])
  func ownHost(host: String) async throws {
    #expect(try await Client().get("/", host: host).status == 200)
  }

  @Test(
    "a form of another site changes nothing",
    arguments: [
      ("Origin", "http://evil.example"), ("Origin", "null"), ("Origin", "http://127.0.0.1:9999"),
      ("Origin", "http://127.0.0.1:8080.evil.example"), ("Origin", "file://"),
      ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"),
    ])
  func crossOrigin(header: String, value: String) async throws {
    let client = try Client()
    let name = try #require(HTTPField.Name(header))
    let answer = try await client.post("/cases", [("name", "made")], headers: [name: value])
    #expect(answer.status == 403)
    #expect(!FileManager.default.fileExists(atPath: client.root + "/made"))
  }

  @Test("a form of its own is taken")
  func sameOrigin() async throws {
    let client = try Client()
    let answer = try await client.post(
      "/cases", [("name", "made")], headers: [.origin: "http://127.0.0.1:8080"])
    #expect(answer.status == 303)
    #expect(answer.location == "/cases/made")
    #expect(FileManager.default.fileExists(atPath: client.root + "/made/case.yaml"))
  }

  @Test(
    "no path leaves the workspace",
    arguments: [
      "..", "../secret", "%2e%2e", "..%2Fsecret", "%2e%2e%2fsecret", "tutorial/../../secret",
      "..%5csecret", "%00", "tutorial%00", ".", "%2Fetc", "....//secret", "tutorial%2F..",
    ])
  func traversal(name: String) async throws {
    let client = try Client()
    let outside = client.root + "-secret"
    defer { try? FileManager.default.removeItem(atPath: outside) }
    try FileManager.default.copyItem(atPath: client.root + "/tutorial", toPath: outside)
    let last = (client.root as NSString).lastPathComponent
    let aimed = name.replacing("secret", with: "\(last)-secret")
    for path in [
      "/cases/\(aimed)", "/cases/\(aimed)/record", "/cases/\(aimed)/history",
      "/cases/\(aimed)/rows/R01", "/api/cases/\(aimed)", "/api/cases/\(aimed)/check",
      "/api/cases/\(aimed)/record", "/assets/\(aimed)/\(aimed)", "/cases/tutorial/rows/\(aimed)",
    ] {
      let answer = try await client.get(path)
      #expect(answer.status == 404 || answer.status == 400, "\(path) gave \(answer.status)")
      #expect(!answer.text.contains("root:"))
    }
    let decoded = aimed.removingPercentEncoding ?? aimed
    let answer = try await client.post("/cases", [("name", decoded)])
    #expect(answer.status == 400)
  }

  @Test("a symbolic link out of the workspace is not followed")
  func links() async throws {
    let client = try Client()
    let outside = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: client.root + "/tutorial", toPath: outside.path + "/other")
    try FileManager.default.createSymbolicLink(
      atPath: client.root + "/linked", withDestinationPath: outside.path + "/other")
    #expect(try await client.get("/cases/linked").status == 404)
    #expect(try await !client.page("/").text.contains("/cases/linked"))
    let events = client.root + "/tutorial/events.csv"
    try FileManager.default.moveItem(atPath: events, toPath: outside.path + "/events.csv")
    try FileManager.default.createSymbolicLink(
      atPath: events, withDestinationPath: outside.path + "/events.csv")
    #expect(try await client.get("/cases/tutorial/record").status == 422)
  }

  @Test("a script in every field is shown as text")
  func scripts() async throws {
    let client = try Client()
    let script = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
    var record = try client.file("tutorial/events.csv")
    let columns = record.split(separator: "\n")[0].split(separator: ",").map(String.init)
    let quoted = "\"" + script.replacing("\"", with: "\"\"") + "\""
    record += columns.map { $0 == "id" ? "X1" : quoted }.joined(separator: ",") + "\n"
    try client.write(record, to: "tutorial/events.csv")
    let asked = Address.encoded(script)
    for path in [
      "/", "/cases/tutorial", "/cases/tutorial/record?q=\(asked)",
      "/cases/tutorial/record?side=\(asked)&sort=\(asked)&page=\(asked)&from=\(asked)",
      "/cases/tutorial/rows/X1", "/cases/tutorial/rows/X1/edit", "/cases/\(asked)",
      "/cases/tutorial/rows/\(asked)", "/cases/tutorial/history?saved=\(asked)",
    ] {
      let text = try await client.page(path).text
      #expect(!text.contains("<script>"), "\(path)")
      #expect(!text.contains("<img"), "\(path)")
    }
    let answer = try await client.post(
      "/cases/tutorial/record", columns.map { ("cell." + $0, script) } + [("do", "preview")])
    #expect(!answer.text.contains("<script>alert"))
    #expect(!answer.text.contains("<img"))
  }

  @Test("every answer carries a policy that lets no foreign or inline script run")
  func policy() async throws {
    let client = try Client()
    for path in ["/", "/cases/tutorial/record", "/nothing", "/api/cases"] {
      let answer = try await client.page(path)
      let policy = answer.headers[try #require(HTTPField.Name("Content-Security-Policy"))] ?? ""
      #expect(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"))
      #expect(!policy.contains("unsafe"))
      #expect(answer.headers[try #require(HTTPField.Name("X-Content-Type-Options"))] == "nosniff")
      for sign in ["<style", " style=", " onclick", "javascript:"] {
        #expect(!answer.text.contains(sign), "\(path) has \(sign)")
      }
    }
  }

  @Test("a body that is too long is refused, said or not")
  func longBody() async throws {
    let client = try Client { $0.formLimit = 1 << 20 }
    let head = HTTPRequest(
      method: .post, scheme: "http", authority: "127.0.0.1", path: "/cases",
      headerFields: [
        .contentType: "application/x-www-form-urlencoded", .contentLength: "1073741824",
      ])
    let said = try await client.respond(
      to: Request(head: head, body: RequestBody(buffer: ByteBuffer(string: "name=x"))))
    #expect(said.status == 413)
    let unsaid = try await client.post("/cases", [("name", String(repeating: "x", count: 2 << 20))])
    #expect(unsaid.status == 413)
  }

  @Test("a token is asked of every request where one is set")
  func token() async throws {
    let secret = "0123456789abcdef-SECRET"
    let client = try Client { $0.token = secret }
    for path in ["/", "/cases/tutorial", "/api/cases", "/nothing", "/?token=wrong"] {
      #expect(try await client.get(path).status == 401, "\(path)")
    }
    #expect(try await client.post("/cases", [("name", "x")]).status == 401)
    let entry = try await client.get("/?token=\(secret)")
    #expect(entry.status == 303 && entry.location == "/")
    let cookie = try #require(entry.headers[.setCookie])
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
    let pair = String(cookie.prefix { $0 != ";" })
    #expect(try await client.get("/", headers: [.cookie: "a=b; \(pair)"]).status == 200)
    #expect(
      try await client.get("/api/cases", headers: [.authorization: "Bearer \(secret)"]).status
        == 200)
    let elsewhere = try await client.get("//evil.example/?token=\(secret)")
    #expect(elsewhere.location?.hasPrefix("//") != true)
  }

  @Test("an address open to others needs a token")
  func openHost() throws {
    let folder = try TemporaryFolder()
    var settings = Workbench.Configuration()
    settings.host = "0.0.0.0"
    let workspace = try Workspace(at: folder.path)
    #expect(throws: CaseworkFailure.self) { try Workbench(workspace, settings) }
    settings.token = "short"
    #expect(throws: CaseworkFailure.self) { try Workbench(workspace, settings) }
    settings.token = "long-enough-0123456789"
    #expect(throws: Never.self) { try Workbench(workspace, settings) }
  }

  @Test("the comparison of tokens is right")
  func tokens() {
    #expect(RequestGuard.isSame("abc", "abc"))
    for other in ["", "ab", "abd", "abcd", "abca", "ABC"] {
      #expect(!RequestGuard.isSame(other, "abc"))
    }
    #expect(!RequestGuard.isSame("abc", ""))
  }

  @Test(
    "odd queries and forms are answered and do no harm",
    arguments: [
      "%", "%zz", "a=%ff%fe", "q=%00", "&&&==", "page=-1", "page=99999999999999999999",
      "size=0", "from=2025-13-45", "side=\u{7f}",
    ])
  func oddQueries(query: String) async throws {
    let client = try Client()
    #expect(try await client.get("/cases/tutorial/record?\(query)").status == 200)
    #expect(try await client.get("/api/cases/tutorial/record?\(query)").status == 200)
  }
}
