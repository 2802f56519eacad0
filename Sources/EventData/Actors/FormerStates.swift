import Diplomacy

/// States that are no more, by the numbers of Gleditsch and Ward and the day.
///
/// The list of states counts one state through changes of its name and extent; ISO 3166-3 keeps the
/// codes under which it acted before. Days are the last ones on which the former state existed.
///
/// > Gleditsch, K. S. & Ward, M. D. "A Revised List of Independent States since the Congress of
/// > Vienna." *International Interactions* 25, 1999, 393-413. ISO 3166-3:2020, formerly used names.
enum FormerStates {
  private struct Phase {
    let number: Int
    let until: Day?
    let code: ActorCode
  }

  private static func phase(_ number: Int, _ until: String, _ code: ActorCode) -> Phase {
    Phase(number: number, until: Day(until), code: code)
  }

  /// Earlier phases first.
  private static let phases: [Phase] = [
    phase(265, "1990-10-02", "DDR"), phase(315, "1992-12-31", "CSK"),
    phase(340, "2003-02-03", "YUG"), phase(340, "2006-06-04", "SCG"),
    phase(345, "2003-02-03", "YUG"), phase(345, "2006-06-04", "SCG"),
    phase(365, "1991-12-25", "SUN"), phase(680, "1990-05-21", "YMD"),
  ]

  /// The former state of a number on a day, or nothing.
  static func state(gleditschWard number: Int, on day: Day) -> ActorCode? {
    phases.first { phase in
      phase.number == number && (phase.until.map { day <= $0 } ?? false)
    }?.code
  }
}

extension ActorResolver {
  /// The state of a Gleditsch-Ward number on a day: a former state where it had not yet ended.
  static func state(gleditschWard number: Int, on day: Day) -> ActorCode? {
    FormerStates.state(gleditschWard: number, on: day) ?? state(gleditschWard: number)
  }

  /// The state of a government as UCDP names it, with a former name in brackets.
  ///
  /// "Russia (Soviet Union)", "Kingdom of eSwatini (Swaziland)": the name as a whole is tried first,
  /// then the present name, then the former one.
  static func state(ucdp name: some StringProtocol) -> ActorCode? {
    if let whole = actor(named: name) { return whole }
    guard let open = name.firstIndex(of: "("), name.hasSuffix(")") else {
      return actor(named: withoutForm(String(name)))
    }
    let present = name[..<open].trimmed
    if let state = actor(named: present) ?? actor(named: withoutForm(present)) { return state }
    return actor(named: name[name.index(after: open)...].dropLast())
  }

  /// The name without the form of the state in front.
  private static func withoutForm(_ name: String) -> String {
    for form in ["Kingdom of ", "Republic of ", "State of ", "Union of "]
    where name.hasPrefix(form) {
      return String(name.dropFirst(form.count))
    }
    return name
  }
}
