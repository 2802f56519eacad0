import TimeSeries
import Foundation

/// Simulated processes with known truth and the answers of other programs, when they are there.
enum StoredProcesses {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/conformance/stats/hawkes")

  static var areThere: Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "peers.json").path)
  }

  /// The truth beside a set: parameters and log-likelihoods at two points.
  struct Truth: Decodable {
    struct Other: Decodable {
      let mu: [Double]
      let alpha: [[Double]]
      let beta: [[Double]]
      let value: Double
    }
    let T: Double
    let mu: [Double]
    let alpha_branching: [[Double]]
    let beta: [[Double]]
    let loglik_true_params: Double
    let loglik_at_alt: Other?
  }

  static func truth(_ name: String) throws -> Truth {
    let data = try Data(contentsOf: folder.appending(path: "hawkes_\(name).truth.json"))
    return try JSONDecoder().decode(Truth.self, from: data)
  }

  /// The events of a set, unpacked by gzip.
  static func events(_ name: String, horizon: Double) throws -> MarkedPointProcess {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/gzip")
    process.arguments = ["-dc", folder.appending(path: "hawkes_\(name).csv.gz").path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    var times: [Double] = []
    var types: [Int] = []
    var marks: [Double] = []
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",")
      guard fields.count >= 3, let time = Double(fields[0]), let type = Int(fields[1]) else {
        continue
      }
      times.append(time)
      types.append(type)
      if fields.count > 3, let mark = Double(fields[3]) { marks.append(mark) }
    }
    let order = (types.max() ?? 0) + 1
    return try MarkedPointProcess(
      types: (0..<order).map { "type\($0)" }, times: times, type: types,
      marks: marks.isEmpty ? nil : marks, horizon: horizon)
  }
}
