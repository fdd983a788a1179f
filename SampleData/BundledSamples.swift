public import Foundation

/// The sample company that comes with the program.
public enum BundledSamples {
  /// The folder that holds `company/` and `Forms/`.
  public static var folder: URL { Bundle.module.bundleURL }
}
