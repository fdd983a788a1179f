internal import Glibc

/// A program with its arguments, started without a shell. What it prints goes to a file, else nowhere.
struct Command {
  let program: String
  let arguments: [String]
  var output = "/dev/null"

  /// What one run cost, as the kernel counts it.
  struct Cost {
    /// Seconds by the clock, from before the start to after the end.
    var wall: Double
    /// Seconds of processor, of the program and of the processes it waited for.
    var processor: Double
    /// The most memory that one process of it held, in MiB. Linux counts from the runner's own size upwards.
    var peak: Double

    /// One after the other.
    static func + (first: Cost, second: Cost) -> Cost {
      Cost(wall: first.wall + second.wall, processor: first.processor + second.processor, peak: max(first.peak, second.peak))
    }
  }

  /// Runs it to its end.
  ///
  /// - Throws: ``Failure`` with what it said last when it does not exit with 0.
  func run() throws(Failure) -> Cost {
    let complaints = "/tmp/vakmatrix-benchmarks-\(getpid()).txt"
    defer { unlink(complaints) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, complaints, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }

    let start = Self.now
    var process: pid_t = 0
    guard posix_spawnp(&process, program, &actions, nil, words, environ) == 0 else { throw Failure("cannot start \(program)") }
    var (status, usage): (Int32, rusage) = (0, rusage())
    while wait4(process, &status, 0, &usage) < 0 { guard errno == EINTR else { throw Failure("cannot wait for \(program)") } }
    let wall = Self.now - start
    guard status == 0 else {
      let text = (try? FileSystem.text(of: complaints)) ?? ""
      throw Failure("\(program) \(arguments.prefix(4).joined(separator: " ")): status \(status): \(text.suffix(300))")
    }
    return Cost(
      wall: wall, processor: Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime), peak: Double(usage.ru_maxrss) / 1024)
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}
