// Written by Benchmarks/conduct/calibration.sh. Simulated data; do not edit by hand.

extension CalibrationTable {
  /// The table that the program uses.
  public static let shipped = CalibrationTable(
    origin:
      "simulated: 160 records in each of 7 worlds, seed 2026, 4 draws of dates; a standard error of about 0.04",
    curves: [
      Curve(
        world: .own, fewestActs: 0,
        shares: [
          0.0006, 0.0148, 0.0148, 0.1023, 0.1915, 0.3534, 0.4512, 0.5513,
          0.5801, 0.6658, 0.8345, 0.9108, 0.9657, 0.9801, 0.9950,
        ], readings: 312, heldBackError: 0.0448),
      Curve(
        world: .own, fewestActs: 30,
        shares: [
          0.0056, 0.0250, 0.0789, 0.0971, 0.1396, 0.2791, 0.4042, 0.5025,
          0.5987, 0.6608, 0.7435, 0.8645, 0.9642, 0.9882, 0.9972,
        ], readings: 938, heldBackError: 0.0767),
      Curve(
        world: .packages, fewestActs: 0,
        shares: [
          0.0206, 0.0560, 0.0796, 0.1433, 0.1789, 0.2206, 0.2457, 0.2457,
          0.3945, 0.5844, 0.5844, 0.7177, 0.7177, 0.9721, 0.9950,
        ], readings: 317, heldBackError: 0.0400),
      Curve(
        world: .packages, fewestActs: 30,
        shares: [
          0.0110, 0.0296, 0.0843, 0.0843, 0.2171, 0.3455, 0.3706, 0.4226,
          0.5236, 0.5250, 0.5250, 0.6370, 0.6370, 0.8033, 0.8812,
        ], readings: 910, heldBackError: 0.0416),
      Curve(
        world: .kernels, fewestActs: 0,
        shares: [
          0.0007, 0.0014, 0.0344, 0.1392, 0.2323, 0.2689, 0.3225, 0.3242,
          0.3753, 0.6117, 0.8746, 0.9230, 0.9618, 0.9800, 0.9950,
        ], readings: 328, heldBackError: 0.0630),
      Curve(
        world: .kernels, fewestActs: 30,
        shares: [
          0.0003, 0.0323, 0.0767, 0.1118, 0.2133, 0.3008, 0.3008, 0.3008,
          0.4146, 0.6364, 0.8428, 0.9764, 0.9764, 0.9936, 0.9950,
        ], readings: 892, heldBackError: 0.0187),
      Curve(
        world: .selectiveRecording, fewestActs: 0,
        shares: [
          0.0406, 0.0406, 0.0406, 0.1312, 0.2064, 0.2494, 0.2922, 0.3687,
          0.3687, 0.5108, 0.8594, 0.9350, 0.9504, 0.9800, 0.9964,
        ], readings: 226, heldBackError: 0.1077),
      Curve(
        world: .selectiveRecording, fewestActs: 30,
        shares: [
          0.0319, 0.0528, 0.0729, 0.1217, 0.1906, 0.2240, 0.2887, 0.3790,
          0.4974, 0.5609, 0.5609, 0.8085, 0.8085, 0.9839, 0.9965,
        ], readings: 997, heldBackError: 0.0431),
      Curve(
        world: .overdispersion, fewestActs: 0,
        shares: [
          0.0019, 0.0402, 0.1257, 0.1510, 0.1510, 0.1581, 0.2209, 0.2991,
          0.3578, 0.4721, 0.7543, 0.9012, 0.9500, 0.9800, 0.9950,
        ], readings: 388, heldBackError: 0.0730),
      Curve(
        world: .overdispersion, fewestActs: 30,
        shares: [
          0.0466, 0.0913, 0.1359, 0.1359, 0.1712, 0.2179, 0.2485, 0.2899,
          0.3828, 0.4724, 0.4724, 0.4947, 0.6224, 0.7338, 0.9965,
        ], readings: 853, heldBackError: 0.0426),
      Curve(
        world: .halfEffects, fewestActs: 0,
        shares: [
          0.0190, 0.0394, 0.0896, 0.1576, 0.1850, 0.1850, 0.1850, 0.1850,
          0.2674, 0.3994, 0.6201, 0.8986, 0.9500, 0.9800, 0.9950,
        ], readings: 420, heldBackError: 0.0173),
      Curve(
        world: .halfEffects, fewestActs: 30,
        shares: [
          0.0479, 0.0866, 0.1240, 0.1252, 0.1344, 0.1958, 0.2467, 0.2634,
          0.2731, 0.3650, 0.6192, 0.6209, 0.9054, 0.9812, 0.9953,
        ], readings: 825, heldBackError: 0.0355),
      Curve(
        world: .strongEffects, fewestActs: 0,
        shares: [
          0.0104, 0.0104, 0.0542, 0.0780, 0.1685, 0.2702, 0.4277, 0.5278,
          0.6378, 0.8011, 0.8818, 0.9582, 0.9761, 0.9856, 0.9950,
        ], readings: 271, heldBackError: 0.0843),
      Curve(
        world: .strongEffects, fewestActs: 30,
        shares: [
          0.0035, 0.0241, 0.0675, 0.0700, 0.1927, 0.3449, 0.4180, 0.4805,
          0.5906, 0.7569, 0.7933, 0.8390, 0.9034, 0.9559, 0.9966,
        ], readings: 955, heldBackError: 0.0400),
    ])
}
