"""Mutants of Swift source: where one can be made, and the source in which each waits for its number.

A mutant of an operator is an operator of its own, with a sign that says its number, in the same precedence group: so what stands
around it is parsed and typed as before, and one build holds them all.
"""

import re

SWAPS = {
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "&&": "||", "||": "&&",
    "+": "-", "-": "+", "+=": "-=", "-=": "+=",
}
_OPERATOR = re.compile(r"(?<=\s)(<=|>=|<|>|==|!=|&&|\|\||\+=|-=|\+|-)(?=\s)")
# Where keys are put in order: they differ, so that only the order turned round can be told from it.
_ORDER = re.compile(r"\bfunc <|\b(sorted|sort|min|max)\b[^{]*\{|\b(?:one|other)\.\S+ $|(\S+) != (\S+)( \{ return| \?) \2 $")
_NOT = re.compile(r"(?<=[\s(\[{])!(?=[\w($.])")
_LITERAL = re.compile(r"(?<![\w.`])(true|false)(?![\w`])")
_NAMES = re.compile(r"\[\s*\.\w+(?:\s*,\s*\.\w+)*\s*,?\s*\]")
# A plus is one of numbers when a number stands beside it; texts and lists are added in the same way.
_NUMBER_BEFORE = re.compile(r"((?<![$\w])\d+|[cC]ount|total|ordinal)\s+$")
_NUMBER_AFTER = re.compile(r"\s+(\d|\w*\.?(count|total)\b)")
_QUOTED = re.compile(r'//[^\n]*|/\*.*?\*/|(#*)""".*?"""\1|(#+)".*?"\2|"(?:\\\((?:[^()]|\([^()]*\))*\)|\\.|[^"\\\n])*"', re.DOTALL)


