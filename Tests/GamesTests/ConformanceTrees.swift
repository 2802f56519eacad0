import Games
import TestSupport

extension Conformance {
  static func tree(_ name: String) throws -> ExtensiveGame {
    try ExtensiveGameReader.game(from: text(name))
  }
}
