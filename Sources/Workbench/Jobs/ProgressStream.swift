import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle
import Synchronization

/// The progress of a computation as server-sent events.
///
/// > WHATWG. *HTML Living Standard*, section 9.2, "Server-sent events".
final class ProgressStreams: Sendable {
  private let limit: Int
  private let open = Atomic<Int>(0)

  init(limit: Int) { self.limit = limit }

  /// An answer that tells of a computation until it ends, the reader leaves, or the workbench stops.
  ///
  /// - Throws: ``Fault`` where too many are open.
  func answer(_ job: Jobs.Job) throws(Fault) -> Response {
    guard open.add(1, ordering: .relaxed).newValue <= limit else {
      open.subtract(1, ordering: .relaxed)
      throw Fault(
        .serviceUnavailable, "Too many open streams",
        "Close other pages that follow a computation; this page works without one.")
    }
    let place = Place(self)
    return Response(
      status: .ok, headers: [.contentType: "text/event-stream"],
      body: ResponseBody { writer in
        let place = place
        var last: JobState?
        var quiet = 0
        while true {
          let state = job.state
          if state != last {
            last = state
            quiet = 0
            let data = (try? JSONEncoder().encode(state)) ?? Data()
            try await writer.write(
              ByteBuffer(string: "data: \(String(decoding: data, as: UTF8.self))\n\n"))
          } else {
            quiet += 1
            if quiet % 50 == 0 { try await writer.write(ByteBuffer(string: ": waiting\n\n")) }
          }
          if state.outcome != .running || Task.isShuttingDownGracefully { break }
          try await Task.sleep(for: .milliseconds(100))
        }
        try await writer.finish(nil)
        withExtendedLifetime(place) {}
      })
  }

  /// The place of one stream among those allowed; given back when the answer is let go of.
  private final class Place: Sendable {
    private let streams: ProgressStreams
    init(_ streams: ProgressStreams) { self.streams = streams }
    deinit { streams.open.subtract(1, ordering: .relaxed) }
  }
}
