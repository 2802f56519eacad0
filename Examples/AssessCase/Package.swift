// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "assess-case",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "demarche", path: "../..")],
  targets: [
    .executableTarget(
      name: "AssessCase", dependencies: [.product(name: "Demarche", package: "demarche")])
  ]
)
