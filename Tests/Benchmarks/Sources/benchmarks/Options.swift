/// What the command line asks for.
struct Options {
  var product = ""
  var python = "python3"
  var data = Places.package + "/.build/workload"
  var rounds = 5
  var only: [String] = []
  var skip: [String] = []
  var isSmall = false
  var generates = false

  static let help = """
    swift run -c release benchmarks --product PATH/TO/vakmatrix [options]
    swift run -c release benchmarks generate [--data DIR] [--small]

      --product PATH   the vakmatrix that is measured: a release build
      --python PATH    a Python with lxml, for the peer (python3)
      --data DIR       where the workloads are kept between runs (.build/workload of this package; 1.6 GB with L, and 5 GB for its exports)
      --only NAME      this case alone; may be given again
      --skip NAME      not this case; may be given again
      --rounds N       how often each contender runs (5)
      --small          a hundred forms: to see that everything works, not to measure

    Cases: \(Cases.names.joined(separator: " "))

    """

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    func value(of option: String) throws -> String {
      guard let value = rest.popFirst() else { throw Failure("\(option) needs a value") }
      return value
    }
    while let word = rest.popFirst() {
      switch word {
      case "generate": generates = true
      case "--product": product = try value(of: word)
      case "--python": python = try value(of: word)
      case "--data": data = try value(of: word)
      case "--only": only.append(try Self.name(try value(of: word)))
      case "--skip": skip.append(try Self.name(try value(of: word)))
      case "--rounds":
        guard let number = Int(try value(of: word)), number > 0 else { throw Failure("--rounds needs a number of 1 or more") }
        rounds = number
      case "--small": isSmall = true
      default: throw Failure("unknown: \(word)\n\n\(Self.help)")
      }
    }
  }

  private static func name(_ word: String) throws -> String {
    guard Cases.names.contains(word) else { throw Failure("no case \(word): \(Cases.names.joined(separator: " "))") }
    return word
  }
}
