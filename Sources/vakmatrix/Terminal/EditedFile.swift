internal import CompetencyCore
internal import Foundation
internal import Glibc
internal import Journeys
internal import Wording

/// A private file that a person changes in an editor: what stands in it is nobody else's business.
final class EditedFile {
  /// Where it stands.
  let path: String
  private let original: [UInt8]

  /// Puts the bytes in a new file that only this account may read.
  ///
  /// - Throws: ``CompetencyCore/Refusal`` when no file can be made.
  init(_ bytes: [UInt8]) throws(Refusal) {
    let folder = setting("TMPDIR") ?? "/tmp"
    var name = Array((folder + "/vakmatrix-XXXXXX.txt").utf8CString)
    // Made with rights for the owner only (0600), under a name that nobody can guess.
    let descriptor = mkstemps(&name, Int32(".txt".utf8.count))
    guard descriptor >= 0 else { throw Refusal(.cannotCreate, .record_file, values: ["kind": "temporary"]) }
    defer { close(descriptor) }
    (path, original) = (String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self), bytes)
    guard Terminal.write(bytes, to: descriptor) else {
      unlink(path)
      throw Refusal(.cannotCreate, .record_file, values: ["kind": "temporary"])
    }
  }

  /// What stands in the file after the editor was closed; nil when nothing was changed, or all of it taken out.
  ///
  /// - Throws: ``CompetencyCore/Refusal`` when the editor failed or the file cannot be read.
  func edit() throws(Refusal) -> [UInt8]? {
    let editor = setting("VISUAL") ?? setting("EDITOR") ?? "nano"
    guard runs(editor) else { throw Refusal(.ioFailed, .record_file, values: ["kind": "editor", "value": editor]) }
    let bytes = try CompanyFile.load(path)
    return bytes == original || bytes.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) } ? nil : bytes
  }

  /// Whether something else stands in it than at first.
  var isChanged: Bool { (try? CompanyFile.load(path)).map { $0 != original && !$0.isEmpty } ?? false }

  func remove() { unlink(path) }

  /// Tells where it is, also with `--quiet`: what somebody wrote must not get lost.
  func tellKept(_ console: Console) {
    if !console.isJSON { Terminal.tell(console.texts.say("cli.record_file.kept", ["file": path]) + "\n") }
  }

  /// Runs the editor in the shell, as its name may come with options; in the terminal's foreground, where it can be typed in.
  private func runs(_ editor: String) -> Bool {
    var attributes = posix_spawnattr_t()
    guard posix_spawnattr_init(&attributes) == 0 else { return false }
    defer { posix_spawnattr_destroy(&attributes) }
    // Ctrl-C, which this program listens to in its own way, means to the editor what it always does.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGINT)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var arguments = Self.pointers(["sh", "-c", editor + " \"$1\"", "sh", path])
    var environment = Self.pointers(ProcessInfo.processInfo.environment.map { $0 + "=" + $1 })
    defer { for text in arguments + environment { free(text) } }
    var child: pid_t = 0
    guard posix_spawn(&child, "/bin/sh", nil, &attributes, &arguments, &environment) == 0 else { return false }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { guard errno == EINTR else { return false } }
    return status == 0
  }

  private static func pointers(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] { texts.map { strdup($0) } + [nil] }
}
