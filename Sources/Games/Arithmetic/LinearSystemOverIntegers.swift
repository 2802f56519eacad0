import BigInt

/// A square system of linear equations with whole-number coefficients, solved exactly.
///
/// The system is inverted once modulo a prime, the solution is lifted digit by digit to that prime's
/// powers, and the fractions are recovered and checked by putting them back into the system.
///
/// > Dixon. "Exact solution of linear equations using p-adic expansions." *Numerische Mathematik* 40,
/// > 1982.
package struct LinearSystemOverIntegers {
  /// For each row its coefficients that are not zero.
  package var rows: [[(column: Int, value: Int)]]
  /// The right-hand side.
  package var constants: [Int]

  private static let prime = 2_147_483_629

  /// Whole numbers over one common denominator above zero.
  package struct Solution {
    var numerators: [BigInt]
    var denominator: BigInt
  }

  /// Solves the system; nil where it is singular, or its numbers are too large for machine words.
  package func solve(budget: SearchBudget = .unlimited, digitLimit: Int = 600) -> Solution? {
    let count = rows.count
    var largest = 1
    for row in rows {
      var sum = 0
      for (_, value) in row {
        guard value.magnitude < 1 << 31 else { return nil }
        sum += abs(value)
      }
      largest = max(largest, sum)
    }
    guard largest < 1 << 31, constants.allSatisfy({ $0.magnitude < 1 << 31 }),
      let inverse = inverseModulo(budget: budget)
    else { return nil }
    let prime = Self.prime
    var remainder = constants
    var digits: [[Int]] = []
    var next = 6
    var line = [Int](repeating: 0, count: count)
    while digits.count < digitLimit {
      if budget.isSpent { return nil }
      for row in 0..<count { line[row] = ((remainder[row] % prime) + prime) % prime }
      var digit = [Int](repeating: 0, count: count)
      for row in 0..<count {
        var sum: UInt64 = 0
        inverse.withUnsafeBufferPointer { cells in
          for column in 0..<count where line[column] != 0 {
            sum += UInt64(cells[row * count + column]) * UInt64(line[column]) % UInt64(prime)
          }
        }
        digit[row] = Int(sum % UInt64(prime))
      }
      for row in 0..<count {
        var product = 0
        for (column, value) in rows[row] { product += value * digit[column] }
        remainder[row] = (remainder[row] - product) / prime
      }
      digits.append(digit)
      if digits.count == next || remainder.allSatisfy({ $0 == 0 }) {
        if let solution = recover(digits), check(solution) { return solution }
        next *= 2
      }
    }
    return nil
  }

  private func inverseModulo(budget: SearchBudget) -> [Int]? {
    let count = rows.count
    let prime = Self.prime
    let width = 2 * count
    var table = [Int](repeating: 0, count: count * width)
    for (index, row) in rows.enumerated() {
      for (column, value) in row {
        table[index * width + column] = ((value % prime) + prime) % prime
      }
      table[index * width + count + index] = 1
    }
    for column in 0..<count {
      if budget.isSpent { return nil }
      guard let pivot = (column..<count).first(where: { table[$0 * width + column] != 0 }) else {
        return nil
      }
      if pivot != column {
        for index in 0..<width { table.swapAt(pivot * width + index, column * width + index) }
      }
      let inverse = Self.power(table[column * width + column], prime - 2)
      table.withUnsafeMutableBufferPointer { cells in
        var live: [Int] = []
        for index in 0..<width where cells[column * width + index] != 0 {
          cells[column * width + index] = cells[column * width + index] * inverse % prime
          live.append(index)
        }
        for row in 0..<count where row != column {
          let factor = cells[row * width + column]
          if factor == 0 { continue }
          let minus = prime - factor
          for index in live {
            cells[row * width + index] =
              (cells[row * width + index] + minus * cells[column * width + index]) % prime
          }
        }
      }
    }
    var inverse = [Int](repeating: 0, count: count * count)
    for row in 0..<count {
      for column in 0..<count {
        inverse[row * count + column] = table[row * width + count + column]
      }
    }
    return inverse
  }

  private static func power(_ base: Int, _ exponent: Int) -> Int {
    var result = 1
    var square = base
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result = result * square % prime }
      square = square * square % prime
      rest >>= 1
    }
    return result
  }

  /// Recovers fractions from digits to the base of the prime, over one common denominator.
  private func recover(_ digits: [[Int]]) -> Solution? {
    var modulus: BigInt = 1
    for _ in digits { modulus *= BigInt(Self.prime) }
    let bound = modulus.magnitude.squareRoot() / 2
    var denominator: BigInt = 1
    var residues: [BigInt] = []
    for index in rows.indices {
      var value: BigInt = 0
      for digit in digits.reversed() { value = value * BigInt(Self.prime) + BigInt(digit[index]) }
      residues.append(value)
    }
    var numerators: [BigInt] = []
    for value in residues {
      var scaled = value * denominator % modulus
      if scaled * 2 > modulus { scaled -= modulus }
      if scaled.magnitude > bound {
        // A new factor of the denominator: the half-way remainder of Euclid's algorithm.
        var (r0, r1) = (modulus, scaled < 0 ? scaled + modulus : scaled)
        var (t0, t1): (BigInt, BigInt) = (0, 1)
        while r1.magnitude > bound {
          let (quotient, rest) = r0.quotientAndRemainder(dividingBy: r1)
          (r0, r1) = (r1, rest)
          (t0, t1) = (t1, t0 - quotient * t1)
        }
        guard t1 != 0, (t1 * denominator).magnitude <= bound else { return nil }
        let factor = BigInt(t1.magnitude)
        scaled = t1 < 0 ? -r1 : r1
        denominator *= factor
        for index in numerators.indices { numerators[index] *= factor }
      }
      numerators.append(scaled)
    }
    return Solution(numerators: numerators, denominator: denominator)
  }

  private func check(_ solution: Solution) -> Bool {
    for (row, constant) in zip(rows, constants) {
      var sum: BigInt = 0
      for (column, value) in row { sum += BigInt(value) * solution.numerators[column] }
      if sum != BigInt(constant) * solution.denominator { return false }
    }
    return true
  }
}
