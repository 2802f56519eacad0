// The example of the overview page of Relations, copied by tools/examples.

import Casework
import Relations

func exampleRelations() throws {
  let subject = try OpenedCase(at: "cases/tutorial").subject
  for history in ChannelHistory.histories(in: subject) {
    print(history.pair)
  }
}
