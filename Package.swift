// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "vakmatrix",
  products: [
    .executable(name: "vakmatrix", targets: ["vakmatrix"]),
    .library(name: "CompetencyCore", targets: ["CompetencyCore"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0", traits: []),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", exact: "1.5.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
  ],
  targets: [
    .systemLibrary(name: "CCrypt", providers: [.apt(["libcrypt-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "CompetencyCore", swiftSettings: strict),
    .target(
      name: "SchoolForms", dependencies: ["CompetencyCore", "CLibXML2", "CNettle"], resources: [.embedInCode("Schema")],
      swiftSettings: strict),
    .target(
      name: "CompetencyStore",
      dependencies: [
        "CompetencyCore", "CNettle", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      resources: [.embedInCode("SQL")], swiftSettings: strict),
    .target(
      name: "BundledTemplates", path: "Templates", sources: ["BundledTemplates.swift"],
      resources: [
        .copy("Texts"), .copy("Reports"), .copy("SchoolForms"), .copy("Conversations"), .copy("Hints"), .copy("Pages"),
        .copy("Retention"),
      ],
      swiftSettings: strict),
    .target(
      name: "BundledSamples", path: "SampleData", exclude: ["README.md", "Reports", "NewSchool", "Problems", "Conversations"],
      sources: ["BundledSamples.swift"], resources: [.copy("company"), .copy("Forms")], swiftSettings: strict),
    .target(
      name: "Wording",
      dependencies: ["CompetencyCore", "BundledTemplates", .product(name: "Mustache", package: "swift-mustache")],
      swiftSettings: strict),
    .target(
      name: "ProgressReports",
      dependencies: [
        "CompetencyCore", "Wording", "CXLSXWriter", .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      resources: [.embedInCode("PDF/Program")], swiftSettings: strict),
    .target(
      name: "Journeys", dependencies: ["CompetencyCore", "SchoolForms", "CompetencyStore", "CCrypt"], swiftSettings: strict),
    .target(
      name: "CompetencyWeb",
      dependencies: [
        "CompetencyCore", "Journeys", "ProgressReports", "Wording", "CQREncode",
        .product(name: "HTTPTypes", package: "swift-http-types"), .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"), .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ], swiftSettings: strict),
    .executableTarget(
      name: "vakmatrix",
      dependencies: [
        "BundledSamples", "CompetencyCore", "CompetencyWeb", "Journeys", "ProgressReports", "Wording",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    .testTarget(name: "CompetencyCoreTests", dependencies: ["CompetencyCore"], swiftSettings: strict),
    .testTarget(name: "SchoolFormsTests", dependencies: ["CompetencyCore", "SchoolForms"], swiftSettings: strict),
    .testTarget(
      name: "CompetencyStoreTests",
      dependencies: ["CompetencyCore", "CompetencyStore", .product(name: "GRDB", package: "GRDB.swift")], swiftSettings: strict),
    .testTarget(
      name: "ProgressReportsTests", dependencies: ["CompetencyCore", "ProgressReports", "Wording"], exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "CompetencyCore", "CompetencyStore", "CompetencyWeb", "Journeys", "Wording",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Conversations/points.txt"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
