import HTTPTypes
import Hummingbird
import Reporting

/// The style sheet and the script, held in the program.
enum Assets {
  private struct Asset: Sendable {
    let bytes: ByteBuffer
    let type: String
    let version: String
  }

  private static let all: [String: Asset] = [
    "workbench.css": asset(PackageResources.workbench_css, "text/css; charset=utf-8"),
    "report.css": asset(Array(HTMLReport.styleSheet.utf8), "text/css; charset=utf-8"),
    "workbench.js": asset(PackageResources.workbench_js, "text/javascript; charset=utf-8"),
  ]

  private static func asset(_ bytes: [UInt8], _ type: String) -> Asset {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Asset(
      bytes: ByteBuffer(bytes: bytes), type: type, version: String(hash, radix: 36))
  }

  /// The path of an asset, which changes with what it holds.
  static func path(of name: String) -> String {
    "/assets/\(all[name]?.version ?? "0")/\(name)"
  }

  /// Adds the route of the assets.
  static func add(to router: Router<WorkbenchContext>) {
    router.get("/assets/:version/:name") { _, context throws -> Response in
      guard let asset = all[try context.part("name")],
        try context.part("version") == asset.version
      else { throw Fault(.notFound, "There is no such file") }
      return Response(
        status: .ok,
        headers: [
          .contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable",
        ], body: ResponseBody(byteBuffer: asset.bytes))
    }
  }
}
