import CaseFiles
import Diplomacy
import Foundation
import Games
import Reporting
import Strategy

/// The crisis game of a case at the analyst's numbers or at others, to be shown.
///
/// Nothing of the case is written.
public struct GameView: Sendable {
  /// A number of the game.
  public struct Parameter: Hashable, Sendable {
    /// The name.
    public let name: String
    /// What it stands for.
    public let what: String
    /// The value here.
    public let value: Double
    /// The analyst's value.
    public let stated: Double
    /// The least value that makes sense, where it is stated.
    public let low: Double?
    /// The greatest.
    public let high: Double?
  }

  /// The title of the game.
  public let title: String
  /// Its numbers.
  public let parameters: [Parameter]
  /// The two numbers over which the region is drawn; empty where there are fewer than two.
  public let region: [String]
  /// The conclusion, the region, the beliefs and the tree, as a piece of a page.
  public let fragment: String

  /// Whether a case has a game.
  public static func exists(in folder: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/game.yaml")
  }

  /// Solves the game of a case.
  ///
  /// - Parameters:
  ///   - folder: The case folder.
  ///   - settings: Numbers set otherwise, as `V=10`.
  ///   - region: The two numbers over which the region is drawn; those that the game names, else the
  ///     first two, where left out.
  ///   - seconds: When to give up.
  /// - Throws: ``CaseworkFailure`` with file and line where the case has no game or it cannot be solved.
  public init(
    of folder: String, settings: [String] = [], region: [String] = [], seconds: Double = 20
  ) throws(CaseworkFailure) {
    let path = folder + "/game.yaml"
    guard Self.exists(in: folder) else {
      throw .noInput("the case has no game; describe one in game.yaml")
    }
    let budget = SearchBudget(seconds: seconds)
    let stated = try GameInput.crisis(path, settings: [], budget: budget)
    let tree =
      settings.isEmpty
      ? stated : try GameInput.crisis(path, settings: settings, budget: budget)
    let names = tree.crisis.parameters.map(\.name)
    var wanted = region.isEmpty ? tree.crisis.region : region
    if wanted.count != 2 { wanted = Array(names.prefix(2)) }
    guard wanted.allSatisfy(names.contains), Set(wanted).count == wanted.count else {
      throw .usage("give two different numbers of the game: \(names.joined(separator: ", "))")
    }
    let map =
      wanted.count == 2 ? RegionMap(tree, (wanted[0], wanted[1]), steps: 40, budget: budget) : nil
    let analysis: CrisisGameAnalysis
    do {
      analysis = try CrisisGameAnalysis(tree.crisis, lambdas: [1], hasRegion: false, budget: budget)
    } catch {
      throw .badInput("\(path): \(error)")
    }
    title = tree.crisis.title
    self.region = wanted.count == 2 ? wanted : []
    parameters = zip(tree.crisis.parameters, stated.crisis.parameters).map { now, before in
      Parameter(
        name: now.name, what: now.what, value: now.value.double, stated: before.value.double,
        low: now.low?.double, high: now.high?.double)
    }
    fragment = HTMLReport.fragment(CrisisPage.report(tree, analysis, map))
  }
}
