public import Diplomacy
public import Relations

/// The course of a relation as a drawing.
public enum CourseFigure {
  /// The courses one below the other as an SVG file.
  ///
  /// - Parameters:
  ///   - courses: One course for each panel, often both directions of a pair.
  ///   - subject: The case, for names and dates.
  public static func svg(of courses: [RelationCourse], in subject: Case) -> String {
    figure(of: courses, in: subject, id: "course").standalone
  }

  /// The courses one below the other.
  static func figure(of courses: [RelationCourse], in subject: Case, id: String) -> Figure {
    let span = span(of: courses) ?? subject.window
    let lows = courses.compactMap { course in
      course.lowPoint.map {
        "\(Glossary.name(course.dyad, in: subject)) was \(Glossary.lowest($0))"
      }
    }
    let share = courses.first.map { NumberFormat.percent($0.settings.coverage) } ?? ""
    let chart = TimeChart(
      span: span,
      panels: courses.map { course in
        .init(
          title: "\(title(of: course, in: subject)), level from -10 to 10",
          layers: layers(of: course, share: share), reference: 0)
      }, marks: Glossary.marks(of: subject, in: span), sharesScale: true)
    return Figure(
      id: id, title: "Course of the relation, each direction on its own",
      description: lows.isEmpty
        ? "No act of either direction falls into these days." : lows.joined(separator: "; ") + ".",
      data: data(of: courses, in: subject), drawing: chart)
  }

  /// Words and deeds of one direction in one panel each.
  static func partsFigure(
    of courses: [(words: RelationCourse, deeds: RelationCourse)], in subject: Case, id: String
  ) -> Figure {
    let all = courses.flatMap { [$0.words, $0.deeds] }
    let span = span(of: all) ?? subject.window
    let chart = TimeChart(
      span: span,
      panels: courses.map { course in
        .init(
          title: Glossary.name(course.words.dyad, in: subject),
          layers: [
            .band(name: "", .solid(.sky, opacity: 0.25), ranges(of: course.words)),
            .band(name: "", .solid(.orange, opacity: 0.25), ranges(of: course.deeds)),
            .line(name: "words", Stroke(.blue, width: 2), points(of: course.words)),
            .line(
              name: "deeds", Stroke(.vermilion, width: 2, dash: [6, 3]), points(of: course.deeds)),
          ], reference: 0, height: 130)
      }, marks: Glossary.marks(of: subject, in: span, essential: true), sharesScale: true)
    return Figure(
      id: id, title: "Words and deeds apart",
      description: """
        The level of statements, demands and accusations (words) beside that of material \
        cooperation and conflict (deeds), with their bands.
        """,
      data: data(of: all, in: subject), drawing: chart)
  }

  private static func title(of course: RelationCourse, in subject: Case) -> String {
    let name = Glossary.name(course.dyad, in: subject)
    return course.part == .all ? name : "\(name), \(course.part.rawValue)"
  }

  private static func span(of courses: [RelationCourse]) -> DateSpan? {
    guard let first = courses.compactMap(\.days.first).min(),
      let last = courses.compactMap(\.days.last).max()
    else { return nil }
    return DateSpan(from: first, through: last)
  }

  /// The band on every day, the line where the level is known, and the low point.
  private static func layers(of course: RelationCourse, share: String) -> [TimeChart.Layer] {
    var layers: [TimeChart.Layer] = [
      .band(name: "\(share) band", .solid(.blue, opacity: 0.2), ranges(of: course))
    ]
    for (index, points) in known(of: course).enumerated() {
      let name = index == 0 ? "level, where known" : ""
      layers.append(.line(name: name, Stroke(.blue, width: 2), points))
    }
    if let low = course.lowPoint {
      layers.append(
        .point(
          name: "low point with its interval", .vermilion, .init(low.day, low.level),
          within: low.span))
    }
    return layers
  }

  /// The stretches of days on which the level is known: a silence has a band and no line.
  private static func known(of course: RelationCourse) -> [[TimeChart.Point]] {
    var stretches: [[TimeChart.Point]] = []
    var isOpen = false
    for (index, day) in course.days.enumerated() {
      guard course.isKnown[index] else {
        isOpen = false
        continue
      }
      if !isOpen { stretches.append([]) }
      isOpen = true
      stretches[stretches.count - 1].append(.init(day, course.level[index]))
    }
    return stretches
  }

  private static func points(of course: RelationCourse) -> [TimeChart.Point] {
    zip(course.days, course.level).map { .init($0, $1) }
  }

  private static func ranges(of course: RelationCourse) -> [TimeChart.Range] {
    zip(course.days, zip(course.low, course.high)).map { .init($0, $1.0, $1.1) }
  }

  /// Every seventh day: all days are in the JSON form.
  private static func data(of courses: [RelationCourse], in subject: Case) -> Table {
    let days = courses.first?.days ?? []
    return Table(
      caption: "Level and band, every seventh day (the JSON form has every day)",
      columns: [.init("day", namesRows: true)]
        + courses.map { Table.Column(title(of: $0, in: subject), .trailing) },
      entries: stride(from: 0, to: days.count, by: 7).map { index in
        [days[index].description]
          + courses.map { course in
            guard index < course.level.count else { return "" }
            let band =
              "\(NumberFormat.signed(course.low[index])) to \(NumberFormat.signed(course.high[index]))"
            return "\(NumberFormat.signed(course.level[index])) (\(band))"
          }
      })
  }
}
