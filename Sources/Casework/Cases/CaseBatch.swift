package import Diplomacy
import Estimation

/// Many cases opened and worked on in parallel.
package enum CaseBatch {
  /// The results in the order of the paths.
  ///
  /// - Parameters:
  ///   - paths: The case folders.
  ///   - work: What is done with each.
  /// - Returns: The results, and what a person should know of each case.
  /// - Throws: ``CaseworkFailure`` with the failure of every case that failed.
  package static func map<Result: Sendable>(
    _ paths: [String], _ work: @Sendable (Case) throws -> Result
  ) throws(CaseworkFailure) -> (results: [Result], notices: [String]) {
    typealias Outcome = Swift.Result<(result: Result, notices: [String]), CaseworkFailure>
    let outcomes = concurrentMap(paths.count) { index -> Outcome in
      do {
        let opened = try OpenedCase(at: paths[index])
        return .success((try work(opened.subject), opened.notices))
      } catch let failure as CaseworkFailure {
        return .failure(failure)
      } catch let problem as Problem {
        return .failure(.badInput([problem]))
      } catch {
        return .failure(.badInput("\(paths[index]): \(error)"))
      }
    }
    var results: [Result] = []
    var notices: [String] = []
    var failures: [CaseworkFailure] = []
    for outcome in outcomes {
      switch outcome {
      case .success(let one):
        results.append(one.result)
        notices += one.notices
      case .failure(let failure): failures.append(failure)
      }
    }
    guard let first = failures.first else { return (results, notices) }
    throw CaseworkFailure(
      first.kind, failures.map(\.message).joined(separator: "\n"), remedy: first.remedy)
  }
}
