/// One dated act of one or more actors toward others, with its source.
public struct Event: Hashable, Sendable, Codable, Identifiable {
  /// The id of the row, unique in the record.
  public let id: String
  /// The days on which the act may have happened.
  public let date: DateSpan
  /// Who acted; several where the act was joint.
  public let sources: [ActorCode]
  /// Who was acted upon.
  public let targets: [ActorCode]
  /// The organ that acted, such as president or court; empty where unknown.
  public let sourceOrgan: String
  /// The organ acted upon; empty where unknown.
  public let targetOrgan: String
  /// What kind of act it was.
  public let code: EventCode
  /// What happened, in one neutral sentence.
  public let summary: String
  /// The row of which this one is a second report or a continuation.
  public let sameAs: String?
  /// The weight the coder stated for the row, where one was stated.
  public let statedIntensity: Double?
  /// The level of contact the act touched.
  public let channel: ChannelLevel?
  /// What the act did to that contact.
  public let channelEffect: ChannelEffect?
  /// The issue the act belongs to.
  public let issue: String
  /// How well the act is established.
  public let status: EventStatus
  /// Whether the act was meant.
  public let intent: EventIntent
  /// Kinds of conciliation in the act, such as apology or compensation_offer.
  public let conciliation: [String]
  /// The row that this act answers, where a source says so.
  public let answers: String?
  /// What the row is in the story: an act, the incident, or context.
  public let role: RowRole
  /// The demands of the case that the act touches.
  public let demands: [String]
  /// What the act does to those demands.
  public let demandEffect: DemandEffect?
  /// Actors whom an act toward somebody else touches.
  public let concerns: [ActorCode]
  /// How many were expelled, detained, banned; nothing where nobody was counted.
  public let number: Int?
  /// Where the act was reported.
  public let source: Source
  /// How the report can be looked up again, and how far it is believed.
  public let provenance: Provenance
  /// Whether a machine proposed the row and nobody has confirmed it.
  public let isDraft: Bool
  /// A remark of the coder.
  public let note: String
  /// Columns of the file that the format does not know, kept as they were.
  public let extra: [String: String]
  /// The line of the file on which the row starts, counted from one.
  public let line: Int

  /// Makes an event.
  public init(
    id: String, date: DateSpan, sources: [ActorCode], targets: [ActorCode], code: EventCode,
    summary: String, sourceOrgan: String = "", targetOrgan: String = "", sameAs: String? = nil,
    statedIntensity: Double? = nil, channel: ChannelLevel? = nil,
    channelEffect: ChannelEffect? = nil, issue: String = "", status: EventStatus = .confirmed,
    intent: EventIntent = .intended, conciliation: [String] = [], answers: String? = nil,
    role: RowRole = .act, demands: [String] = [], demandEffect: DemandEffect? = nil,
    concerns: [ActorCode] = [], number: Int? = nil, source: Source = Source(publisher: ""),
    provenance: Provenance = Provenance(), isDraft: Bool = false, note: String = "",
    extra: [String: String] = [:], line: Int = 0
  ) {
    self.id = id
    self.date = date
    self.sources = sources
    self.targets = targets
    self.sourceOrgan = sourceOrgan
    self.targetOrgan = targetOrgan
    self.code = code
    self.summary = summary
    self.sameAs = sameAs
    self.statedIntensity = statedIntensity
    self.channel = channel
    self.channelEffect = channelEffect
    self.issue = issue
    self.status = status
    self.intent = intent
    self.conciliation = conciliation
    self.answers = answers
    self.role = role
    self.demands = demands
    self.demandEffect = demandEffect
    self.concerns = concerns
    self.number = number
    self.source = source
    self.provenance = provenance
    self.isDraft = isDraft
    self.note = note
    self.extra = extra
    self.line = line
  }

  /// Every directed dyad of the act; an actor toward itself is left out.
  public var dyads: [Dyad] {
    sources.flatMap { source in
      targets.filter { $0 != source }.map { Dyad(from: source, toward: $0) }
    }
  }

  /// Whether one of the actors did this to another.
  public func isOf(_ dyad: Dyad) -> Bool {
    dyad.source != dyad.target && sources.contains(dyad.source) && targets.contains(dyad.target)
  }

  /// Why the row is left out of computations, or nothing where it counts, by itself.
  ///
  /// An act counts as conduct of a state where it is confirmed, reported or disputed as to details,
  /// was meant, is an organ's act, is no mere circumstance, and is not a second report of another
  /// row; a drafted row counts once somebody has confirmed it.
  ///
  /// In a record a second report may stand in for the row it repeats: what counts there is for
  /// ``ActRule/readings(of:)`` to say, which computations read.
  public var exclusion: Exclusion? {
    if isDraft { return .draft }
    if status == .unverified { return .unverified }
    if status == .alleged || status == .denied { return .alleged }
    if intent == .unintentional { return .unintentional }
    if sourceOrgan == "non_state" { return .nonState }
    if role == .context { return .context }
    if sameAs != nil { return .duplicate }
    return nil
  }
}

/// Why a row of the record takes no part in a computation.
public enum Exclusion: String, Hashable, CaseIterable, Sendable, Codable {
  /// Only partly verified, or from memory.
  case unverified
  /// Only alleged, or denied.
  case alleged
  /// An incident that no one meant.
  case unintentional
  /// Not an act of a state's organ.
  case nonState = "non_state"
  /// A second report or a continuation of another row.
  case duplicate
  /// A circumstance, no act of either side.
  case context
  /// Proposed by a machine and not confirmed.
  case draft
}

/// How well an act is established.
public enum EventStatus: String, Hashable, CaseIterable, Sendable, Codable {
  case confirmed
  case reported
  case alleged
  case disputed
  case denied
  /// Only partly verified or from memory: kept, counted, and left out of every computation.
  case unverified
}

/// Whether an act was meant.
public enum EventIntent: String, Hashable, CaseIterable, Sendable, Codable {
  case intended
  case unintentional
  case disputed
}
