import Casework

extension CaseworkFailure.Kind {
  /// The exit code of sysexits, or 1 where the command ran and the check failed.
  var exitCode: Int32 {
    switch self {
    case .checkFailed: 1
    case .usage: 64
    case .badInput: 65
    case .noInput: 66
    case .inputOutput: 74
    }
  }
}
