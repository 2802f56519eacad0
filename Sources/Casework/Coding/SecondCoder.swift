import Diplomacy
import Foundation

/// A second coder of a case: who, by which link, and in which order the rows come.
public struct SecondCoder: Hashable, Sendable, Codable {
  /// The name, also of the file of codes.
  public let name: String
  /// What the link of the coder carries; hard to guess.
  public let key: String
  /// The seed of the order of rows.
  public let seed: UInt64

  /// The columns that a coder fills in.
  public static let columns = [
    "code", "channel", "channel_effect", "status", "intent", "conciliation", "role",
  ]
  /// The columns that a coder sees.
  public static let seen = ["date", "source", "target", "summary"]
}

/// The second coders of a case.
public struct SecondCoders: Sendable {
  private let folder: String
  private var path: String { "\(folder)/\(CaseHistory.folderName)/coders.json" }

  /// Finds the coders of a case folder.
  public init(folder: String) { self.folder = folder }

  /// The coders in the order of their names.
  public var all: [SecondCoder] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    return ((try? JSONDecoder().decode([SecondCoder].self, from: data)) ?? [])
      .sorted { $0.name < $1.name }
  }

  /// Invites a coder.
  ///
  /// - Parameter name: Letters, digits and '-'.
  /// - Throws: ``CaseworkFailure`` where the name cannot be used or is taken, or writing fails.
  public func invite(_ name: String) throws -> SecondCoder {
    let isPlain = name.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || $0 == 0x2D
    }
    guard isPlain, !name.isEmpty, name.utf8.count <= 64, name.utf8.first != 0x2D else {
      throw CaseworkFailure.usage("'\(name)' cannot be a coder's name; use letters, digits and '-'")
    }
    let lock = try CaseLock(folder: folder)
    defer { lock.release() }
    var coders = all
    guard !coders.contains(where: { $0.name == name }),
      !FileManager.default.fileExists(atPath: "\(folder)/coders/\(name).csv")
    else { throw CaseworkFailure.usage("there is a coder '\(name)' already; choose another name") }
    var random = SystemRandomNumberGenerator()
    let key = (0..<4).map { _ in
      let digits = String(UInt64.random(in: .min ... .max, using: &random), radix: 36)
      return String(repeating: "0", count: 13 - digits.count) + digits
    }.joined()
    let coder = SecondCoder(
      name: name, key: key, seed: UInt64.random(in: .min ... .max, using: &random))
    coders.append(coder)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try AtomicFiles.write(
      [("coders.json", String(decoding: try encoder.encode(coders), as: UTF8.self))],
      into: "\(folder)/\(CaseHistory.folderName)")
    return coder
  }

  /// The rows in the order in which a coder gets them: the same on every visit, drafts left out.
  public static func order(_ coder: SecondCoder, of record: RecordText) -> [Int] {
    let rows = record.rows.indices.filter { !ReviewQueue.isDraft(record.rows[$0], in: record) }
    return rows.map { number in
      let id = record.value("id", of: record.rows[number])
      return (ByteMix.mixed(coder.seed, id), number)
    }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.1)
  }

  /// The codes that a coder has given, by row and column.
  public func codes(of coder: SecondCoder) -> [String: [String: String]] {
    guard let data = FileManager.default.contents(atPath: "\(folder)/coders/\(coder.name).csv")
    else {
      return [:]
    }
    let text = RecordText(Array(data))
    return Dictionary(
      text.rows.map { (RecordText.trimmed(text.value("id", of: $0)), text.values(of: $0)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Saves a coder's codes of a row.
  ///
  /// - Throws: ``CaseworkFailure`` where a code is none of CAMEO, or writing fails.
  public func save(_ codes: [String: String], of id: String, by coder: SecondCoder) throws {
    let code = RecordText.trimmed(codes["code"] ?? "")
    guard EventCode(code) != nil else {
      throw CaseworkFailure.badInput("'\(code)' is not a CAMEO code; choose one of the list")
    }
    let lock = try CaseLock(folder: folder)
    defer { lock.release() }
    let path = "\(folder)/coders/\(coder.name).csv"
    let header = (["id"] + SecondCoder.columns).joined(separator: ",") + "\n"
    let text = RecordText(
      FileManager.default.contents(atPath: path).map { Array($0) } ?? Array(header.utf8))
    var values = codes.filter { SecondCoder.columns.contains($0.key) }
    values["id"] = id
    let plan: EditPlan
    if let number = text.number(of: id) {
      plan = try EditPlan(
        [.change(id: id, seen: text.text(of: text.rows[number]), values: values)], of: text)
    } else {
      plan = try EditPlan([.add(values: values)], of: text)
    }
    try AtomicFiles.write(
      [("\(coder.name).csv", String(decoding: plan.bytes, as: UTF8.self))], into: "\(folder)/coders"
    )
  }
}

/// Mixes a seed with a text into a number that looks random.
enum ByteMix {
  /// > Steele, G., Lea, D., Flood, C. "Fast splittable pseudorandom number generators." *OOPSLA*, 2014.
  static func mixed(_ seed: UInt64, _ text: String) -> UInt64 {
    var hash = seed ^ 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
  }
}
