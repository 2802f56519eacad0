import Foundation
import Hummingbird
import Logging

/// What the workbench keeps for the time of a request.
struct WorkbenchContext: RequestContext {
  var coreContext: CoreRequestContextStorage

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
  }

  /// A context without a connection behind it.
  init(logger: Logger) {
    coreContext = CoreRequestContextStorage(source: Detached(logger: logger))
  }

  private struct Detached: RequestContextSource {
    let logger: Logger
  }

  /// A part of the path, decoded.
  ///
  /// - Throws: ``Fault`` where the part cannot be decoded.
  func part(_ name: String) throws(Fault) -> String {
    guard let text = parameters.get(name)?.removingPercentEncoding, !text.isEmpty else {
      throw Fault(.notFound, "There is no such page")
    }
    return text
  }
}
