/// The sizes of the parts of a message, the elements that stand directly in its root, held against the limits.
struct PartSizes {
  /// Whether the root is that of a message of ours; nil before the root.
  var isMessage: Bool?
  /// The elements of the part that is open; of a file that is no message, all of them.
  var partElements = 0
  private var partStart = 0
  private var isForm = false
  private var hasForm = false
  private var besideForms = 0

  /// Notes that a part begins.
  mutating func beginPart(at position: Int, isForm: Bool) {
    partStart = position
    self.isForm = isForm
    if isMessage == true { partElements = 0 }
    if isForm { hasForm = true }
  }

  /// Notes that the part ends; whether it is a form.
  mutating func endPart(at position: Int) -> Bool {
    defer { (partStart, isForm) = (position, false) }
    if hasForm && !isForm { besideForms += position - partStart }
    return isForm
  }

  /// Forgets so many bytes at the beginning; positions are counted after them.
  mutating func forget(_ count: Int) { partStart -= count }

  /// The limit that is passed at this position, while so many elements are open.
  func passedLimit(at position: Int, open: Int) -> (SizeFaultKind, limit: String)? {
    if isMessage == false {
      return partElements > Limits.otherFileElements ? (.other_elements, String(Limits.otherFileElements)) : nil
    }
    if !hasForm { return position > Limits.bytesBeforeForms ? (.before_forms, writtenSize(Limits.bytesBeforeForms)) : nil }
    guard open > 1 else { return nil }
    if partElements > Limits.formElements { return (.form_elements, String(Limits.formElements)) }
    let partBytes = position - partStart
    if isForm { return partBytes > Limits.formBytes ? (.form, writtenSize(Limits.formBytes)) : nil }
    return besideForms + partBytes > Limits.formBytes ? (.beside_forms, writtenSize(Limits.formBytes)) : nil
  }
}
