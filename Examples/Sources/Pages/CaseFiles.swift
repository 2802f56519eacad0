// The example of the overview page of CaseFiles, copied by tools/examples.

import CaseFiles

func exampleCaseFiles() throws {
  let reading = CaseFolder.read(at: "cases/tutorial")
  reading.problems.forEach { print($0) }
}
