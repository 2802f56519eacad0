/// A case: a claim about why a state did what it did, with the record it is tested on.
public struct Case: Hashable, Sendable, Codable, Identifiable {
  /// The id, also the name of the folder.
  public var id: String
  /// The title.
  public var title: String
  /// The claim in one sentence.
  public var claim: String
  /// Where the claim was made.
  public var article: Source?
  /// The actor whose conduct is in question.
  public var focal: ActorCode
  /// The actor on the other side.
  public var counterpart: ActorCode
  /// The days under study.
  public var window: DateSpan
  /// The days that serve as a baseline.
  public var baseline: DateSpan?
  /// The cast.
  public var actors: [Actor]
  /// The named dates.
  public var dates: [NamedDate]
  /// The levers.
  public var levers: [Lever]
  /// The channels.
  public var channels: [Channel]
  /// The matters in dispute.
  public var issues: [Issue]
  /// The rival stories.
  public var explanations: [Explanation]
  /// The dated record, in the order of the file.
  public var events: [Event]
  /// The article's assertions.
  public var assertions: [Assertion]
  /// Process-tracing evidence.
  public var evidence: [EvidenceItem]
  /// Possible next acts, missing documents and silences whose worth as evidence is asked.
  public var prospects: [EvidenceItem]
  /// Machine-coded event data beside the hand-made record.
  public var machineCoded: MachineCodedSource?
  /// What each side asks of the other.
  public var demands: [Demand] = []
  /// Whether somebody looked for demands in the record: only then does it say something that there
  /// is none.
  public var looksForDemands = false
  /// What rows were looked for, where, by whom and when.
  public var searches: [RecordSearch] = []
  /// The publishers of the record.
  public var sources: [SourceProfile] = []
  /// A sample of media, where the case has one.
  public var media: MediaSample?
  /// The codes of other coders.
  public var codings: [SecondCoding] = []
  /// What a machine proposed and nobody has confirmed; none of it is in the lists above.
  public var drafts = CaseDrafts()
  /// Whether the case as a whole is a draft: it can be assessed, and every result must say so.
  public var isDraft = false

  /// Makes a case.
  public init(
    id: String, title: String, claim: String, article: Source? = nil, focal: ActorCode,
    counterpart: ActorCode, window: DateSpan, baseline: DateSpan? = nil, actors: [Actor] = [],
    dates: [NamedDate] = [], levers: [Lever] = [], channels: [Channel] = [], issues: [Issue] = [],
    explanations: [Explanation] = [], events: [Event] = [], assertions: [Assertion] = [],
    evidence: [EvidenceItem] = [], prospects: [EvidenceItem] = [],
    machineCoded: MachineCodedSource? = nil
  ) {
    self.id = id
    self.title = title
    self.claim = claim
    self.article = article
    self.focal = focal
    self.counterpart = counterpart
    self.window = window
    self.baseline = baseline
    self.actors = actors
    self.dates = dates
    self.levers = levers
    self.channels = channels
    self.issues = issues
    self.explanations = explanations
    self.events = events
    self.assertions = assertions
    self.evidence = evidence
    self.prospects = prospects
    self.machineCoded = machineCoded
  }

  /// The dyad of the focal actor toward its counterpart.
  public var focalDyad: Dyad { Dyad(from: focal, toward: counterpart) }

  /// The name of an actor as a reader should see it.
  public func name(of code: ActorCode) -> String {
    actors.first { $0.id == code }?.name ?? CountryCodes.names[code.rawValue] ?? code.rawValue
  }

  /// The date that a reference stands for: a named date, else the date of a row, else none.
  public func span(of reference: DateReference) -> DateSpan? {
    switch reference {
    case .span(let span): span
    case .name(let name):
      dates.first { $0.id == name }?.day ?? events.first { $0.id == name }?.date
    }
  }
}

/// Where machine-coded event data for a case are found.
public struct MachineCodedSource: Hashable, Sendable, Codable {
  /// A store made by the import command, relative to the case folder.
  public let store: String?
  /// Files in a format of the field, relative to the case folder.
  public let files: [String]

  /// Makes a source of machine-coded events.
  public init(store: String? = nil, files: [String] = []) {
    self.store = store
    self.files = files
  }
}
