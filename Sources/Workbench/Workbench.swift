public import Casework
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// The local web application: pages over the use cases of a workspace.
public struct Workbench: Sendable {
  /// Where and for whom the workbench runs.
  public struct Configuration: Sendable {
    /// The address to listen on; another than this machine's own demands a token.
    public var host = "127.0.0.1"
    /// The port; zero for any that is free.
    public var port = 8080
    /// What every request must carry, where it is set.
    public var token: String?
    /// The most bytes of a form.
    public var formLimit = 4 << 20
    /// The most bytes of an uploaded file.
    public var uploadLimit = 64 << 20
    /// The most open streams of progress at once.
    public var streamLimit = 64
    /// How a long computation is run: a program and its first arguments; empty where none can be.
    public var worker: [String] = []

    /// The settings for one analyst's own machine.
    public init() {}

    /// Whether the address is this machine's own.
    public var isLocal: Bool { ["127.0.0.1", "localhost", "::1"].contains(host) }
  }

  let configuration: Configuration
  let shelf: CaseShelf
  let jobs: Jobs

  /// Makes a workbench of a workspace.
  ///
  /// - Throws: `CaseworkFailure` of kind `usage` where an address open to others has no token, or the
  ///   token is too short or has marks that a header cannot carry.
  public init(_ workspace: Workspace, _ configuration: Configuration = Configuration())
    throws(CaseworkFailure)
  {
    if let token = configuration.token {
      let isPlain = token.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
          || $0 == 0x2D || $0 == 0x5F
      }
      guard isPlain, token.utf8.count >= 16 else {
        throw .usage("the token: use at least 16 letters, digits, '-' and '_'")
      }
    } else if !configuration.isLocal {
      throw .usage(
        "\(configuration.host): others could reach the workbench there; set a token as well")
    }
    self.configuration = configuration
    shelf = CaseShelf(workspace)
    jobs = Jobs(worker: configuration.worker)
  }

  /// Every route with its guard.
  func router() -> Router<WorkbenchContext> {
    let router = Router(context: WorkbenchContext.self)
    var hosts: Set<String> = ["127.0.0.1", "localhost", "[::1]"]
    if !configuration.isLocal {
      let isAny = ["0.0.0.0", "::"].contains(configuration.host)
      hosts = isAny ? [] : hosts.union([configuration.host.lowercased()])
    }
    router.add(middleware: RequestGuard(hosts: hosts, token: configuration.token))
    let limits = BodyLimits(form: configuration.formLimit, upload: configuration.uploadLimit)
    Assets.add(to: router)
    RecordRoutes(shelf: shelf, limits: limits).add(to: router)
    FilteredEditRoutes(shelf: shelf, limits: limits).add(to: router)
    RowRoutes(shelf: shelf, limits: limits).add(to: router)
    HistoryRoutes(shelf: shelf, limits: limits).add(to: router)
    let desk = AssessmentDesk(shelf: shelf, jobs: jobs)
    CasesRoutes(shelf: shelf, desk: desk, limits: limits).add(to: router)
    let streams = ProgressStreams(limit: configuration.streamLimit)
    AssessmentRoutes(desk: desk, streams: streams).add(to: router)
    ShareRoutes(desk: desk, limits: limits).add(to: router)
    ReviewRoutes(shelf: shelf, limits: limits).add(to: router)
    CodingRoutes(shelf: shelf, limits: limits).add(to: router)
    CoderRoutes(shelf: shelf, limits: limits).add(to: router)
    NoteRoutes(shelf: shelf, limits: limits).add(to: router)
    GameRoutes(shelf: shelf).add(to: router)
    let whatIf = WhatIfDesk(shelf: shelf, jobs: jobs)
    WhatIfRoutes(desk: whatIf, streams: streams, limits: limits).add(to: router)
    APIRoutes(shelf: shelf, desk: desk, whatIf: whatIf).add(to: router)
    return router
  }

  /// Runs until it is told to stop; saves under way are finished first.
  ///
  /// - Parameter started: Told the address once the workbench listens.
  public func run(started: @escaping @Sendable (String) -> Void) async throws {
    var logger = Logger(label: "demarche-workbench")
    logger.logLevel = .error
    let host = configuration.host
    let application = Application(
      router: router(),
      server: .http1(configuration: .init(idleTimeout: .seconds(30))),
      configuration: .init(address: .hostname(host, port: configuration.port)),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? 0
        started("http://\(host.contains(":") ? "[\(host)]" : host):\(port)/")
      },
      logger: logger)
    try await application.runService()
  }
}
