import Diplomacy
import Foundation

/// Reads events written as one JSON object a line, as our own writer and event coders write them.
///
/// Needed: date, source, target, and a code or a PLOVER type. Known besides: id, source_organ,
/// target_organ, source_name, target_name, raw_code, intensity, summary, publisher, url, mentions.
public struct JSONLinesReader: RecordReader {
  /// The format.
  public let format = EventFormat.jsonLines

  /// Makes a reader.
  public init() {}

  /// The object of a line.
  struct Line: Codable {
    var id: String?
    var doc: String?
    var date: String?
    var source: String?
    var target: String?
    var source_organ: String?
    var target_organ: String?
    var source_name: String?
    var target_name: String?
    var source_code: String?
    var target_code: String?
    var code: String?
    var raw_code: String?
    var plover: String?
    var intensity: Double?
    var summary: String?
    var publisher: String?
    var url: String?
    var mentions: Int?
    var source_sectors: String?
    var target_sectors: String?
    var added_minute: Int?

    /// The first field whose text holds a NUL byte, which no store and no file of ours can keep.
    var fieldWithNul: String? {
      let texts = [
        ("id", id), ("doc", doc), ("date", date), ("source", source), ("target", target),
        ("source_organ", source_organ), ("target_organ", target_organ),
        ("source_name", source_name), ("target_name", target_name),
        ("source_code", source_code), ("target_code", target_code), ("code", code),
        ("raw_code", raw_code), ("plover", plover), ("summary", summary),
        ("publisher", publisher), ("url", url), ("source_sectors", source_sectors),
        ("target_sectors", target_sectors),
      ]
      return texts.first { $0.1?.utf8.contains(0) ?? false }?.0
    }
  }

  /// Decodes one line.
  public func record(from row: FieldRow, line: Int) throws(RowFault) -> CodedEvent? {
    let bytes = row[0]
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return nil }
    let object: Line
    do {
      object = try JSONDecoder().decode(Line.self, from: Data(bytes))
    } catch {
      throw RowFault("the line is no JSON object of an event: \(Self.reason(error))")
    }
    if bytes.contains(0x5C), let field = object.fieldWithNul {
      throw RowFault("the field \(field) holds a NUL byte")
    }
    let date = try date(object)
    let mentions = object.mentions ?? 1
    guard (0...FieldParsing.mostMentions).contains(mentions) else {
      throw RowFault("'\(mentions)' is no number of mentions from 0 to 1,000,000,000")
    }
    if let minute = object.added_minute, !FieldParsing.minutes.contains(minute) {
      throw RowFault("'\(minute)' is no minute from 1901 to 2099")
    }
    let plover = object.plover.flatMap { PloverType(rawValue: $0.uppercased()) }
    let text = object.code ?? plover.flatMap { PolecatReader.roots[$0] } ?? ""
    if object.code == nil, plover == nil {
      throw RowFault("the object has neither a CAMEO code nor a PLOVER type")
    }
    let (code, written) = try CodeField.read(text, length: .any)
    var tenths: Int?
    if let intensity = object.intensity {
      guard intensity.isFinite, abs(intensity) <= 10 else {
        throw RowFault("'\(intensity)' lies off the scale -10 to 10")
      }
      tenths = Int((intensity * 10).rounded())
    }
    return CodedEvent(
      id: object.id ?? object.doc ?? "", date: date,
      source: actor(
        object.source, object.source_organ, object.source_name, object.source_code,
        object.source_sectors),
      target: actor(
        object.target, object.target_organ, object.target_name, object.target_code,
        object.target_sectors),
      code: code, rawCode: object.raw_code ?? written, plover: plover, tenths: tenths,
      summary: object.summary ?? "", publisher: object.publisher ?? "", url: object.url ?? "",
      mentions: max(1, mentions), addedMinute: object.added_minute, line: line)
  }

  private func date(_ object: Line) throws(RowFault) -> DateSpan {
    guard let text = object.date else { throw RowFault("the object has no date") }
    do {
      let span = try DateSpan(parsing: text)
      guard FieldParsing.days.contains(span.first.ordinal),
        FieldParsing.days.contains(span.last.ordinal)
      else { throw RowFault("'\(text)' lies outside 1901-01-01 to 2099-12-31") }
      return span
    } catch let fault as RowFault {
      throw fault
    } catch {
      throw RowFault("\(error)")
    }
  }

  private func actor(
    _ text: String?, _ organ: String?, _ name: String?, _ code: String?, _ sectors: String?
  ) -> CodedActor {
    var actor = CodedActor(
      nil, organ: organ ?? "", code: code ?? "", name: name ?? "",
      sectors: sectors?.split(separator: ";").map(String.init) ?? [])
    guard let text, !text.isEmpty else { return actor }
    let stated = ActorCode(text)
    if CountryCodes.contains(stated) || stated.isPrefixed {
      actor.actor = stated
      return actor
    }
    let chain = ActorResolver.actor(cameoChain: text)
    actor.actor = ActorResolver.actor(named: text) ?? chain.actor
    if organ == nil { actor.organ = chain.organ }
    if code == nil { actor.code = text }
    return actor
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      return "\(context.codingPath.map(\.stringValue).joined(separator: ".")) has the wrong type"
    default: return "it cannot be parsed"
    }
  }
}
