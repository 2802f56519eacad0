import EventData
import Testing

@Suite("A condition made to break its parser")
struct HostileConditionTests {
  @Test("with the lowest whole number is refused", arguments: ["root", "quad", "mentions"])
  func lowestNumber(_ field: String) {
    #expect(throws: InputError.self) { try RowCondition("\(field)=\(Int.min)") }
  }

  @Test("of a hundred thousand nested signs is refused", arguments: ["(", "!"])
  func nested(_ sign: String) {
    #expect(throws: InputError.self) {
      try RowCondition(String(repeating: sign, count: 100_000) + "root=1")
    }
  }
}
