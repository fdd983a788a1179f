/// The steps that bring a database to the version that this program knows, in their order.
enum Migration {
  /// The version that this program knows.
  static let newest = scripts.count

  /// The script that makes the list of versions.
  static var start: String { String(decoding: PackageResources.migration_0_sql, as: UTF8.self) }

  /// The scripts of version 1, 2, …
  static let scripts = [
    PackageResources.migration_1_sql, PackageResources.migration_2_sql, PackageResources.migration_3_sql,
    PackageResources.migration_4_sql, PackageResources.migration_5_sql, PackageResources.migration_6_sql,
    PackageResources.migration_7_sql, PackageResources.migration_8_sql,
  ].map { String(decoding: $0, as: UTF8.self) }
}