class Mutant:
    """One change of one place; `where` is the line as it stands with the change in brackets."""

    def __init__(self, number, path, text, start, end, kind, new):
        self.number, self.path, self.start, self.end, self.kind, self.new = number, path, start, end, kind, new
        self.old = text[start:end]
        self.line = text.count("\n", 0, start) + 1
        first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        self.where = f"{text[first:start]}[{self.old} → {new or 'nothing'}]{text[end:last]}".strip()
        self.before, self.after = text[:start].rstrip()[-1:], text[end:].lstrip()[:3]

    def __str__(self):
        return f"{self.path}:{self.line}: {self.where}"

    @property
    def sign(self):
        return chr(0x2801 + self.number // 256) + chr(0x2900 + self.number % 256)

    def declaration(self):
        """The operator in Swift; nothing for what is no operator."""
        old, new, sign, on = self.old, self.new, self.sign, f"Mutant.isOn({self.number})"
        if self.kind == "not":
            return f"prefix operator {sign}\nprefix func {sign} (value: Bool) -> Bool {{ {on} ? value : !value }}\n"
        if self.kind != "operator":
            return ""
        if old in ("&&", "||"):
            group, both = ("LogicalConjunctionPrecedence" if old == "&&" else "LogicalDisjunctionPrecedence"), {
                "&&": "one ? other() : false", "||": "one ? true : other()"}
            functions = [
                f"func {sign} (one: Bool, other: @autoclosure () throws -> Bool) rethrows -> Bool "
                f"{{ if {on} {{ return try {both[new]} }}; return try {both[old]} }}"]
        elif old in ("+=", "-="):
            group = "AssignmentPrecedence"
            functions = [
                f"func {sign} <T: AdditiveArithmetic>(one: inout T, other: T) "
                f"{{ if {on} {{ one {new} other }} else {{ one {old} other }} }}"]
        else:
            numbers = old in ("+", "-")
            group = "AdditionPrecedence" if numbers else "ComparisonPrecedence"
            type_ = "AdditiveArithmetic" if numbers else "Equatable" if old in ("==", "!=") else "Comparable"
            body = f"{{ {on} ? one {new} other : one {old} other }}"
            if self.after == "nil":
                functions = [f"func {sign} <T>(one: T?, other: _OptionalNilComparisonType) -> Bool {body}"]
            else:
                functions = [f"func {sign} <T: {type_}>(one: T, other: T) -> {'T' if numbers else 'Bool'} {body}"]
            if self.before == ")" and self.after.startswith("("):
                functions.append(f"func {sign} <A: {type_}, B: {type_}>(one: (A, B), other: (A, B)) -> Bool {body}")
        return f"infix operator {sign}: {group}\n" + "\n".join(functions) + "\n"

    def replacement(self):
        if self.kind == "literal":
            return f"Mutant.flip({self.number}, {self.old})"
        return f"({self.number}, {self.old})" if self.kind == "name" else self.sign


def found(path, text, first, lists=False):
    """The mutants of a file, numbered from the first on; with `lists` also those that leave a name out of a list."""
    code = _QUOTED.sub(lambda quoted: re.sub(r"[^\n]", "·", quoted.group()), text)
    places = []
    for match in _OPERATOR.finditer(code):
        line = code[code.rfind("\n", 0, match.start()) + 1:match.start()]
        if line.endswith("func ") or line.lstrip().startswith("extension "):
            continue
        if match.group()[0] in "+-" and not (_NUMBER_BEFORE.search(line) or _NUMBER_AFTER.match(code, match.end())):
            continue
        turned = {"<": ">", ">": "<"}.get(match.group()) if _ORDER.search(line) else None
        places.append((match.span(), "operator", turned or SWAPS[match.group()]))
    places += [(match.span(), "not", "") for match in _NOT.finditer(code)]
    for match in _LITERAL.finditer(code):
        # The default of a parameter is no rule, and `while true` is how Swift knows that nothing comes after it.
        if not code[:match.start()].endswith(("case ", ": Bool = ", "while ")):
            places.append((match.span(), "literal", "false" if match.group() == "true" else "true"))
    for match in _NAMES.finditer(code) if lists else ():
        places += [
            ((match.start() + name.start(), match.start() + name.end()), "name", "")
            for name in re.finditer(r"\.\w+", match.group())]
    return [Mutant(first + index, path, text, *span, kind, new) for index, (span, kind, new) in enumerate(sorted(places))]


def changed(text, mutants):
    """The source with these mutants waiting in it; each line stays where it is."""
    edits = [(mutant.start, mutant.end, mutant.replacement()) for mutant in mutants]
    names = {mutant.start for mutant in mutants if mutant.kind == "name"}
    for match in _NAMES.finditer(text):
        starts = [match.start() + name.start() for name in re.finditer(r"\.\w+", match.group())]
        if any(start in names for start in starts):
            edits += [(match.start(), match.start(), "Mutant.list("), (match.end(), match.end(), ")")]
            edits += [(start, start, "(0, ") for start in starts if start not in names]
            edits += [(end, end, ")") for end in (
                match.start() + name.end() for name in re.finditer(r"\.\w+", match.group())
                if match.start() + name.start() not in names)]
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


SWITCH = """\
internal import Glibc

enum Mutant {
  private static let number = getenv("MUTANT").flatMap { Int(String(cString: $0)) } ?? 0
  private static let file = getenv("MUTANTS_REACHED").map { open($0, O_WRONLY | O_CREAT | O_APPEND, 0o600) } ?? -1
  private nonisolated(unsafe) static let reached: UnsafeMutablePointer<Bool> = {
    let places = UnsafeMutablePointer<Bool>.allocate(capacity: COUNT)
    places.initialize(repeating: false, count: COUNT)
    return places
  }()

  static func isOn(_ mutant: Int) -> Bool {
    if file >= 0, !reached[mutant] {
      reached[mutant] = true
      let line = "\\(mutant)\\n"
      _ = write(file, line, line.utf8.count)
    }
    return mutant == number
  }

  static func flip(_ mutant: Int, _ value: Bool) -> Bool { isOn(mutant) ? !value : value }

  static func list<T: Hashable>(_ all: [(Int, T)]) -> Set<T> { Set(all.filter { !isOn($0.0) }.map(\\.1)) }

  @_disfavoredOverload
  static func list<T>(_ all: [(Int, T)]) -> [T] { all.filter { !isOn($0.0) }.map(\\.1) }
}

"""


def switch(mutants, count):
    """The file of a module that turns its mutants on."""
    return SWITCH.replace("COUNT", str(count + 1)) + "\n".join(filter(None, (mutant.declaration() for mutant in mutants)))
