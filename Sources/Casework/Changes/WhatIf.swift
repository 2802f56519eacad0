public import Assessment
public import Conduct
import Diplomacy
import Estimation
import Foundation
import Reporting

/// How an assessment would come out were the case otherwise, and what differs between two.
public enum WhatIf {
  /// Assesses a case as it is and with changes, and holds the two against each other.
  ///
  /// Nothing of the case folder is written. What is found by simulation is left out unless asked for.
  ///
  /// - Parameters:
  ///   - opened: The case.
  ///   - changes: What is otherwise, in the order in which it is applied.
  ///   - options: Scale and seed.
  ///   - comparison: The choices behind the comparison of explanations.
  /// - Throws: ``CaseworkFailure`` where a change names what the case does not have.
  public static func difference(
    _ opened: OpenedCase, changes: [CaseChange], options: AssessmentOptions = AssessmentOptions(),
    comparison: ComparisonOptions
  ) throws(CaseworkFailure) -> AssessmentDifference {
    guard !changes.isEmpty else {
      throw .usage("nothing is to be otherwise; leave something out or set something")
    }
    let (subject, words) = try WhatIfBase.changed(opened.subject, by: changes)
    let both = [opened.subject, subject]
    let digests = concurrentMap(both.count) { place in
      Result { () throws(CaseworkFailure) in
        try WhatIfBase.digest(opened, both[place], options, comparison)
      }
    }
    return AssessmentDifference(
      from: try digests[0].get(), to: try digests[1].get(), changes: words)
  }

  /// Holds two saved assessments against each other.
  ///
  /// - Parameters:
  ///   - before: The path of the one assessment's JSON.
  ///   - after: The path of the other's.
  /// - Throws: ``CaseworkFailure`` where a file is missing or is no assessment.
  public static func difference(
    _ before: String, _ after: String
  ) throws(CaseworkFailure) -> AssessmentDifference {
    AssessmentDifference(from: try saved(before), to: try saved(after))
  }

  private static func saved(_ path: String) throws(CaseworkFailure) -> AssessmentDigest {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .noInput("\(path): there is no such file; name an assessment.json")
    }
    let file = isFolder.boolValue ? path + "/assessment.json" : path
    guard let data = FileManager.default.contents(atPath: file) else {
      throw .noInput("\(file): cannot be read; name an assessment.json")
    }
    do {
      return try JSONDecoder().decode(AssessmentDigest.self, from: data)
    } catch {
      throw .badInput("\(file): is no assessment that this program knows; assess the case again")
    }
  }
}
