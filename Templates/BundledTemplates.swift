public import Foundation

/// The templates and texts that come with the program; `--templates DIR` goes before them, file by file.
public enum BundledTemplates {
  /// The folder that holds `Texts/`, `Reports/` and `SchoolForms/`.
  public static var folder: URL { Bundle.module.bundleURL }
}
