import Conduct
import Foundation

/// A file of events with times: columns time and type, and mark where the events have weights.
enum TypedEventsFile {
  /// Reads a file; the types are named as they are written, in the order of the alphabet.
  ///
  /// - Parameters:
  ///   - data: The bytes of the file.
  ///   - path: The file as the user named it.
  ///   - horizon: The end of observation; the last event where left out.
  /// - Throws: ``CommandFailure`` with file and line.
  static func read(_ data: Data, path: String, horizon: Double?) throws -> TypedEvents {
    var bytes = Array(data)
    bytes.append(0x0A)
    var times: [Double] = []
    var labels: [String] = []
    var marks: [Double] = []
    var columns: (time: Int, type: Int, mark: Int?)?
    var width = 0
    var line = 0
    var start = 0
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    while start < bytes.count {
      var end = start
      while bytes[end] != 0x0A { end += 1 }
      line += 1
      var content = bytes[start..<end]
      start = end + 1
      if content.last == 0x0D { content = content.dropLast() }
      if content.isEmpty { continue }
      let fields = content.split(separator: 0x2C, omittingEmptySubsequences: false)
      guard let known = columns else {
        let header = fields.map { String(decoding: $0, as: UTF8.self) }
        guard let time = header.firstIndex(of: "time"), let type = header.firstIndex(of: "type")
        else {
          throw CommandFailure.badInput(
            "\(path):\(line): the header is '\(header.joined(separator: ","))'; it needs the columns time and type"
          )
        }
        columns = (time, type, header.firstIndex(of: "mark"))
        width = header.count
        continue
      }
      guard fields.count == width else {
        throw CommandFailure.badInput(
          "\(path):\(line): \(fields.count) fields where the header has \(width); mend the row")
      }
      func number(_ column: Int, _ name: String) throws -> Double {
        let text = String(decoding: fields[column], as: UTF8.self)
        guard let value = Double(text), value.isFinite else {
          throw CommandFailure.badInput("\(path):\(line): \(name) '\(text)' is not a number")
        }
        return value
      }
      times.append(try number(known.time, "time"))
      labels.append(String(decoding: fields[known.type], as: UTF8.self))
      if let mark = known.mark { marks.append(try number(mark, "mark")) }
    }
    return try series(times, labels, marks, path: path, horizon: horizon)
  }

  private static func series(
    _ times: [Double], _ labels: [String], _ marks: [Double], path: String, horizon: Double?
  ) throws -> TypedEvents {
    guard times.count > 1 else {
      throw CommandFailure.badInput("\(path): \(times.count) events; at least two are needed")
    }
    let order = times.indices.sorted { (times[$0], $0) < (times[$1], $1) }
    let types = Set(labels).sorted { ($0.count, $0) < ($1.count, $1) }
    let index = Dictionary(uniqueKeysWithValues: zip(types, types.indices))
    do {
      return try TypedEvents(
        types: types, times: order.map { times[$0] }, type: order.map { index[labels[$0]] ?? 0 },
        marks: marks.isEmpty ? nil : order.map { marks[$0] },
        horizon: horizon ?? times[order[order.count - 1]])
    } catch {
      throw CommandFailure.badInput("\(path): \(error)")
    }
  }
}
