public import ArgumentParser
public import Reporting

extension LikelihoodWords: ExpressibleByArgument {}

/// How a probability is put into words.
struct WordingChoices: ParsableArguments {
  @Option(help: "The yardstick whose words name a probability: icd203, phia or none.")
  var words: LikelihoodWords = .icd203
}
