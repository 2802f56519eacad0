/// The part an act plays in the model of one actor's conduct.
public enum ActRole: String, CaseIterable, Hashable, Sendable, Codable {
  /// A hostile act of the actor.
  case hostile
  /// A conciliatory act of the actor.
  case conciliatory
  /// A closure, cancellation or restriction of contact by the actor.
  case closure
  /// A hostile act of the other side, closures of contact included.
  case hostilityReceived
  /// A conciliatory act of the other side.
  case conciliationReceived

  /// Whether the act is one of the actor whose conduct is modelled.
  public var isOwn: Bool { self != .hostilityReceived && self != .conciliationReceived }

  /// The place of the part in the order of the acts of one day.
  var order: Int {
    switch self {
    case .hostile: 0
    case .conciliatory: 1
    case .closure: 2
    case .hostilityReceived: 3
    case .conciliationReceived: 4
    }
  }
}

/// One act of the record as the model sees it.
public struct ConductAct: Hashable, Sendable, Codable {
  /// The id of its row.
  public let id: String
  /// The part it plays.
  public let role: ActRole
  /// The first day on which it may have happened, counted from the start of the window.
  public let first: Int
  /// The last such day.
  public let last: Int
  /// Its weight in bringing forth other acts, one on average.
  public let mark: Double
  /// Who reported it.
  public let publisher: String
  /// The id of the act of the other side that it answers, where a source says so.
  public let answers: String?

  init(
    id: String, role: ActRole, first: Int, last: Int, mark: Double, publisher: String,
    answers: String? = nil
  ) {
    self.id = id
    self.role = role
    self.first = first
    self.last = last
    self.mark = mark
    self.publisher = publisher
    self.answers = answers
  }

  /// The middle of the days on which it may have happened; the earlier where there are two.
  var middle: Int { (first + last) / 2 }

  /// Days spread evenly over its span, one of them the day drawn; that day alone where it is known.
  func days(around drawn: Int, count: Int) -> [Int] {
    let length = last - first + 1
    guard length > 1 else { return [drawn] }
    let place = (Double(drawn - first) + 0.5) / Double(length) * Double(count)
    let offset = place - place.rounded(.down)
    return (0..<count).map {
      first + min(length - 1, Int((Double($0) + offset) / Double(count) * Double(length)))
    }
  }
}
