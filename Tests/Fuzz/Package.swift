// swift-tools-version: 6.2
import PackageDescription

// A package of its own: who builds or tests the product builds none of this. The product's sources come in by links, so that
// they, and nothing else, are built once more with the counters that show the fuzzer where an input went.
let watched: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-sanitize=fuzzer,address", "-enable-testing"]),
]

let package = Package(
  name: "vakmatrix-fuzz",
  targets: [
    .systemLibrary(name: "CLibXML2", path: "Product/CLibXML2", pkgConfig: "libxml-2.0"),
    .systemLibrary(name: "CNettle", path: "Product/CNettle", pkgConfig: "nettle"),
    .target(
      name: "CompetencyCore", path: "Product/CompetencyCore", exclude: ["CompetencyCore.docc"], swiftSettings: watched),
    .target(
      name: "SchoolForms", dependencies: ["CompetencyCore", "CLibXML2", "CNettle"], path: "Product/SchoolForms",
      resources: [.embedInCode("Schema")], swiftSettings: watched),
    .target(name: "Journeys", dependencies: ["CompetencyCore"], path: "Product/Journeys", swiftSettings: watched),
    .target(name: "CompetencyWeb", path: "Product/CompetencyWeb", swiftSettings: watched),
    .executableTarget(
      name: "fuzz", dependencies: ["CompetencyCore", "SchoolForms", "Journeys", "CompetencyWeb"],
      swiftSettings: watched + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])]),
  ],
  swiftLanguageModes: [.v6]
)
