/// The words that a reader who is no statistician need not know, and those that take sides.
///
/// Both lists are checked over everything that a page shows outside its part on method.
package enum PlainLanguage {
  /// Words of method, which may stand only in the part of a page that explains the method.
  package static let technical = [
    "dB", "decibel", "decibels", "temper", "tempered", "untempered", "nats", "nat", "AUC",
    "area under the curve", "Laplace", "posterior", "prior", "priors", "likelihood ratio",
    "log evidence", "importance sampling", "quantile", "credible interval", "covariate",
    "coefficient", "softmax", "kernel", "hyperparameter", "bits", "imputation", "sampling check",
    "placebo",
  ]

  /// Words that judge a state or its conduct; what a case's author wrote is the author's.
  package static let loaded = [
    "aggressive", "aggressor", "regime", "brutal", "heinous", "cynical", "cowardly", "treacherous",
    "rogue", "puppet", "propaganda", "bully", "bullying", "provocative", "unprovoked", "shameful",
    "barbaric", "terrorist", "thug", "evil", "hysterical", "paranoid", "belligerent", "villain",
    "victim", "innocent", "guilty", "heroic", "noble", "betrayed", "betrayal", "lied", "liar",
    "so-called", "notorious", "ruthless", "vicious", "unacceptable",
    "illegitimate",
    "outrageous", "blatant", "obviously", "clearly guilty", "admitted guilt", "meddling", "stooge",
  ]

  /// The words of a list that a text holds as whole words, whatever their case.
  package static func words(of list: [String], in text: String) -> [String] {
    let plain =
      " "
      + text.lowercased().map { $0.isLetter || $0 == "-" ? String($0) : " " }.joined()
      .split(separator: " ").joined(separator: " ") + " "
    return list.filter { plain.contains(" \($0.lowercased()) ") }
  }
}
