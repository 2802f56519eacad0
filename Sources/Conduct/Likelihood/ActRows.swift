import Foundation

/// The acts of a stream as rows of a regression, with the days on which each may have happened.
///
/// An act whose day is known has one row. An act whose date is a span has several, on days spread
/// evenly over the span, and counts with the mean of its rate over them: its own date is integrated
/// out and only the dates of the acts it may answer stay to be drawn. Acts stand in lanes of four;
/// lanes of acts with known days come first and have one row, the others as many as there are days.
struct ActRows: Sendable {
  typealias Lane = SIMD4<Double>

  /// The places of the acts in the record, those with known days first.
  let indices: [Int]
  /// The days of each act: one, or as many as there are nodes.
  let days: [[Int]]
  /// The number of lanes of acts.
  let lanes: Int
  /// The number of lanes in which every act has a known day.
  let exactLanes: Int
  /// The number of days on which an act of uncertain date is evaluated.
  let nodes: Int
  /// The number of lanes of rows.
  let rowLanes: Int

  /// Lays out acts.
  ///
  /// - Parameters:
  ///   - stream: The stream whose acts are taken.
  ///   - record: The record.
  ///   - drawn: The day of every act on this draw; it places the days at which a span is evaluated.
  ///   - nodes: The number of days at which a span is evaluated.
  ///   - end: The day before which the middle of an act's span must lie for it to count.
  init(_ stream: ActStream, record: ConductRecord, drawn: [Int], nodes: Int, end: Int) {
    let own = record.acts.indices.filter {
      record.acts[$0].role == stream.role && record.acts[$0].middle < end
    }
    let exact = own.filter { record.acts[$0].first == record.acts[$0].last }
    let spanned = own.filter { record.acts[$0].first != record.acts[$0].last }
    let indices = exact + spanned
    self.indices = indices
    lanes = (indices.count + 3) / 4
    self.nodes = spanned.isEmpty ? 1 : nodes
    exactLanes = spanned.isEmpty ? lanes : exact.count / 4
    rowLanes = lanes + (self.nodes - 1) * (lanes - exactLanes)
    let (firstSpanned, count) = (4 * exactLanes, self.nodes)
    days = indices.enumerated().map { position, index in
      let days = record.acts[index].days(around: drawn[index], count: count)
      // Known days that share a lane with spans are repeated.
      return position < firstSpanned || days.count == count
        ? days : [Int](repeating: drawn[index], count: count)
    }
  }

  /// The row of an act's lane for one of its days.
  func row(_ node: Int, _ lane: Int) -> Int {
    node == 0 ? lane : lanes + (node - 1) * (lanes - exactLanes) + lane - exactLanes
  }

  /// The number of rows of a lane.
  func nodeCount(_ lane: Int) -> Int { lane < exactLanes ? 1 : nodes }

  /// The weight of each row of a lane; the weights of an act sum to one.
  func weight(_ lane: Int) -> Double { 1 / Double(nodeCount(lane)) }

  /// A column of values, one for each row; rows without an act hold zero.
  func column(_ value: (_ position: Int, _ day: Int) -> Double) -> [Lane] {
    var result = [Lane](repeating: .zero, count: rowLanes)
    for position in indices.indices {
      for (node, day) in days[position].enumerated() {
        result[row(node, position / 4)][position % 4] = value(position, day)
      }
    }
    return result
  }
}
