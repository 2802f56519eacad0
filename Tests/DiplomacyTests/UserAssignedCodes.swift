import Diplomacy
import Testing

@Suite("User-assigned country codes")
struct UserAssignedCodes {
  @Test(
    "lie in the four ranges of the standard, ends included",
    arguments: ["AAA", "AAZ", "QMA", "QZZ", "XAA", "XBB", "XXZ", "ZZA", "ZZZ"])
  func inside(_ code: String) {
    #expect(CountryCodes.isUserAssigned(ActorCode(code)))
  }

  @Test(
    "are no others: neighbours of the ranges, states, other lengths and lower case",
    arguments: ["ABA", "QLZ", "RAA", "WZZ", "XYA", "ZYZ", "AZE", "RUS", "XA", "XAAA", "xaa", ""])
  func outside(_ code: String) {
    #expect(!CountryCodes.isUserAssigned(ActorCode(code)))
  }

  @Test("belong to no state of the table, but for XKX, which is listed for what it is")
  func disjoint() {
    let both = CountryCodes.names.keys.filter { CountryCodes.isUserAssigned(ActorCode($0)) }
    #expect(both == ["XKX"])
  }
}
