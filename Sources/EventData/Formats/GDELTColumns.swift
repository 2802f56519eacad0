/// Where the columns of GDELT events stand: by the published order, or by the names of a header.
struct GDELTColumns: Hashable, Sendable {
  /// The columns of an actor.
  struct Actor: Hashable, Sendable {
    let code, name, country, group: Int
    let types: [Int]
  }

  /// The numbers of columns that a row may have.
  let widths: ClosedRange<Int>
  let id, day, code, root, quad, weight, mentions, added, address: Int
  let source, target: Actor

  /// The published order of a version, counted from zero.
  init(_ format: EventFormat) {
    func actor(_ first: Int) -> Actor {
      Actor(
        code: first, name: first + 1, country: first + 2, group: first + 3,
        types: Array(first + 7...first + 9))
    }
    let isSecond = format == .gdelt2
    widths = isSecond ? 61...61 : 57...58
    (id, day, code, root, quad, weight, mentions) = (0, 1, 26, 28, 29, 30, 31)
    (added, address) = isSecond ? (59, 60) : (56, 57)
    (source, target) = (actor(5), actor(15))
  }

  /// The order of a header.
  init(header: [String]) {
    let layout = ColumnLayout(header)
    func actor(_ side: String) -> Actor {
      Actor(
        code: layout(side + "Code"), name: layout(side + "Name"),
        country: layout(side + "CountryCode"), group: layout(side + "KnownGroupCode"),
        types: (1...3).map { layout("\(side)Type\($0)Code") })
    }
    widths = header.count...header.count
    id = layout("GLOBALEVENTID")
    day = layout("SQLDATE")
    code = layout("EventCode")
    root = layout("EventRootCode")
    quad = layout("QuadClass")
    weight = layout("GoldsteinScale")
    mentions = layout("NumMentions")
    added = layout("DATEADDED")
    address = layout("SOURCEURL")
    source = actor("Actor1")
    target = actor("Actor2")
  }

  /// Whether the columns stand where a version publishes them.
  func isPublished(_ format: EventFormat) -> Bool {
    let published = GDELTColumns(format)
    return published.widths.contains(widths.lowerBound) && published.day == day
      && published.code == code && published.root == root && published.quad == quad
      && published.weight == weight && published.mentions == mentions
      && published.source.country == source.country && published.target.country == target.country
      && published.id == id
  }
}
