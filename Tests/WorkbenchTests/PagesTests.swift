import Foundation
import HTTPTypes
import Testing

@testable import Workbench

@Suite("The pages of the workbench")
struct PagesTests {
  @Test("list every shipped case with its claim, and lead to it")
  func cases() async throws {
    let client = try Client(cases: ["aze-rus-2025", "qat-2017", "tutorial"])
    let page = try await client.page("/")
    #expect(page.status == 200)
    for name in ["aze-rus-2025", "qat-2017", "tutorial"] {
      #expect(page.text.contains("href=\"/cases/\(name)\""))
      #expect(try await client.page("/cases/\(name)").text.contains("passes the check"))
    }
    #expect(page.bytes.count < 200_000)
  }

  @Test("have a link for every row and keep a filter in the address")
  func record() async throws {
    let client = try Client(cases: ["aze-rus-2025"])
    let page = try await client.page(
      "/cases/aze-rus-2025/record?side=AZE&sort=date&order=down&size=50")
    #expect(page.status == 200)
    #expect(page.text.contains("aria-sort=\"descending\""))
    #expect(page.text.contains("side=AZE&amp;sort=date&amp;order=down&amp;size=50&amp;page=2"))
    let row = try await client.page("/cases/aze-rus-2025/rows/AR041")
    #expect(row.status == 200 && row.text.contains("Pantsir"))
    #expect(try await client.page("/cases/aze-rus-2025/rows/NONE").status == 404)
  }

  @Test("name their assets by what they hold and serve them for good")
  func assets() async throws {
    let client = try Client()
    let page = try await client.page("/").text
    for name in ["workbench.css", "workbench.js"] {
      let path = Assets.path(of: name)
      #expect(page.contains(path))
      let asset = try await client.get(path)
      #expect(asset.status == 200 && asset.bytes.count > 1000)
      #expect(asset.headers[.cacheControl]?.contains("immutable") == true)
    }
    #expect(try await client.get("/assets/0/workbench.css").status == 404)
  }

  @Test("tell a program of a failure in problem details and a person in a page")
  func faults() async throws {
    let client = try Client()
    let problem = try await client.get("/api/cases/none")
    #expect(problem.status == 404)
    #expect(problem.headers[.contentType] == "application/problem+json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(problem.bytes)) as? [String: Any])
    #expect(object["status"] as? Int == 404 && object["title"] is String)
    let page = try await client.page("/cases/none")
    #expect(page.status == 404 && page.text.contains("<h1>"))
  }

  @Test("show a case with errors so that they can be put right")
  func brokenCase() async throws {
    let client = try Client()
    let record = try client.file("tutorial/events.csv")
    let id = record.split(separator: "\n")[1].prefix { $0 != "," }
    try client.write(
      record + "BAD1"
        + String(repeating: ",", count: record.prefix { $0 != "\n" }.count { $0 == "," })
        + "\n", to: "tutorial/events.csv")
    #expect(try await client.page("/").text.contains("error"))
    #expect(try await client.page("/cases/tutorial").text.contains("/cases/tutorial/rows/BAD1"))
    #expect(try await client.page("/cases/tutorial/rows/BAD1/edit").status == 200)
    #expect(try await client.page("/cases/tutorial/rows/\(id)").status == 200)
  }
}
