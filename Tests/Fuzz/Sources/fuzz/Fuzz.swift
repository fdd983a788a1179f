import Foundation
import SchoolForms

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ tryOne: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// What is tried, by the name in the environment variable `READER`; libFuzzer's own children inherit that.
let trial: @Sendable ([UInt8]) -> String? = {
  let folder = URL(fileURLWithPath: "Templates/SchoolForms")
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []
  let sources = names.compactMap { name in
    (try? Data(contentsOf: folder.appendingPathComponent(name + "/dialect.xml"))).map {
      DialectSource(name: name, path: name + "/dialect.xml", bytes: Array($0))
    }
  }
  guard !sources.isEmpty, let trials = try? FormTrials(Dialects(sources)) else { fatalError("run it in the repository's folder") }
  switch ProcessInfo.processInfo.environment["READER"] {
  case "form": return { trials.form($0) }
  case "dialect": return { trials.dialect($0) }
  case "draft": return { trials.draft($0) }
  case "filling": return { trials.filling($0) }
  case "company": return { CompanyTrial.run($0) }
  case "web": return { WebTrial.run($0) }
  default: fatalError("READER is form, dialect, draft, filling, company or web")
  }
}()

/// libFuzzer calls this with each input; what does not hold ends the run, and libFuzzer keeps the input.
private func tryOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let began = clock()
  if let fault = trial(Array(UnsafeBufferPointer(start: start, count: count))) { fatalError(fault) }
  let spent = clock() - began
  if spent > longest { fatalError("it took \(spent / (CLOCKS_PER_SEC / 1000)) ms") }
  return 0
}

/// A second of the processor. libFuzzer's own limit counts time on the wall, which says little on a machine that is busy; it
/// stays for what never ends.
private let longest = CLOCKS_PER_SEC

/// libFuzzer brings a `main` of its own; SwiftPM names that of an executable so.
@_cdecl("fuzz_main")
func main(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> CInt {
  var (count, arguments): (CInt, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) = (count, arguments)
  return runDriver(&count, &arguments) { start, count in tryOne(start, count) }
}

/// libFuzzer's `main`, which is not the one that runs, asks for this.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt { tryOne(start, count) }
