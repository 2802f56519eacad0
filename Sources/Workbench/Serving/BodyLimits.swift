/// The most bytes that are taken in.
struct BodyLimits: Sendable {
  /// Of a form.
  var form: Int
  /// Of an uploaded file.
  var upload: Int
}
