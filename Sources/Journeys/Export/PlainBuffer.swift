/// Room for texts that differ from how a line writes them; none is longer than there.
final class PlainBuffer {
  private var room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 12, alignment: 16)
  private var used = 0

  deinit { room.deallocate() }

  /// Empties the room and makes it large enough.
  func begin(atMost count: Int) {
    used = 0
    guard room.count < count else { return }
    room.deallocate()
    room = .allocate(byteCount: count * 2, alignment: 16)
  }

  var count: Int { used }

  func append(_ byte: UInt8) {
    room[used] = byte
    used += 1
  }

  /// What was appended since this count.
  func text(from start: Int) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: room[start..<used]) }
}
