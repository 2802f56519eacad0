/// The columns of coded events as comma-separated values.
enum EventCSVColumns {
  /// The names of the columns.
  static let names = [
    "id", "date", "last_date", "source", "source_organ", "source_code", "source_name",
    "source_sectors", "target", "target_organ", "target_code", "target_name", "target_sectors",
    "code", "raw_code", "root", "quad", "plover", "goldstein", "summary", "publisher", "url",
    "mentions", "added_minute",
  ]
}
