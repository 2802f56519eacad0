import Diplomacy
import Foundation
import Testing

@testable import Reporting

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Drawings")
struct DrawingTests {
  static let span = (try? DateSpan(parsing: "2025-01/2025-06")) ?? DateSpan(Day(ordinal: 0))
  static let bad = [Double.nan, .infinity, -.infinity, 1e300]

  static var timeChart: TimeChart {
    let days = (0..<span.length).map { span.first + $0 }
    return TimeChart(
      span: span,
      panels: [
        .init(
          title: ReportingSamples.hostile,
          layers: [
            .band(name: "band", .solid(.blue, opacity: 0.2), days.map { .init($0, .nan, 2) }),
            .line(
              name: ReportingSamples.hostile, Stroke(.blue, dash: [2, 2]),
              days.enumerated().map { .init($1, $0 < 4 ? bad[$0] : Double($0)) }),
            .bars(name: "bars", .hatched(.vermilion), [.init(span, to: .nan), .init(span, to: 3)]),
            .steps(name: "steps", .crossed(.green), [.init(span, from: -1, to: 1, tip: "<tip>")]),
            .point(name: "low", .purple, .init(span.first, -3), within: span),
          ], reference: 0)
      ],
      marks: [DatedMark(DateSpan(span.first), "<b>"), DatedMark(span, "all"), DatedMark(span, "x")])
  }

  static let drawings: [(String, any Drawing)] = [
    ("time", timeChart), ("empty time", TimeChart(span: span, panels: [])),
    ("no values", TimeChart(span: span, panels: [.init(title: "none", layers: [])])),
    (
      "gantt",
      GanttChart(
        span: span,
        rows: [
          .init(
            label: String(repeating: "long ", count: 30),
            bars: [.init(span, .dotted(.sky), text: "<t>", tip: "&", height: .nan)], group: "<g>")
        ])
    ),
    (
      "ranges",
      RangeChart(
        rows: bad.map { .init(label: "<r>", value: $0, low: .nan, high: 1, text: "&") }
          + [.init(label: "fine", value: 0.5, low: 0.2, high: 0.7)], axis: "<axis>", reference: 0)
    ),
    ("no ranges", RangeChart(rows: [], axis: "", hasBars: true)),
    (
      "heat",
      HeatTable(
        rows: ["a", "b"], columns: ["<c>", String(repeating: "d", count: 80)],
        values: [[0.5, .nan], [.infinity]], rowTitle: "r", columnTitle: "c")
    ),
    ("no heat", HeatTable(rows: [], columns: [], values: [], rowTitle: "", columnTitle: "")),
  ]

  static func figure(_ name: String, _ drawing: any Drawing) -> Figure {
    Figure(
      id: "f", title: "Title \(ReportingSamples.hostile)", description: ReportingSamples.hostile,
      data: Table(caption: "c", columns: [.init("x")], entries: [["1"]]), drawing: drawing)
  }

  @Test("are well-formed XML without anything that is no number", arguments: 0..<8)
  func wellFormed(index: Int) throws {
    let (name, drawing) = Self.drawings[index]
    let figure = Self.figure(name, drawing)
    for text in [figure.wide, figure.narrow, figure.standalone] {
      let parser = XMLParser(data: Data(text.utf8))
      #expect(parser.parse(), "\(name): \(String(describing: parser.parserError))")
      for tag in MarkupReader.tags(in: text) {
        #expect(MarkupReader.elements.contains(tag.name))
        for (key, value) in tag.attributes {
          #expect(MarkupReader.attributes.contains(key))
          if key != "aria-labelledby", key != "id" {
            #expect(!value.lowercased().contains("nan") && !value.contains("inf"))
          }
        }
      }
    }
  }

