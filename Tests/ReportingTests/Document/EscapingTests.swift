import Testing

@testable import Reporting

@Suite("Escaping")
struct EscapingTests {
  @Test(
    "makes markup of text that shows as the text",
    arguments: [
      ("a < b & c > d", "a &lt; b &amp; c &gt; d"), ("\"x\" 'y'", "&quot;x&quot; &#39;y&#39;"),
      ("\"\u{301}", "&quot;\u{301}"), ("<\u{338}b>", "&lt;\u{338}b&gt;"),
      ("nul \u{0} bell \u{7}", "nul \u{FFFD} bell \u{FFFD}"), ("Türkiye → 中国", "Türkiye → 中国"),
      ("", ""), ("line\nbreak", "line\nbreak"), ("\u{FFFE}a\u{FFFF}", "\u{FFFD}a\u{FFFD}"),
      ("\u{7F}\u{85}\u{9F}\u{A0}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{A0}"),
      ("\u{FFBE}\u{FEFF}ï¾", "\u{FFBE}\u{FEFF}ï¾"),
    ])
  func markup(text: String, expected: String) {
    #expect(Escaping.markup(text) == expected)
  }

  @Test(
    "takes only web addresses for links",
    arguments: [
      ("https://example.org/a?b=c", true), ("HTTP://example.org", true),
      ("javascript:alert(1)", false), ("JaVaScRiPt://example.org/%0aalert(1)", false),
      ("data:text/html,x", false), ("//example.org", false), ("https:example.org", false),
      ("https://", false), ("https:///x", false), (" https://example.org", false),
      ("https://example.org/a b", false), ("https://example.org/\u{0}", false), ("", false),
    ])
  func addresses(text: String, isAddress: Bool) {
    #expect((Escaping.webAddress(text) != nil) == isAddress)
  }

  @Test("gives different rows different anchors without white space or quotes")
  func anchors() {
    let ids = [
      "AR1", "AR 1", "AR~201", "AR\u{20}~1", "a/b", "a%2Fb", "ä", "\"", "", "AR-1", "AR_1",
    ]
    let anchors = ids.map(Escaping.rowAnchor)
    #expect(Set(anchors).count == ids.count)
    let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~")
    #expect(anchors.allSatisfy { $0.allSatisfy(allowed.contains) })
    #expect(Escaping.rowAnchor("AR131") == "row-AR131")
  }

  @Test(
    "takes their meaning from the signs of Markdown",
    arguments: [
      ("a|b", "a\\|b"), ("<b>", "&lt;b&gt;"), ("[x](y)", "\\[x\\](y)"), ("a\nb", "a b"),
      ("*b* _i_ `c`", "\\*b\\* \\_i\\_ \\`c\\`"), ("https://x.org", "https:&#47;/x.org"),
      ("a\u{85}b\u{7F} é ü", "a\u{FFFD}b\u{FFFD} é ü"), ("a@b www.x", "a&#64;b www&#46;x"),
    ])
  func markdown(text: String, expected: String) {
    #expect(Escaping.markdown(text) == expected)
  }

  @Test("leaves a terminal no byte that would steer it")
  func terminal() {
    let text = Escaping.terminal("\u{1B}[31mred\u{7}\u{9B}\u{202E}\r\n")
    #expect(
      text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) })
    #expect(!text.unicodeScalars.contains("\u{202E}"))
    #expect(text.contains("[31mred"))
  }
}
