public import EventCoding

/// Which reader reads the news: the built-in patterns, or a plug that a person turns on.
public enum ReaderChoice: String, CaseIterable, Sendable {
  /// The built-in coder; no text leaves the machine.
  case patterns
  /// A language model behind an endpoint of the form that OpenAI published.
  case openai
  /// A worker process of the user's own.
  case command
  /// A model in the ONNX format: not part of this build.
  case onnx

  /// The keys of the environment that a reader is set up by.
  public static let addressKey = "DEMARCHE_READER_URL"
  /// The key of the model's name.
  public static let modelKey = "DEMARCHE_READER_MODEL"
  /// The key of the secret that the endpoint asks for.
  public static let secretKey = "DEMARCHE_READER_KEY"
  /// The key of the folder in which answers are kept.
  public static let cacheKey = "DEMARCHE_READER_CACHE"
  /// The key of the worker's command.
  public static let commandKey = "DEMARCHE_READER_COMMAND"

  /// Makes the reader.
  ///
  /// - Parameters:
  ///   - coder: The built-in coder; the others take its lexicon and the parties of its case.
  ///   - environment: Where the settings are.
  ///   - codebook: The list of codes.
  /// - Throws: ``CaseworkFailure`` where a setting is missing or wrong.
  public func reader(
    _ coder: EventCoder, environment: [String: String], codebook: Codebook = Codebook()
  ) throws(CaseworkFailure) -> any Reader {
    do throws(ReaderFailure) {
      switch self {
      case .patterns: return PatternReader(coder)
      case .openai:
        let address = try setting(Self.addressKey, "http://localhost:8080/v1", environment)
        let model = try setting(Self.modelKey, "my-model", environment)
        let endpoint = try ChatEndpoint(address: address, key: environment[Self.secretKey] ?? "")
        let folder = environment[Self.cacheKey] ?? ""
        return ChatReader(
          endpoint, model: model, coder: coder, codebook: codebook,
          cache: folder.isEmpty ? nil : ReaderCache(folder: folder))
      case .command:
        return try CommandReader(
          try setting(Self.commandKey, "\"python3 worker.py\"", environment), coder: coder,
          codebook: codebook)
      case .onnx:
        throw ReaderFailure(
          "the reader 'onnx' is not part of this build: its library comes in no package that can "
            + "be linked; run the model in a worker of your own and use the reader 'command'")
      }
    } catch {
      throw .usage(error.description)
    }
  }

  private func setting(
    _ key: String, _ example: String, _ environment: [String: String]
  ) throws(ReaderFailure) -> String {
    guard let value = environment[key], !value.isEmpty else {
      throw ReaderFailure(
        "the reader '\(rawValue)' needs \(key); set for instance \(key)=\(example)")
    }
    return value
  }
}