  @Test("carry a title and a description for those who do not see them", arguments: 0..<8)
  func labelled(index: Int) throws {
    let (name, drawing) = Self.drawings[index]
    let figure = Self.figure(name, drawing)
    let alone = try #require(MarkupReader.tags(in: figure.standalone).first { $0.name == "svg" })
    #expect(alone.attributes["role"] == "img")
    let named = try #require(alone.attributes["aria-labelledby"]).split(separator: " ")
    #expect(named.count == 2)
    for id in named { #expect(figure.standalone.contains("id=\"\(id)\"")) }
    // On a page the caption names the drawing.
    let page = HTMLFragments(rows: []).block(.figure(figure))
    #expect(page.contains("<figcaption id=\"f-caption\">"))
    for text in [figure.wide, figure.narrow] {
      let svg = try #require(MarkupReader.tags(in: text).first { $0.name == "svg" })
      #expect(svg.attributes["role"] == "img")
      #expect(svg.attributes["aria-labelledby"] == "f-caption")
    }
    #expect(figure.wide != figure.narrow || drawing is HeatTable)
    #expect(figure.standalone.hasPrefix("<?xml"))
  }

  @Test("of a line keep its extremes when there are more days than room")
  func thinning() throws {
    let long = try DateSpan(parsing: "2000-01/2020-12")
    let peak = try #require(Day("2010-05-05"))
    let points = (0..<long.length).map {
      TimeChart.Point(long.first + $0, long.first + $0 == peak ? 50 : 0)
    }
    let chart = TimeChart(
      span: long, panels: [.init(title: "t", layers: [.line(name: "", Stroke(.blue), points)])])
    let body = chart.draw(width: 300, id: "x").element(title: "t", description: "d")
    let path = try #require(
      MarkupReader.tags(in: body).first { $0.name == "path" }?.attributes["d"])
    let places = path.split(whereSeparator: { "ML".contains($0) })
      .map { $0.split(separator: " ").compactMap { Double($0) } }
    #expect(places.count < 1300)
    let heights = places.compactMap(\.last)
    let highest = try #require(heights.min())
    let lowest = try #require(heights.max())
    #expect(lowest - highest > 100)
  }

  @Test("fit text by cutting and wrapping it")
  func fitting() {
    let text = "one two three four five six seven"
    let lines = TextMetrics.wrapped(text, width: 60, size: 11)
    #expect(lines.joined(separator: " ") == text)
    #expect(lines.allSatisfy { TextMetrics.width(of: $0, size: 11) <= 60 })
    let cut = TextMetrics.fitted(text, width: 60, size: 11)
    #expect(cut.hasSuffix("…") && TextMetrics.width(of: cut, size: 11) <= 60)
    #expect(TextMetrics.fitted("short", width: 60, size: 11) == "short")
  }

  @Test(
    "on a page keep every text, every place and every tip of a mark, and are lighter",
    arguments: 0..<8)
  func lightened(index: Int) {
    let (name, drawing) = Self.drawings[index]
    let canvas = drawing.draw(width: 500, id: "x")
    let whole = canvas.element(title: "T", description: "D")
    let light = PageDrawing.lightened(whole, caption: "c", hasTips: true)
    #expect(light.utf8.count < whole.utf8.count)
    func texts(_ drawing: String) -> [String] {
      drawing.split(separator: "<text").dropFirst().map { piece in
        let from = piece.firstIndex(of: ">") ?? piece.startIndex
        return String(piece[from...].prefix(while: { $0 != "<" }))
      }
    }
    #expect(texts(light) == texts(whole), "\(name)")
    func shapes(_ drawing: String) -> Int {
      MarkupReader.tags(in: drawing).count {
        ["path", "line", "rect", "circle", "text"].contains($0.name)
      }
    }
    #expect(shapes(light) == shapes(whole))
    func tips(_ drawing: String) -> Int {
      MarkupReader.tags(in: drawing).count { $0.name == "title" }
    }
    #expect(tips(light) == tips(whole) - 1)
  }

  @Test("go by steps to the places they went to before")
  func steps() {
    #expect(PathSteps.relative("M31.4 87.4L33.7 86.9L36 140.4Z") == "M31.4 87.4l2.3-.5l2.3 53.5z")
    #expect(PathSteps.relative("M0 0L-0.5 0.5M3 4L3 4") == "M0 0l-.5 .5M3 4l0 0")
    #expect(PathSteps.relative("M0 0C1 1 2 2 3 3") == "M0 0C1 1 2 2 3 3")
    #expect(PathSteps.relative("M0.25 0L1 1") == "M0.25 0L1 1")
  }
}
