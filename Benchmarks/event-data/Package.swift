// swift-tools-version: 6.2

import PackageDescription

/// Programs that measure the event-data parts against real data; run them in release mode.
let package = Package(
  name: "event-data-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "demarche", path: "../..")],
  targets: [
    .executableTarget(
      name: "ruptures", dependencies: [.product(name: "Demarche", package: "demarche")])
  ]
)
