// swift-tools-version: 6.2

import PackageDescription

let demarche = Target.Dependency.product(name: "Demarche", package: "demarche")

let package = Package(
  name: "demarche-examples",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "demarche", path: "..")],
  targets: [
    // Assesses a case in twenty lines.
    .executableTarget(name: "AssessCase", dependencies: [demarche]),
    // The examples of the documentation's overview pages, copied there by tools/examples.
    .target(name: "Pages", dependencies: [demarche]),
  ]
)
