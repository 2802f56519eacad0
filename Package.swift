// swift-tools-version: 6.2

import Foundation
import PackageDescription

/// The settings of every target: strict imports, explicit existentials, and no warning let through.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Whether another package uses this one from a repository: there unsafe flags are not allowed.
let isDependency = Context.packageDirectory.contains("/checkouts/")

/// The estimators and solvers are optimised in debug builds too: their tests simulate and search,
/// which takes some fifty times as long unoptimised.
let optimised: [SwiftSetting] =
  strict + (isDependency ? [] : [.unsafeFlags(["-O"], .when(configuration: .debug))])
let optimisedRooms: Set<String> = [
  "Estimation", "TimeSeries", "Games", "Strategy", "Conduct", "Forecasting",
]

/// A room of the house: a library target, the rooms and packages it uses, and what its tests use beside it.
struct Room {
  let name: String
  var uses: [String] = []
  var products: [Target.Dependency] = []
  var tests: [String]? = []
  var testProducts: [Target.Dependency] = []
  /// True for a room that needs a web server: the command line and the library go without it.
  var web = false
  /// Files that are held in the program.
  var resources: [Resource] = []
}

let bigInt = Target.Dependency.product(name: "BigInt", package: "BigInt")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")

/// The rooms from the ground up: a room may use only those above it in this list.
let rooms: [Room] = [
  Room(name: "Diplomacy"),
  Room(name: "Estimation"),
  Room(name: "TimeSeries", uses: ["Estimation"], tests: ["TestSupport"]),
  Room(
    name: "Games", uses: ["Estimation"], products: [bigInt], tests: ["TestSupport"],
    testProducts: [bigInt]),
  Room(name: "EventData", uses: ["CZlib", "Diplomacy"], tests: ["TestSupport"]),
  Room(
    name: "EventCoding",
    uses: ["CMarkup", "CodingTables", "Diplomacy", "Estimation", "EventData"],
    tests: ["TestSupport"]),
  Room(
    name: "EventStore", uses: ["Diplomacy", "EventData"],
    products: [grdb, .product(name: "GRDBSQLite", package: "GRDB.swift")], tests: ["TestSupport"],
    testProducts: [grdb]),
  Room(
    name: "Forecasting", uses: ["Diplomacy", "Estimation", "EventData", "EventStore"],
    tests: ["TestSupport"],
    resources: [
      .embedInCode("Tables/outlook-weights.json"), .embedInCode("Tables/responses.json"),
    ]),
  Room(name: "Strategy", uses: ["Games"], tests: ["Estimation", "TestSupport"]),
  Room(
    name: "CaseFiles", uses: ["Diplomacy", "EventData", "Games", "Strategy"],
    products: [.product(name: "Yams", package: "Yams")]),
  Room(name: "Relations", uses: ["Diplomacy", "Estimation", "TimeSeries"]),
  Room(name: "Conduct", uses: ["Diplomacy", "Estimation", "TimeSeries"]),
  Room(
    name: "Assessment",
    uses: ["Conduct", "Diplomacy", "Estimation", "EventData", "Relations", "Strategy"],
    tests: ["CaseFiles"]),
  Room(
    name: "Reporting",
    uses: [
      "Assessment", "Conduct", "Diplomacy", "EventData", "Forecasting", "Games", "Relations",
      "Strategy", "TimeSeries",
    ], products: [.product(name: "Mustache", package: "swift-mustache")], tests: ["CaseFiles"]),
  Room(
    name: "Casework",
    uses: [
      "Assessment", "CaseFiles", "Conduct", "Diplomacy", "Estimation", "EventCoding", "EventData",
      "EventStore", "Forecasting", "Games", "Relations", "Reporting", "Strategy", "TimeSeries",
    ], tests: ["TestSupport"]),
  Room(name: "CaseArchives", uses: ["CLibArchive", "Casework"], tests: ["TestSupport"], web: true),
  Room(
    name: "Workbench", uses: ["CaseArchives", "Casework", "Diplomacy", "Reporting"],
    products: [hummingbird],
    tests: ["TestSupport"], web: true,
    resources: [.embedInCode("Assets/workbench.css"), .embedInCode("Assets/workbench.js")]),
]

