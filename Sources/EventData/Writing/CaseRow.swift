public import Diplomacy

extension CodedEvent {
  /// The event as a row of a case's record, or nothing where an actor was not resolved.
  ///
  /// Acts of people, press, firms or rebels get the organ `non_state`, which keeps a row out of the
  /// conduct of states. What the file says and the case format has no column for stands in extra
  /// columns.
  ///
  /// - Parameters:
  ///   - id: The id of the row, unique in the record.
  ///   - sameAs: The id of the row of which this one is a second report.
  ///   - outlet: The outlet, where the file names no publisher.
  ///   - extra: Further columns, such as the file and line it came from.
  public func recordRow(
    id: String, sameAs: String? = nil, outlet: String = "", extra: [String: String] = [:]
  ) -> Event? {
    guard let from = source.actor, let toward = target.actor else { return nil }
    let coded = [
      "native_id": self.id, "source_as_coded": source.asCoded, "target_as_coded": target.asCoded,
      "source_sector": source.organ, "target_sector": target.organ, "raw_code": rawCode,
      "mentions": String(mentions),
    ]
    return Event(
      id: id, date: date, sources: [from], targets: [toward], code: code,
      summary: CellText.safe(wording),
      sourceOrgan: source.isOfficial ? source.organ : "non_state",
      targetOrgan: target.isOfficial ? target.organ : "non_state", sameAs: sameAs,
      statedIntensity: tenths.map { Double($0) / 10 }, status: .reported,
      source: Source(publisher: publisher.isEmpty ? outlet : publisher, url: url),
      extra: coded.merging(extra) { $1 }, line: line)
  }
}

extension CodedActor {
  /// The actor as the file writes it: the code, the name, or both.
  fileprivate var asCoded: String {
    [code, name].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
