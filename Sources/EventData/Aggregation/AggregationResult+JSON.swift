extension AggregationResult {
  /// Writes the result as one JSON object a line, with the names of the columns as keys.
  ///
  /// - Parameter write: Takes pieces of the text, in order.
  public func writeJSONLines(_ write: ([UInt8]) throws -> Void) rethrows {
    var out: [UInt8] = []
    for index in 0..<count {
      let row = self[index]
      var fields: [(String, String)] = []
      for key in query.keys {
        switch key {
        case .dyad:
          fields.append(("source", JSONWriting.quoted(row.source)))
          fields.append(("target", JSONWriting.quoted(row.target)))
        case .source: fields.append(("source", JSONWriting.quoted(row.source)))
        case .target: fields.append(("target", JSONWriting.quoted(row.target)))
        case .day, .week, .month, .year:
          fields.append((key.rawValue, JSONWriting.quoted(row.span)))
        case .root: fields.append(("root", String(row.root)))
        case .quad: fields.append(("quad", String(row.quad)))
        }
      }
      if query.counts { fields.append(("count", String(row.count))) }
      switch query.sum {
      case .goldstein: fields.append(("sum", CSVWriting.decimal(tenths: row.sum)))
      case .mentions: fields.append(("sum", String(row.sum)))
      case nil: break
      }
      let line = fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",")
      out.append(contentsOf: "{\(line)}\n".utf8)
      if out.count > 1 << 16 {
        try write(out)
        out.removeAll(keepingCapacity: true)
      }
    }
    try write(out)
  }
}
