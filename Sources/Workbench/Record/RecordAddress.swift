import Casework
import Diplomacy

extension RecordQuery {
  /// The query that an address of the record asks for; what cannot be read is passed over.
  init(_ fields: Fields) {
    self.init()
    search = String((fields["q"] ?? "").prefix(200))
    for facet in Facet.allCases {
      let values = Set(fields.values(facet.rawValue))
      if !values.isEmpty { chosen[facet] = values }
    }
    from = fields["from"].flatMap { (try? DateSpan(parsing: $0))?.first }
    until = fields["until"].flatMap { (try? DateSpan(parsing: $0))?.last }
    order = fields["sort"].flatMap(Order.init(rawValue:)) ?? .file
    isDescending = fields["order"] == "down"
    page = fields["page"].flatMap { Int($0) }.map { max(1, $0) } ?? 1
    size = fields["size"].flatMap { Int($0) }.map { max(1, min($0, Self.largestSize)) } ?? 100
  }

  /// The fields of the address of the query; the same query has the same address.
  var fields: [(String, String)] {
    var fields: [(String, String)] = []
    if !search.isEmpty { fields.append(("q", search)) }
    for facet in Facet.allCases {
      fields += (chosen[facet] ?? []).sorted().map { (facet.rawValue, $0) }
    }
    if let from { fields.append(("from", from.description)) }
    if let until { fields.append(("until", until.description)) }
    if order != .file { fields.append(("sort", order.rawValue)) }
    if isDescending { fields.append(("order", "down")) }
    if size != 100 { fields.append(("size", String(size))) }
    if page != 1 { fields.append(("page", String(page))) }
    return fields
  }
}
