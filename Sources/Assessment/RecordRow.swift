public import Diplomacy

/// One row of the record as a report shows it: the act, its weight, its source, its place.
public struct RecordRow: Hashable, Sendable, Codable, Identifiable {
  /// The id of the row.
  public let id: String
  /// The line of the record on which the row starts.
  public let line: Int
  /// The days on which the act may have happened.
  public let date: DateSpan
  /// Who acted.
  public let source: [ActorCode]
  /// Who was acted upon.
  public let target: [ActorCode]
  /// The acting organ.
  public let sourceOrgan: String
  /// The organ acted upon.
  public let targetOrgan: String
  /// The CAMEO code.
  public let code: EventCode
  /// The label of the code.
  public let label: String
  /// The quad class of the code, from 1 to 4.
  public let quad: QuadClass
  /// The PLOVER type of the code, where it has one.
  public let plover: PloverType?
  /// The weight that the row states, else that of the assessment's scale.
  public let weight: Double
  /// Whether the act is hostile, conciliatory or neither.
  public let tone: Tone
  /// What happened.
  public let summary: String
  /// The issue.
  public let issue: String
  /// How well the act is established.
  public let status: EventStatus
  /// Whether it was meant.
  public let intent: EventIntent
  /// Kinds of conciliation in the act.
  public let conciliation: [String]
  /// The level of contact touched.
  public let channel: ChannelLevel?
  /// What the act did to that contact.
  public let channelEffect: ChannelEffect?
  /// The row of which this one is a second report.
  public let sameAs: String?
  /// Why the row takes no part in computations, where it does not.
  public let excluded: Exclusion?
  /// Where the act was reported.
  public let reported: Source
  /// Further columns of the file, kept as they were.
  public let further: [String: String]
  /// The coder's remark.
  public let note: String

  init(_ act: ActReading) {
    let event = act.row
    id = event.id
    line = event.line
    date = event.date
    source = event.sources
    target = event.targets
    sourceOrgan = event.sourceOrgan
    targetOrgan = event.targetOrgan
    code = event.code
    label = event.code.label
    quad = event.code.quadClass
    plover = event.code.plover
    weight = act.weight
    tone = act.tone
    summary = event.summary
    issue = event.issue
    status = event.status
    intent = event.intent
    conciliation = event.conciliation
    channel = event.channel
    channelEffect = event.channelEffect
    sameAs = event.sameAs
    excluded = act.exclusion
    reported = event.source
    further = event.extra
    note = event.note
  }
}
