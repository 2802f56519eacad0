// swift-tools-version: 6.2

import PackageDescription

/// The settings of every target: strict imports, explicit existentials, and no warning let through.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// The rooms of the house, from the ground up: a target may use only those above it in this list.
let package = Package(
  name: "demarche",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "demarche", targets: ["demarche"]),
    .library(name: "Demarche", targets: ["Assessment", "Reporting", "CaseFiles", "Chronicle"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "Diplomacy", swiftSettings: strict),
    .target(name: "Estimation", swiftSettings: strict),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "EventData", dependencies: ["CZlib", "Diplomacy"], swiftSettings: strict),
    .target(name: "CodingTables", exclude: ["tables"]),
    .target(
      name: "EventCoding", dependencies: ["CodingTables", "Diplomacy", "EventData"],
      swiftSettings: strict),
    .target(
      name: "Chronicle",
      dependencies: [
        "Diplomacy", "EventData", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(name: "Relations", dependencies: ["Diplomacy", "Estimation"], swiftSettings: strict),
    .target(name: "Conduct", dependencies: ["Diplomacy", "Estimation"], swiftSettings: strict),
    .target(
      name: "Strategy",
      dependencies: ["Diplomacy", "Estimation", .product(name: "BigInt", package: "BigInt")],
      swiftSettings: strict),
    .target(
      name: "CaseFiles",
      dependencies: [
        "Diplomacy", "EventData", "Strategy", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .target(
      name: "Assessment",
      dependencies: ["Conduct", "Diplomacy", "Estimation", "EventData", "Relations", "Strategy"],
      swiftSettings: strict),
    .target(
      name: "Reporting",
      dependencies: [
        "Assessment", "Conduct", "Diplomacy", "EventData", "Relations", "Strategy",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "demarche",
      dependencies: [
        "Assessment", "CaseFiles", "Chronicle", "Conduct", "Diplomacy", "Estimation", "EventCoding",
        "EventData",
        "Relations", "Reporting", "Strategy",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(name: "DiplomacyTests", dependencies: ["Diplomacy"], swiftSettings: strict),
    .testTarget(name: "EstimationTests", dependencies: ["Estimation"], swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["EventData"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "EventDataTests", dependencies: ["Diplomacy", "EventData", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "EventCodingTests", dependencies: ["Diplomacy", "EventCoding", "EventData"],
      swiftSettings: strict),
    .testTarget(
      name: "CaseFilesTests", dependencies: ["CaseFiles", "Diplomacy", "EventData", "Strategy"],
      swiftSettings: strict),
    .testTarget(
      name: "ChronicleTests",
      dependencies: [
        "Chronicle", "Diplomacy", "EventData", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "RelationsTests", dependencies: ["Diplomacy", "Estimation", "Relations"],
      swiftSettings: strict),
    .testTarget(
      name: "ConductTests", dependencies: ["Conduct", "Diplomacy", "Estimation"],
      swiftSettings: strict),
    .testTarget(
      name: "StrategyTests",
      dependencies: [
        "Diplomacy", "Estimation", "Strategy", .product(name: "BigInt", package: "BigInt"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "AssessmentTests",
      dependencies: ["Assessment", "CaseFiles", "Conduct", "Diplomacy", "Relations", "Strategy"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Assessment", "CaseFiles", "Diplomacy", "Relations", "Reporting"],
      swiftSettings: strict),
    .testTarget(name: "EndToEndTests", dependencies: ["demarche"], swiftSettings: strict),
  ]
)
