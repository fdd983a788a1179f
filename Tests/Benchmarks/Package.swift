// swift-tools-version: 6.2
import PackageDescription

// A package of its own: who builds or tests the product builds none of this.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "vakmatrix-benchmarks",
  targets: [
    .target(name: "Workload", swiftSettings: strict),
    .executableTarget(name: "benchmarks", dependencies: ["Workload"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
