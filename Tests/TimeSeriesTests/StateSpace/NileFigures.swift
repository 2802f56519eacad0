import Foundation

/// Reference figures of another program for the Nile series, when they are there.
enum NileFigures {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/conformance/stats")

  static var areThere: Bool {
    FileManager.default.fileExists(
      atPath: folder.appending(path: "kalman/kalman_nile_statsmodels.json").path)
  }

  struct Smooth: Decodable {
    let llf: Double
    let smoothed_level: [Double]
    let smoothed_var: [Double]?
    let smoothed_trend: [Double]?
  }
  struct Optimum: Decodable { let llf: Double }
  struct File: Decodable {
    let dk_params_exact_diffuse: Smooth
    let mle_exact_diffuse: Optimum
    let missing: Smooth
    let lltrend: Smooth
  }

  static func load() throws -> File {
    let data = try Data(contentsOf: folder.appending(path: "kalman/kalman_nile_statsmodels.json"))
    return try JSONDecoder().decode(File.self, from: data)
  }

  static func nile() throws -> [Double] {
    let data = try Data(contentsOf: folder.appending(path: "kalman/nile.csv"))
    return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { Double($0) }
  }
}
