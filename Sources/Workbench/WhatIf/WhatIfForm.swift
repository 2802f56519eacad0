import Casework
import Diplomacy

/// The form of what is to be otherwise: what is stated already, each to be unmarked, and one more of each.
struct WhatIfForm {
  let name: String
  let snapshot: CaseSnapshot
  let changes: [StatedChange]

  var markup: Markup {
    let stated = changes.enumerated().map { number, change -> Markup in
      """
      <p class="line"><input type="checkbox" checked id="change-\(number)" name="\(change.kind.rawValue)" \
      value="\(change.text)"><label for="change-\(number)">\(Self.words(change.kind)) \(change.text)</label></p>

      """
    }
    return """
      <form method="get" action="\(Address("cases", name, "whatif"))" class="whatif-form" \
      data-live="\(Address("cases", name, "whatif", "result"))">
      \(stated)\(without)\(dates)\(codes)\(priors)\(coders)<p><button class="main">Show what moves</button></p>
      </form>

      """
  }

  private static func words(_ kind: StatedChange.Kind) -> String {
    switch kind {
    case .without: "without"
    case .set: "date"
    case .coder: "coder"
    case .code: "code"
    case .prior: "prior"
    }
  }

  private var without: Markup {
    let publishers = Set((snapshot.subject?.events ?? []).map(\.source.publisher))
      .filter { !$0.isEmpty }.sorted().prefix(200)
    let options = publishers.map { publisher -> Markup in
      "<option value=\"publisher:\(publisher)\">\(publisher)</option>"
    }
    let isGraded = snapshot.subject?.sources.contains { $0.reliability != nil } == true
    let grades: Markup =
      isGraded
      ? """
      <label for="without-grade">Leave out sources graded</label>
      <select id="without-grade" name="without"><option value="">none</option>\
      <option value="source-grade:C-F">C to F</option><option value="source-grade:D-F">D to F</option>\
      <option value="source-grade:E-F">E to F</option><option value="source-grade:F">F</option></select>
      """ : ""
    return """
      <fieldset><legend>Leave out</legend>
      <label for="without-row">A row, a sentence of the claim, a story</label>
      <input id="without-row" name="without" maxlength="200" autocomplete="off">
      <label for="without-publisher">A publisher</label>
      <select id="without-publisher" name="without"><option value="">none</option>\(options)</select>
      \(grades)</fieldset>

      """
  }

  private func choice(
    _ kind: StatedChange.Kind, _ legend: String, _ what: String, _ names: [(String, String)],
    _ example: String
  ) -> Markup {
    guard !names.isEmpty else { return "" }
    let options = names.map { id, words -> Markup in
      "<option value=\"\(id)\">\(id)\(words.isEmpty ? "" : ", \(words)")</option>"
    }
    return """
      <fieldset><legend>\(legend)</legend>
      <label for="\(kind.rawValue)-name">\(what)</label>
      <select id="\(kind.rawValue)-name" name="\(kind.rawValue)-name"><option value="">none</option>\
      \(options)</select>
      <label for="\(kind.rawValue)-value">instead</label>
      <input id="\(kind.rawValue)-value" name="\(kind.rawValue)-value" maxlength="60" autocomplete="off" \
      placeholder="\(example)"></fieldset>

      """
  }

  private var dates: Markup {
    let names = (snapshot.subject?.dates ?? []).map {
      ($0.id, "\($0.day.description): \($0.what.prefix(50))")
    }
    return choice(.set, "Another date", "Date", names, "2025-07-10")
  }

  private var priors: Markup {
    let names = (snapshot.subject?.explanations ?? []).map { ($0.id, "\($0.prior)") }
    return choice(.prior, "Another prior", "Story", names, "0.5")
  }

  private var codes: Markup {
    """
    <fieldset><legend>Another code</legend>
    <label for="code-name">Row</label>
    <input id="code-name" name="code-name" maxlength="200" autocomplete="off">
    <label for="code-value">CAMEO code instead</label>
    <input id="code-value" name="code-value" maxlength="4" autocomplete="off" placeholder="112"></fieldset>

    """
  }

  private var coders: Markup {
    let coders = snapshot.subject?.codings ?? []
    guard !coders.isEmpty else { return "" }
    let options = coders.map { coding -> Markup in
      "<option value=\"\(coding.coder)\">\(coding.coder)\(coding.who.isEmpty ? "" : ", \(coding.who)")</option>"
    }
    return """
      <fieldset><legend>Another coder</legend>
      <label for="second-coder">Codes of</label>
      <select id="second-coder" name="second-coder"><option value="">the first coder</option>\
      \(options)</select></fieldset>

      """
  }
}
