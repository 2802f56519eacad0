import Conduct
import Foundation

@testable import Assessment

/// The tutorial with its explanations compared in full, made once for all tests.
enum ExplainedSample {
  static let tutorial: CaseAssessment? = {
    guard let subject = ReportingSamples.stored("tutorial") else { return nil }
    var options = ComparisonOptions()
    options.draws = 20
    guard let conduct = try? ExplanationComparison.compare(subject, options: options) else {
      return nil
    }
    return CaseAssessment(of: subject, conduct: .success(conduct))
  }()
}

/// The numbers of a JSON text, each with its place in the form: lists without their places.
enum JSONNumbers {
  /// A way to a number: keys and places.
  typealias Path = [Step]

  enum Step: Hashable {
    case key(String)
    case place(Int)
  }

  static func paths(in value: Any, _ path: Path = []) -> [Path] {
    switch value {
    case let object as [String: Any]:
      return object.sorted { $0.key < $1.key }.flatMap { paths(in: $1, path + [.key($0)]) }
    case let list as [Any]:
      return list.enumerated().flatMap { paths(in: $1, path + [.place($0)]) }
    case let number as NSNumber where CFGetTypeIDIsNumber(number): return [path]
    default: return []
    }
  }

  /// The form of a way: what stays the same for every entry of a list.
  static func form(_ path: Path) -> String {
    var text = ""
    for step in path {
      switch step {
      case .key(let key): text += (text.isEmpty ? "" : ".") + key
      case .place: text += "[]"
      }
    }
    return text
  }

  static func changed(_ value: Any, at path: ArraySlice<Step>) -> Any {
    guard let step = path.first else {
      guard let number = value as? NSNumber else { return value }
      // Shares stay shares; counts move by a count.
      let old = number.doubleValue
      if old == old.rounded() { return NSNumber(value: Int(old) + 1) }
      return NSNumber(value: (0...1).contains(old) ? (old < 0.5 ? old + 0.3 : old - 0.3) : old * 2)
    }
    switch (step, value) {
    case (.key(let key), var object as [String: Any]):
      if let inner = object[key] { object[key] = changed(inner, at: path.dropFirst()) }
      return object
    case (.place(let place), var list as [Any]):
      if list.indices.contains(place) { list[place] = changed(list[place], at: path.dropFirst()) }
      return list
    default: return value
    }
  }

  /// Whether a number of JSON is one, and no truth value.
  private static func CFGetTypeIDIsNumber(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) != "c" && String(cString: number.objCType) != "B"
  }
}
