/// Finds CAMEO codes by number, by the words of their labels, and by everyday words for acts.
public enum CodeSearch {
  /// The codes that a query means, the likeliest first; every code that starts with a number.
  ///
  /// - Parameters:
  ///   - query: Digits, or one or more words.
  ///   - limit: How many codes to give at most.
  public static func codes(for query: String, limit: Int = .max) -> [EventCode] {
    let text = query.lowercased().split(whereSeparator: { $0 == " " || $0 == "_" })
      .joined(separator: " ")
    guard !text.isEmpty else { return [] }
    if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return Array(EventCode.all.filter { $0.rawValue.hasPrefix(text) }.prefix(limit))
    }
    let words = text.split(separator: " ").map(stem)
    var scores: [(code: EventCode, score: Int)] = []
    for code in EventCode.all {
      let label = code.label.lowercased().split(whereSeparator: { !$0.isLetter }).map(stem)
      var score = words.count { word in label.contains { $0.hasPrefix(word) } } * 2
      let meant = everyday.filter { $0.codes.contains(code.rawValue) }.flatMap(\.words)
      score +=
        words.count { word in
          word.count > 2 && meant.contains { word.hasPrefix($0) || $0.hasPrefix(word) }
        } * 3
      if score > 0 { scores.append((code, score)) }
    }
    return Array(
      scores.sorted { ($1.score, $0.code) < ($0.score, $1.code) }.map(\.code).prefix(limit))
  }

  /// A word without its commonest endings.
  private static func stem(_ word: some StringProtocol) -> String {
    var stem = String(word)
    for ending in ["ation", "ing", "ions", "ion", "es", "ed", "s", "e"]
    where stem.count > ending.count + 3 && stem.hasSuffix(ending) {
      stem.removeLast(ending.count)
      break
    }
    return stem
  }

  private static let everyday: [(words: [String], codes: [String])] = [
    ("expel expell diplomat persona grata recall ambassador sever break relat", "161"),
    ("summon summons protest note demarche complaint", "114"),
    ("sanction embargo boycott ban import export tariff", "163"),
    ("ban entry visa restrict curfew licenc close outlet", "172"),
    ("arrest detain jail custody raid", "173"), ("deport citizenship", "174"),
    ("apolog sorry", "055"), ("forgiv pardon", "056"), ("condol thank prais congratulat", "051"),
    ("visit travel", "042"), ("host receiv", "043"), ("call telephon phon", "041"),
    ("meet summit talk", "040"), ("negotiat round", "046"), ("mediat broker", "045"),
    ("treaty accord agreement sign pact", "057"), ("accus blame charg", "112"),
    ("criticis criticiz condemn denounc", "111"), ("reject refus", "120"),
    ("lawsuit sue court complain", "115"), ("threat warn ultimatum", "130"),
    ("cancel cancell postpon call off", "125"), ("suspend aid cut", "162"),
    ("halt negotiat talk", "164"), ("missil air strik bomb drone", "195"),
    ("shoot fir attack fight invad", "190"), ("kidnap hostag", "181"), ("kill assassinat", "186"),
    ("cyber hack", "176"), ("protest demonstrat rally", "141"), ("strike", "143"),
    ("releas free prison detaine", "0841"), ("eas lift sanction", "085"),
    ("withdraw troop retreat", "087"), ("ceasefire truc", "0871"), ("aid humanitarian", "073"),
    ("economic loan", "071"), ("weapon arm militar", "072"), ("peacekeep", "074"),
    ("demand insist", "100"), ("deny denial", "016"), ("intelligenc shar", "064"),
    ("trad cooperat", "061"), ("regret optimis hope", "013"), ("exercis mobilis mobiliz", "150"),
  ].map { entry in
    (entry.0.split(separator: " ").map { stem($0) }, [entry.1])
  }
}
