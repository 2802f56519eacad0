public import Diplomacy
public import Foundation

/// The weights of every kind of act and horizon, with where they come from.
public struct OutlookWeights: Hashable, Sendable, Codable {
  /// A bin of forecasts made outside the days of the fit: how often what was forecast happened.
  public struct Bin: Hashable, Sendable, Codable {
    /// The mean forecast.
    public let forecast: Double
    /// The share that happened.
    public let happened: Double
    /// How many forecasts.
    public let count: Int

    /// Makes a bin.
    public init(forecast: Double, happened: Double, count: Int) {
      self.forecast = forecast
      self.happened = happened
      self.count = count
    }
  }

  /// What was learned of one kind of act over one horizon.
  public struct Entry: Hashable, Sendable, Codable {
    /// The kind.
    public let kind: ActKind
    /// The number of days.
    public let days: Int
    /// The model.
    public let model: LogisticSum
    /// Pairs and origins that the weights were fitted to.
    public let rows: Int
    /// How many of them were followed by such an act.
    public let positives: Int
    /// Forecast against outcome on days after those of a first fit; empty where it was not asked.
    public let calibration: [Bin]
    /// The share of all rows that were followed by such an act.
    public var rate: Double { Double(positives) / Double(max(1, rows)) }
    /// Whether fewer than thirty such acts stand behind the weights.
    public var isThin: Bool { positives < OutlookWeights.thinBelow }
  }

  /// Fewer positives than this make a kind thin.
  public static let thinBelow = 30

  /// The version of the form of the file.
  public let form: Int
  /// What the weights were fitted on, in words.
  public let origin: String
  /// The first and last day of the acts that the fit saw.
  public let days: DateSpan
  /// The day on which the fit was made.
  public let fitted: Day
  /// A digest of the acts that the fit saw.
  public let digest: String
  /// The half-lives of the columns, in days.
  public let halfLives: [Double]
  /// Whether acts of and toward leaders by name counted as their states'.
  public let persons: Bool
  /// The kinds and horizons.
  public let entries: [Entry]

  /// The horizons in days, in ascending order.
  public var horizons: [Int] { Set(entries.map(\.days)).sorted() }

  /// What was learned of a kind over a horizon.
  public func entry(_ kind: ActKind, days: Int) -> Entry? {
    entries.first { $0.kind == kind && $0.days == days }
  }

  /// The weights that ship with the program.
  ///
  /// - Throws: ``ForecastFailure`` where the table in the program is damaged.
  public static func shipped() throws(ForecastFailure) -> OutlookWeights {
    try OutlookWeights(json: Data(PackageResources.outlook_weights_json), named: "shipped weights")
  }

  /// Reads weights from a file.
  ///
  /// - Throws: ``ForecastFailure`` where they are not in this form or cannot be used.
  public init(json: Data, named name: String) throws(ForecastFailure) {
    do {
      self = try JSONDecoder().decode(OutlookWeights.self, from: json)
    } catch {
      throw ForecastFailure(
        "\(name): is no file of outlook weights; a fit of the forecast writes one")
    }
    guard form == 1, halfLives == DecayedCounts.halfLives else {
      throw ForecastFailure(
        "\(name): has another form than this program's; fit the weights again")
    }
    for entry in entries {
      let model = entry.model
      guard model.weights.count == OutlookColumns.count, model.floor > 0, model.floor.isFinite,
        model.slope > 0, model.slope.isFinite, model.offset.isFinite, entry.days > 0,
        model.weights.allSatisfy({ $0 >= 0 && $0.isFinite })
      else {
        throw ForecastFailure(
          "\(name): the entry of \(entry.kind.rawValue) over \(entry.days) days cannot be used: "
            + "it needs \(OutlookColumns.count) weights of zero or more and a floor above zero")
      }
    }
    guard !entries.isEmpty else {
      throw ForecastFailure("\(name): holds no entry; fit the weights again")
    }
  }

  /// Makes a set of weights.
  init(
    origin: String, days: DateSpan, fitted: Day, digest: String, persons: Bool = true,
    entries: [Entry]
  ) {
    form = 1
    self.origin = origin
    self.days = days
    self.fitted = fitted
    self.digest = digest
    halfLives = DecayedCounts.halfLives
    self.persons = persons
    self.entries = entries
  }
}

/// Why a forecast cannot be made: what is wrong, where, and what to do.
public struct ForecastFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The message for the person.
  public let description: String

  /// Makes a failure.
  public init(_ description: String) { self.description = description }
}
