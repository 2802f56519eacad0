/// A column of the record that the case format knows.
package enum RecordColumn: String, CaseIterable, Sendable {
  case id
  case date
  case source
  case target
  case code
  case summary
  case sameAs = "same_as"
  case sourceOrgan = "source_organ"
  case targetOrgan = "target_organ"
  case intensity
  case channel
  case channelEffect = "channel_effect"
  case issue
  case status
  case intent
  case conciliation
  case publisher
  case title
  case url
  case published
  case note
  case answers
  case role
  case demand
  case demandEffect = "demand_effect"
  case concerns
  case headcount = "number"
  case credibility
  case archived
  case sha256
  case excerpt
  case excerptLanguage = "excerpt_language"
  case draft

  /// The columns without which there is no record.
  package static let required: [RecordColumn] = [.id, .date, .source, .target, .code, .summary]

  /// The place of the column in the list of all, counted from zero; required columns come first.
  package var number: Int {
    switch self {
    case .id: 0
    case .date: 1
    case .source: 2
    case .target: 3
    case .code: 4
    case .summary: 5
    case .sameAs: 6
    case .sourceOrgan: 7
    case .targetOrgan: 8
    case .intensity: 9
    case .channel: 10
    case .channelEffect: 11
    case .issue: 12
    case .status: 13
    case .intent: 14
    case .conciliation: 15
    case .publisher: 16
    case .title: 17
    case .url: 18
    case .published: 19
    case .note: 20
    case .answers: 21
    case .role: 22
    case .demand: 23
    case .demandEffect: 24
    case .concerns: 25
    case .headcount: 26
    case .credibility: 27
    case .archived: 28
    case .sha256: 29
    case .excerpt: 30
    case .excerptLanguage: 31
    case .draft: 32
    }
  }
}