/// `DEMARCHE_ROOM=Conduct` leaves one room, what it uses and its tests: the quick way to test a change.
let only = ProcessInfo.processInfo.environment["DEMARCHE_ROOM"].flatMap { $0.isEmpty ? nil : $0 }

/// The rooms that a room needs, itself included.
func needed(by name: String) -> Set<String> {
  guard let room = rooms.first(where: { $0.name == name }) else { return [] }
  return room.uses.reduce(into: [name]) { $0.formUnion(needed(by: $1)) }
}

let wanted = only.map { name in
  let tests = (rooms.first { $0.name == name }?.tests ?? [])
    .map { $0 == "TestSupport" ? "EventData" : $0 }
  return tests.reduce(into: needed(by: name)) { $0.formUnion(needed(by: $1)) }
}
let kept = rooms.filter { wanted?.contains($0.name) ?? true }

/// What a room uses and its tests do not name.
let notForTests: Set<String> = ["CLibArchive", "CMarkup", "CZlib", "CodingTables"]

var targets: [Target] = [
  .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
  .systemLibrary(
    name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
  .systemLibrary(
    name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
  .target(name: "CMarkup", dependencies: ["CLibXML2"]),
  // The word lists of EventCoding as bytes; the tables themselves are text to be edited.
  .target(name: "CodingTables", exclude: ["tables"]),
  .target(
    name: "TestSupport", dependencies: ["EventData"], path: "Tests/TestSupport",
    swiftSettings: strict),
]
for room in kept {
  targets.append(
    .target(
      name: room.name,
      dependencies: room.uses.map { .target(name: $0) } + room.products,
      resources: room.resources.isEmpty ? nil : room.resources,
      swiftSettings: optimisedRooms.contains(room.name) ? optimised : strict))
  if let tests = room.tests, only == nil || only == room.name {
    targets.append(
      .testTarget(
        name: room.name + "Tests",
        dependencies: Set(room.uses + tests + [room.name]).subtracting(notForTests).sorted()
          .map { .target(name: $0) } + room.testProducts,
        swiftSettings: strict))
  }
}
let webServer = Target.executableTarget(
  name: "demarche-workbench",
  dependencies: [
    "Casework", "Workbench", .product(name: "ArgumentParser", package: "swift-argument-parser"),
  ],
  swiftSettings: strict)
if only == "Workbench" { targets.append(webServer) }
if only == nil {
  targets += [
    .executableTarget(
      name: "demarche",
      dependencies: rooms.filter { !$0.web }.map { .target(name: $0.name) } + [
        .product(name: "ArgumentParser", package: "swift-argument-parser")
      ],
      swiftSettings: strict),
    webServer,
    .testTarget(name: "EndToEndTests", dependencies: ["demarche"], swiftSettings: strict),
  ]
} else if !kept.contains(where: { $0.name == "EventData" }) {
  targets.removeAll { $0.name == "TestSupport" || $0.name == "CZlib" }
}

/// `DEMARCHE_DOCS=1` adds the plugin that builds the documentation; nothing else needs it.
let docs: [Package.Dependency] =
  ProcessInfo.processInfo.environment["DEMARCHE_DOCS"] == nil
  ? [] : [.package(url: "https://github.com/swiftlang/swift-docc-plugin", exact: "1.5.0")]

let package = Package(
  name: "demarche",
  platforms: [.macOS(.v15)],
  products: only == nil
    ? [
      .executable(name: "demarche", targets: ["demarche"]),
      .executable(name: "demarche-workbench", targets: ["demarche-workbench"]),
      .library(name: "Demarche", targets: rooms.filter { !$0.web }.map(\.name)),
    ] : [],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/attaswift/BigInt", exact: "6.0.1"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ] + docs,
  targets: targets
)
