/// A smooth function to be maximised whose gradient and Hessian are known.
public protocol SecondOrderObjective {
  /// The number of arguments.
  var dimension: Int { get }

  /// The value of the function at a point.
  func value(at point: [Double]) -> Double

  /// The value at a point, with the gradient and the Hessian written into place.
  ///
  /// - Parameters:
  ///   - point: The arguments.
  ///   - gradient: Receives the first derivatives; it has `dimension` entries.
  ///   - hessian: Receives the second derivatives in row-major order; at least the lower triangle.
  /// - Returns: The value.
  func evaluate(at point: [Double], gradient: inout [Double], hessian: inout [Double]) -> Double
}
