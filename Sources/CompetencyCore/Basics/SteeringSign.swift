extension Unicode.Scalar {
  /// Whether it is a control (ESC, line ends), a separator of lines or a mark of the reading direction: a sign that steers who
  /// shows it instead of being shown.
  public var steers: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    case 0x2028, 0x2029, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: false
    }
  }
}
