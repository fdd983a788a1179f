internal import CNettle

/// Makes sums of pages (*sommen van bladzijden*): UMAC-64 (RFC 4418) of a page's bytes, begun with the page's number.
///
/// The key is no secret: a sum is there to find what a disk changed, and a seal what a person did.
struct PageSummer {
  private var context = umac64_ctx()

  init() { nettle_umac64_set_key(&context, [UInt8](repeating: 0, count: 16)) }

  /// The sum of a page; never ``PageSums/unknown``.
  mutating func sum(of page: UnsafeRawBufferPointer, number: Int) -> UInt64 {
    withUnsafeBytes(of: UInt64(number).bigEndian) {
      nettle_umac64_set_nonce(&context, $0.count, $0.baseAddress?.assumingMemoryBound(to: UInt8.self))
    }
    nettle_umac64_update(&context, page.count, page.baseAddress?.assumingMemoryBound(to: UInt8.self))
    var sum: UInt64 = 0
    withUnsafeMutableBytes(of: &sum) {
      nettle_umac64_digest(&context, $0.count, $0.baseAddress?.assumingMemoryBound(to: UInt8.self))
    }
    return sum == PageSums.unknown ? 1 : sum
  }
}
