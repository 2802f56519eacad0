import Testing

@testable import Reporting

@Suite("NumberFormat")
struct NumberFormatTests {
  @Test(
    "write a fixed number of decimals",
    arguments: [
      (1.005, 1, "1.0"), (2.5, 0, "3"), (-2.5, 0, "-3"), (-0.04, 1, "0.0"), (0.05, 1, "0.1"),
      (1234.5678, 3, "1234.568"), (.nan, 2, "n/a"), (-.infinity, 2, "n/a"), (1e300, 1, "1e+300"),
    ] as [(Double, Int, String)])
  func fixed(value: Double, decimals: Int, expected: String) {
    #expect(NumberFormat.fixed(value, decimals: decimals) == expected)
  }

  @Test(
    "never round a share to certainty that is not there",
    arguments: [
      (0, "0%"), (0.001, "under 1%"), (0.5, "50%"), (0.9999, "over 99%"), (1, "100%"),
      (.nan, "n/a"),
    ] as [(Double, String)])
  func percent(share: Double, expected: String) {
    #expect(NumberFormat.percent(share) == expected)
  }

  @Test("show a sign except at zero")
  func signs() {
    #expect(NumberFormat.signed(1.25, decimals: 1) == "+1.3")
    #expect(NumberFormat.signed(0.01, decimals: 1) == "0.0")
    #expect(NumberFormat.signed(-0.3) == "-0.3")
    #expect(NumberFormat.short(1.50) == "1.5")
    #expect(NumberFormat.short(200) == "200")
    #expect(
      [.nan, -0.04, -0.05, 12.34, 12.96, -3, 1e300].map(NumberFormat.coordinate)
        == ["0", "0", "-0.1", "12.3", "13", "-3", "100000"])
  }
}
