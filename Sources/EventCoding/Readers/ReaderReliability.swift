import Diplomacy

/// How far a reader gives the same acts when the list of codes is written in another way.
public struct ReaderReliability: Sendable {
  /// One way of writing the list, against the plain one.
  public struct Row: Hashable, Sendable {
    /// How the list was written.
    public let form: Codebook.Form
    /// Acts given under both.
    public let same: Int
    /// Acts given under either.
    public let all: Int

    /// The share unchanged; nothing where there were no acts at all.
    public var share: Double? { all == 0 ? nil : Double(same) / Double(all) }
  }

  private struct Key: Hashable {
    let document: String
    let sentence: Int
    let source: String
    let target: String
    let code: String
  }

  /// Reads every text under each form of the list and compares the acts with those of the plain one.
  ///
  /// - Parameters:
  ///   - documents: The texts.
  ///   - reader: Makes the reader for a list.
  public static func rows(
    _ documents: [NewsDocument], _ reader: (Codebook) throws -> any Reader
  ) async throws -> [Row] {
    let plain = try await acts(documents, try reader(Codebook()))
    var rows: [Row] = []
    for form in Codebook.Form.allCases where form != .plain {
      let other = try await acts(documents, try reader(Codebook(form)))
      rows.append(
        Row(
          form: form, same: plain.intersection(other).count, all: plain.union(other).count))
    }
    return rows
  }

  private static func acts(
    _ documents: [NewsDocument], _ reader: any Reader
  ) async throws -> Set<Key> {
    var keys: Set<Key> = []
    for document in documents {
      for act in try await reader.read(document).acts {
        keys.insert(
          Key(
            document: document.id, sentence: act.sentenceNumber, source: act.source.rawValue,
            target: act.target.rawValue, code: act.code.rawValue))
      }
    }
    return keys
  }
}
