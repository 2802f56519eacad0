import Diplomacy
import Relations

extension RelationFindings {
  /// What checks may ask, answered from the analyses of an assessment.
  init(
    courses: [Dyad: DirectionCourse], turningPoints: TurningPointAnalysis,
    channels: [ChannelHistory], in subject: Case, on scale: IntensityScale
  ) {
    self.init(
      meanLevel: { dyad, part, span in
        guard let course = courses[dyad]?.course(part) else { return nil }
        let mean = course.meanLevel(over: span)
        return Level(level: mean.level, low: mean.low, high: mean.high)
      },
      lowPoint: { dyad in
        courses[dyad]?.all.lowPoint.map { low in
          Feature(day: low.day, span: low.span)
        }
      },
      turningPoints: { dyad in
        turningPoints.points(of: dyad)?.map { point in
          Feature(day: point.day, span: point.span)
        }
      },
      near: { dyad, what, target, within in
        switch what {
        case .lowPoint: courses[dyad]?.all.lowPoint?.share(near: target, within: within)
        case .turningPoint:
          TurningPointAnalysis.probability(
            ofTurnOf: dyad, near: target, within: within, in: subject, on: scale)
        }
      },
      channelSpells: { pair, level, span in
        channels.first { $0.pair == pair && $0.level == level }?.spells(in: span).map { spell in
          Spell(
            state: spell.state.rawValue, span: spell.span, rows: spell.rows,
            isFromSilence: spell.basis == .silence, actDays: spell.actDays.count)
        }
      })
  }
}
