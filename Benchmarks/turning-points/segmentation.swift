import Foundation
import Relations

// Reads numbers as raw 64-bit floats from standard input and prints the seconds of processor time of
// the best of three solutions, and the number of changes.
let data = FileHandle.standardInput.readDataToEndOfFile()
let values = data.withUnsafeBytes { Array($0.bindMemory(to: Double.self)) }
let penalty = 3 * log(Double(values.count))
var least = Double.infinity
var changes = 0
for _ in 0..<3 {
  let start = clock()
  changes = try LevelProblem(values).optimum(penalty: penalty).changePoints.count
  least = min(least, Double(clock() - start) / Double(CLOCKS_PER_SEC))
}
print(least, changes)
