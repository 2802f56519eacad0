import Diplomacy
import EventData
import GRDB

/// Gives the store's ids to the numbers that a reader has given to texts and actors.
struct Interner {
  private(set) var states: [Int] = [0]
  private(set) var actors: [Int] = []
  private(set) var outlets: [Int] = [0]
  private(set) var wordings: [Int] = [0]
  private(set) var organs: [Int] = []
  private let stateStatements, outletStatements, wordingStatements, organStatements: Pair
  private let actorStatements: Pair
  private let search: FastStatement
  private let owners: StatementOwners

  private struct Pair {
    let find: FastStatement
    let insert: FastStatement

    init(
      _ db: Database, _ find: String, _ insert: String, _ owners: inout StatementOwners
    ) throws {
      self.find = try FastStatement(db, find, keptBy: &owners)
      self.insert = try FastStatement(db, insert, keptBy: &owners)
    }
  }

  init(_ db: Database) throws {
    var owners = StatementOwners()
    stateStatements = try Pair(
      db, "SELECT id FROM state WHERE code = ?", "INSERT INTO state (code) VALUES (?) RETURNING id",
      &owners)
    outletStatements = try Pair(
      db, "SELECT id FROM outlet WHERE name = ?",
      "INSERT INTO outlet (name) VALUES (?) RETURNING id",
      &owners)
    wordingStatements = try Pair(
      db, "SELECT id FROM wording WHERE text = ?",
      "INSERT INTO wording (text) VALUES (?) RETURNING id",
      &owners)
    organStatements = try Pair(
      db, "SELECT id FROM organ WHERE name = ?", "INSERT INTO organ (name) VALUES (?) RETURNING id",
      &owners)
    actorStatements = try Pair(
      db,
      """
      SELECT id FROM actor
      WHERE state = ? AND organ = ? AND code = ? AND name = ? AND sectors = ?
      """,
      """
      INSERT INTO actor (state, organ, code, name, sectors) VALUES (?, ?, ?, ?, ?) RETURNING id
      """, &owners)
    search = try FastStatement(
      db, "INSERT INTO wording_search (rowid, text) VALUES (?, ?)", keptBy: &owners)
    self.owners = owners
  }

  /// Takes the texts and actors first met in a batch.
  mutating func take(_ batch: Batch) throws {
    // The reader's number zero means "none" and is in the lists already.
    for state in batch.states where !state.rawValue.isEmpty {
      states.append(try id(stateStatements, state.rawValue).id)
    }
    for name in batch.outlets where !name.isEmpty {
      outlets.append(try id(outletStatements, name).id)
    }
    for text in batch.wordings where !text.isEmpty {
      let (id, isNew) = try id(wordingStatements, text)
      wordings.append(id)
      if isNew {
        search.bind(1, id)
        search.bind(2, text)
        try search.run()
      }
    }
    for organ in batch.organs { organs.append(try id(organStatements, organ).id) }
    for actor in batch.actors { actors.append(try id(actor)) }
  }

  private func id(_ pair: Pair, _ text: String) throws -> (id: Int, isNew: Bool) {
    pair.find.bind(1, text)
    if let known = try pair.find.run() { return (known, false) }
    pair.insert.bind(1, text)
    return (try pair.insert.run() ?? 0, true)
  }

  private func id(_ actor: CodedActor) throws -> Int {
    let state = try actor.actor.map { try id(stateStatements, $0.rawValue).id } ?? 0
    for statement in [actorStatements.find, actorStatements.insert] {
      statement.bind(1, state)
      statement.bind(2, actor.organ)
      statement.bind(3, actor.code)
      statement.bind(4, actor.name)
      statement.bind(5, actor.sectors.joined(separator: ";"))
      if let id = try statement.run() { return id }
    }
    return 0
  }
}
