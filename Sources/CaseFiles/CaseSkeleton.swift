/// The files of a new case: commented, small, and without a problem.
public enum CaseSkeleton {
  /// The files of a new case.
  ///
  /// - Parameter id: The id of the case, the name of its folder.
  public static func files(id: String) -> [(name: String, text: String)] {
    [
      ("case.yaml", caseText(id: id)), ("events.csv", events), ("assertions.yaml", assertions),
      ("evidence.yaml", evidence), ("sources.yaml", sources), ("notes.md", notes),
    ]
  }

  private static func caseText(id: String) -> String {
    """
    # Who, when, and what is in question. The states here are invented (AAA and AAB are codes that
    # the standard leaves to its users): put your own in their place.
    # All keys and columns: docs/case-format.md. Every problem of a case: demarche check FOLDER
    id: \(YAMLText.quoted(id))
    title: A and B, the dispute over the strait
    claim: A kept up its quarrel with B until the accord was signed, and then made up.
    article: { publisher: "", title: "", url: "", published: 2021-06 }

    focal: AAA                        # whose conduct is in question
    counterpart: AAB                  # the other side
    window: 2021-01-01/2021-06-30     # the days under study
    baseline: 2020-07-01/2020-12-31   # the days that say what is usual

    actors:                           # ISO 3166-1 alpha-3; other bodies with a prefix (IGO:EU)
      - { id: AAA, name: Aland }
      - { id: AAB, name: Beland }

    dates:                            # named once, used below; each with the row that it rests on
      - { id: shock, day: 2021-01-10, what: a ferry is sunk, source: R02 }
      - { id: goal, day: 2021-05-20, what: the accord is signed, source: R06 }

    levers:                           # who could press whom; strength from 0 to 1 is your judgement
      - { id: strait, name: pilots in the strait, holder: AAB, over: [AAA],
          until: goal, strength: 0.5, source: R06, note: "" }

    channels:                         # levels of contact that are followed from day to day
      - { between: [AAA, AAB], levels: [head_of_state, foreign_minister] }

    issues:
      - { id: ferry, name: loss of the ferry }
      - { id: strait, name: passage through the strait }

    demands:                          # who asks what of whom; rows name it in the column demand
      - { id: inquiry, by: AAA, of: AAB, what: an inquiry into the loss of the ferry, since: R03,
          source: R03 }

    searched:                         # what was looked for: without it, no row means no knowledge
      - { spans: [2021-01-01/2021-06-30], pairs: [[AAA, AAB]], rows: { tone: conciliatory },
          publishers: [Example], by: the analyst, when: 2021-07 }

    explanations:                     # the article's story, its rivals, and none of these
      - { id: insulation, kind: insulation, from: shock, until: goal, goal_needs: non-interference,
          statement: A kept B at a distance until the accord was safe., prior: 1 }
      - { id: grievance, kind: grievance, from: shock, prior: 1,
          statement: A pressed for redress and eased as it came. }
      - { id: tit-for-tat, kind: reciprocity, prior: 1, statement: A answered in kind. }
      - { id: none, kind: none, prior: 0.5, statement: None of these. }

    """
  }

  private static let events = """
    id,date,source,target,code,summary,issue,channel,channel_effect,status,intent,publisher,title,url,published,note,demand,demand_effect,answers
    R01,2020-09-14,AAA,AAB,040,The foreign ministers met.,strait,foreign_minister,held,confirmed,intended,Example,Ministers meet,https://example.org/1,2020-09-14,Every row is one act; the date may be a day or a month or an interval.,,,
    R02,2021-01-10,AAB,AAA,190,A ferry of A was sunk in an exercise of B.,ferry,,,confirmed,unintentional,Example,Ferry lost,https://example.org/2,2021-01-10,An act that no one meant stays in the record and takes no part in computations.,,,
    R03,2021-01-12,AAA,AAB,111,"A's foreign ministry said that B was to blame, and asked for an inquiry.",ferry,,,confirmed,intended,Example,Blame,https://example.org/3,2021-01-12,"A field with a comma stands in quotes.",inquiry,made,R02
    R04,2021-02-01/2021-02-05,AAA,AAB,161,A recalled its ambassador.,ferry,foreign_minister,restricted,reported,intended,Example,Recall,https://example.org/4,2021-02-06,,,,
    R05,2021-03,AAB,AAA,055,B expressed regret.,ferry,,,reported,intended,Example,Regret,https://example.org/5,2021-03-20,The day is not known: the month is written.,inquiry,partly_met,
    R06,2021-05-20,AAA;AAB,AAA;AAB,057,The two signed the accord on the strait.,strait,head_of_state,held,confirmed,intended,Example,Accord,https://example.org/6,2021-05-20,,,,

    """

  private static let assertions = """
    # What the article asserts, each with a check that the program runs on the record.
    assertions:
      - id: A1
        paragraph: 1
        text: A blamed B within a week of the loss.
        kind: sequence
        certainty: plain
        check:
          interval: { from: shock, to: R03, at_most: 7 }
      - id: A2
        paragraph: 2
        text: A did nothing to ease the dispute before the accord.
        kind: disposition
        certainty: absolute
        check:
          exists: { claimed: none, rows: { source: AAA, target: AAB, tone: conciliatory, from: shock, until: 2021-05-19 } }
      - id: A3
        paragraph: 3
        text: A's cabinet had planned this in advance.
        kind: intention
        certainty: plain
        check:
          untestable: needs minutes of the cabinet, which are not public

    """

  private static let evidence = """
    # Evidence that is no act in the record. A likelihood is the chance of seeing the item if the
    # explanation is right: a number or a range from 0 to 1, and your judgement.
    evidence:
      - id: E1
        text: No order from before the loss of the ferry is public.
        test: hoop                    # hoop, smoking_gun, straw_in_the_wind, doubly_decisive
        group: intent                 # items of one group count once
        events: []
        likelihoods: { insulation: [0.3, 0.6], grievance: 0.8 }
        source: judgement of the analyst
    prospects:                        # what would tell: next acts, missing documents, silences
      - { id: P1, text: A dated order from before the accord is published., test: smoking_gun,
          likelihoods: { insulation: 0.3, grievance: 0.02 }, source: judgement of the analyst }

    """

  private static let sources = """
    # Who published the rows. Reliability is the Admiralty code: A (completely reliable) to E
    # (unreliable), F where it cannot be judged; it is your judgement.
    sources:
      - { id: Example, name: Example, reliability: C, owner: "", language: en }

    """

  private static let notes = """
    # Notes

    Why a verdict differs from a reader's first reading; what is one coder's judgement.

    """
}
