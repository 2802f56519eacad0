import Assessment
import Diplomacy

/// The whole record: one row each, with its place to link to and its source.
enum RecordSection {
  static func section(for assessment: CaseAssessment) -> Section? {
    guard !assessment.record.isEmpty else { return nil }
    let scale = Glossary.name(assessment.options.scale)
    return Section(
      id: "record", title: "The record",
      blocks: [
        .paragraph(
          """
          Every row of the record in the order of the file; grey rows take no part in computations. \
          The weight of a code is from -10 (most hostile) to 10 on the \(scale). A date that is not \
          one day is a span: the act fell on some day of it.
          """),
        .table(
          Table(
            caption: "The record, \(NumberFormat.count(assessment.record.count, "row"))",
            columns: [
              .init("row", namesRows: true), .init("date"), .init("who toward whom"),
              .init("act, weight, standing"), .init("what happened", isWide: true),
              .init("source"),
            ],
            rows: assessment.record.map { row in
              Table.Row(
                [
                  Prose(row.id), Glossary.span(row.date), actors(of: row), act(of: row),
                  happened(in: row), source(of: row),
                ], recordRow: row.id, isMuted: row.excluded != nil)
            }, narrow: .plainCards)),
      ])
  }

  private static func actors(of row: RecordRow) -> Prose {
    func side(_ codes: [ActorCode], _ organ: String) -> Prose {
      let names = Prose(codes.map(\.rawValue).joined(separator: ", "))
      if organ.isEmpty { return names }
      return names + Prose([.aside(" \(organ.replacing("_", with: " "))")])
    }
    return side(row.source, row.sourceOrgan) + " → " + side(row.target, row.targetOrgan)
  }

  private static func act(of row: RecordRow) -> Prose {
    var text: Prose = "\(code: row.code.rawValue) \(row.label)"
    var standing = "\(NumberFormat.signed(row.weight)); \(row.status.rawValue)"
    if row.intent != .intended { standing += "; intent: \(row.intent.rawValue)" }
    text.inlines += [.lineBreak, .text(standing)]
    if let reason = row.excluded {
      text.inlines += [.lineBreak, .strong("left out: \(Glossary.name(reason))")]
    }
    if let other = row.sameAs { text = text + " of \(row: other)" }
    return text
  }

  private static func happened(in row: RecordRow) -> Prose {
    var text = Prose(row.summary)
    var asides: [String] = []
    if let channel = row.channel {
      let effect = row.channelEffect.map { ", \($0.rawValue)" } ?? ""
      asides.append("contact: \(channel.label)\(effect)")
    }
    if !row.conciliation.isEmpty {
      let offers = row.conciliation.map { $0.replacing("_", with: " ") }
      asides.append("conciliation: \(offers.joined(separator: ", "))")
    }
    if !row.note.isEmpty { asides.append("note: \(row.note)") }
    if !asides.isEmpty {
      text.inlines += [.lineBreak, .aside(asides.joined(separator: "; "))]
    }
    return text
  }

  private static func source(of row: RecordRow) -> Prose {
    var text = Glossary.source(row.reported)
    if let further = row.further["further_sources"], !further.isEmpty {
      text.inlines.append(.lineBreak)
      text.inlines += linked(further)
    }
    return text
  }

  /// Text in which every address is a link.
  static func linked(_ text: String) -> [Inline] {
    var inlines: [Inline] = []
    for (index, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { inlines.append(.text(" ")) }
      guard word.hasPrefix("http"), Escaping.webAddress(String(word)) != nil else {
        inlines.append(.text(String(word)))
        continue
      }
      var address = word
      while let last = address.last, ".,;)".contains(last) { address.removeLast() }
      inlines.append(.link(host(of: address), url: String(address)))
      inlines.append(.text(String(word.dropFirst(address.count))))
    }
    return inlines
  }

  private static func host(of address: Substring) -> String {
    let parts = address.split(separator: "/", maxSplits: 2)
    let host = parts.count > 1 ? parts[1] : address
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : String(host)
  }
}
