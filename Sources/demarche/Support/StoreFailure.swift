import EventStore

extension CommandFailure {
  /// The failure of a store, with the exit code of its kind.
  init(_ error: EventDatabaseError) {
    let code: Int32 =
      switch error.kind {
      case .missing: 66
      case .unusable: 65
      case .busy, .storage: 74
      }
    self.init(message: error.description, code: code)
  }
}
