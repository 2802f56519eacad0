/// How documented ruptures between states ended: what is known before any record is read.
///
/// One coder read 19 endings off dated key events (`Benchmarks/settled/endings.csv`, which
/// `base_rates.py` counts). They are episodes that had a story to tell, of 2005 to 2021, and only two
/// have checked dates: the shares say little, and nothing of what any one rupture is like.
public enum RuptureEndings {
  /// The number of ruptures.
  public static let ruptures = 19
  /// Ended with amends, or with what was asked for released or withdrawn.
  public static let redress = 4
  /// Ended with an agreement of both sides.
  public static let accord = 5
  /// Contact was taken up again with neither.
  public static let restored = 5
  /// Not ended by February 2024.
  public static let none = 5
  /// Ended, as far as is known, when a goal toward a third party was reached.
  public static let goal = 0

  /// The base rates in a sentence for the reader of a verdict.
  static let sentence = """
    Of \(ruptures) documented ruptures \(redress) ended with redress or a release, \(accord) with an \
    accord, \(restored) by contact taken up again with neither, \(none) had not ended; none is known \
    to have ended with a goal toward a third party (95 %: at most .17). They were chosen because they \
    had a story, and one coder read the endings: too few to say how likely any one is here.
    """
}
