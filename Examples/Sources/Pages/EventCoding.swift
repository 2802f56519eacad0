// The example of the overview page of EventCoding, copied by tools/examples.

import EventCoding

func exampleEventCoding() throws {
  let coder = EventCoder(lexicon: Lexicon.standard)
  for act in coder.acts(in: "France expelled two Russian diplomats on Tuesday.") {
    print(act)
  }
}
