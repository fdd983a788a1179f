#!/usr/bin/env python3
"""How much of a wrong rule the tests find out: operators and truths of the code that decides are turned round, one at a time.

    Tests/Mutation/score.py [--every N] [--only FILE…] [--folder FOLDER] [--build FOLDER] [--jobs N] [--list]

A mutant is one such change: `<` for `<=`, `==` for `!=`, `&&` for `||`, plus for minus, `true` for `false`, a `!` less, an act less
in what a role may. It is killed when a test fails, crashes or takes far too long, and survives when all pass. The score is the
share of killed ones among all that can be told from the original; those that cannot stand with the reason in `equivalent.txt`.
Below 85 % the command fails. A survivor is a line of which no test would notice that it is wrong: write that test.

What decides about levels, permissions, merging and retention is in FILES. All is done in a copy of the tree in which every mutant
waits for its number, so that it is built once; then the tests run once without a mutant and once for each of them, first the
suites that take seconds. Only suites that come by a mutant are run for it.

  --every N        only each Nth mutant
  --only FILE      only files with this in their path
  --folder FOLDER  where the copy stands and stays, so that the next run builds less; without it, a temporary one that goes
  --build FOLDER   a .build whose checkouts are taken, so that nothing is fetched
  --jobs N         mutants at once, 2 unless told
  --list           only tells the mutants
"""

import argparse
import concurrent.futures
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

import schemata

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORE, JOURNEYS = "Sources/CompetencyCore/", "Sources/Journeys/"
FILES = [
    CORE + "Basics/MasteryScale.swift", CORE + "Basics/Role.swift", CORE + "Company/Company.swift", CORE + "Company/Person.swift",
    CORE + "Company/Trainee.swift", CORE + "Company/TraineeTurn.swift", CORE + "Facts/*.swift", CORE + "Fold/*.swift",
    CORE + "Import/*.swift", JOURNEYS + "Access.swift", JOURNEYS + "Looking.swift", JOURNEYS + "MatrixJourney.swift",
    JOURNEYS + "PersonFinder.swift", JOURNEYS + "UndoJourney.swift", JOURNEYS + "Import/Import*.swift",
    JOURNEYS + "Inbox/Inbox*.swift", JOURNEYS + "Recording/*.swift",
    JOURNEYS + "Privacy/RestrictJourney.swift", JOURNEYS + "Privacy/Retention*.swift",
]
# Where each name of a list is a rule of its own.
LISTS = [JOURNEYS + "Access.swift"]
# The suites that hold the rules, the quick ones first, with what of the path of a file says that they are about it. A mutant goes
# to the next when one lets it live.
STAGES = [
    (r"CompetencyCoreTests\.(?!FoldPropertyTests|ProgressCountTests|ForecastTests)", [""]),
    (r"CompetencyCoreTests\.FoldPropertyTests.*every case", [""]),
    (r"CommandLineTests\.(AccessRuleTests|PersonFinderTests|PersonMatchingTests|RecordAgainTests|ImportStatusTests)/", [""]),
    (r"CommandLineTests\.RetentionTests/", ["Privacy/Retention"]),
    (r"CommandLineTests\.(SecondImportTests|UndoImportTests|UndoSetupTests|AnswerTests|GoldenSampleTests.*each form)",
     ["Import/", "Company/", "Facts/", "Fold/", "Basics/", "Undo", "Inbox/"]),
    (r"CommandLineTests\.(SetLevelsTests|DryRunTests|AccessTests.*(a trainee|sees|another|an item))",
     ["Recording/", "Inbox/", "Undo", "Looking", "Matrix", "PersonFinder"]),
    (r"CommandLineTests\.(PersonFileTests|WordsTests)/", ["Privacy/Restrict", "Access.swift", "Company/"]),
]
REPLACED = ["Tests/CommandLineTests/Support/Program.swift", "Tests/CompetencyCoreTests/Properties/FoldPropertyTests.swift"]
FLOOR = 85.0


def scratch(folder, build):
    """Copies the tree as it stands, and touches nothing that is there already with the same bytes."""
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True)
    for name in filter(None, names.stdout.decode().split("\0")):
        if (ROOT / name).is_symlink():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            if not (folder / name).is_symlink():
                (folder / name).symlink_to(os.readlink(ROOT / name))
        elif (ROOT / name).is_file() and not any((ROOT / name).match(file) for file in FILES + REPLACED):
            put(folder / name, (ROOT / name).read_bytes(), (ROOT / name).stat().st_mode)
    for name in ("checkouts", "repositories", "workspace-state.json"):
        if build and not (folder / ".build" / name).exists() and (build / name).exists():
            copy = shutil.copytree if (build / name).is_dir() else shutil.copy
            (folder / ".build").mkdir(exist_ok=True)
            copy(build / name, folder / ".build" / name)
    # Git does not keep it, and another version of a package is another thing to test.
    if (ROOT / "Package.resolved").exists():
        put(folder / "Package.resolved", (ROOT / "Package.resolved").read_bytes(), 0o644)
    # The program that tests start is told too, though they give it an environment of its own.
    replace(folder, REPLACED[0], "process.environment = environment\n", (
        'process.environment = environment.merging(\n'
        '      ProcessInfo.processInfo.environment.filter { $0.key.hasPrefix("MUTANT") }) { given, _ in given }\n'))
    # A tenth of the made-up histories, so that each mutant meets them within seconds.
    replace(folder, REPLACED[1], "cases = 10_000", "cases = 1_000")


def replace(folder, name, old, new):
    text = (ROOT / name).read_text()
    if old not in text:
        raise SystemExit(f"{name} is another now; it had: {old}")
    put(folder / name, text.replace(old, new).encode(), 0o644)


def put(place, data, mode):
    if place.exists() and place.read_bytes() == data:
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    place.chmod(mode & 0o777)


def built(folder, mutants):
    """Builds the tests with the mutants, without those that do not compile; gives the ones that are left."""
    count = max(mutant.number for mutant in mutants)
    files = sorted(name.relative_to(ROOT).as_posix() for pattern in FILES for name in ROOT.glob(pattern))
    while True:
        for file in files:
            text = (ROOT / file).read_text()
            put(folder / file, schemata.changed(text, [each for each in mutants if each.path == file]).encode(), 0o644)
        for module in (CORE, JOURNEYS):
            own = [each for each in mutants if each.path.startswith(module)]
            put(folder / module / "Mutant.swift", schemata.switch(own, count).encode(), 0o644)
        done = subprocess.run(["swift", "build", "--build-tests"], cwd=folder, capture_output=True, text=True)
        if done.returncode == 0:
            return mutants
        told = done.stdout.replace(str(folder) + "/", "")
        faults = set(re.findall(r"^(?:/\S*?/)?(Sources/\S+?\.swift):(\d+):\d+: error:", told, re.M))
        dropped = set()
        for file, line in faults:
            near = [each for each in mutants if each.path == file and abs(each.line - int(line)) <= 2]
            nearest = min((abs(each.line - int(line)) for each in near), default=None)
            dropped |= {each for each in near if abs(each.line - int(line)) == nearest}
        if not dropped:
            raise SystemExit(done.stdout[-4000:] + done.stderr[-4000:])
        for each in sorted(dropped, key=str):
            print(f"does not compile: {each}", flush=True)
        mutants = [each for each in mutants if each not in dropped]


class Runs:
    """Runs suites with a mutant turned on, until the first that fails."""

    def __init__(self, folder):
        self.folder, self.program = folder, folder / ".build/debug/vakmatrixPackageTests.xctest"
        self.reached, self.limits = {}, {}

    def try_without(self, stage):
        """Must pass; tells which mutants the suites come by, and how long they take."""
        seen = self.folder / ".reached"
        seen.write_text("")
        began = time.monotonic()
        if not self.passes(stage, {"MUTANTS_REACHED": str(seen)}, 3600):
            raise SystemExit(f"without a mutant these suites fail: {stage}")
        took = time.monotonic() - began
        self.reached[stage] = {int(line) for line in seen.read_text().split()}
        # So much longer is no slowness any more.
        self.limits[stage] = 30 + 6 * took
        print(f"{stage}: passes in {took:.1f} s, comes by {len(self.reached[stage])} mutants", flush=True)

    def passes(self, stage, environment, limit):
        words = f'ulimit -n 1024 -v 8000000; exec "{self.program}" --testing-library swift-testing --filter "$0"'
        process = subprocess.Popen(
            ["bash", "-c", words, stage], cwd=self.folder, env={**os.environ, **environment}, start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace")
        late = threading.Timer(limit, lambda: os.killpg(process.pid, signal.SIGKILL))
        late.start()
        is_good, ran = True, False
        for line in process.stdout:
            mark = line.removeprefix("\x1b[92m").removeprefix("\x1b[91m")[:1]
            ran = ran or mark == "✔"
            if mark == "✘":
                is_good = False
                break
        if not is_good:
            os.killpg(process.pid, signal.SIGKILL)
        process.stdout.close()
        is_good = process.wait() == 0 and is_good and ran
        late.cancel()
        return is_good

    def is_killed(self, mutant):
        for stage, paths in STAGES:
            is_about = any(part in mutant.path for part in paths) and mutant.number in self.reached[stage]
            if is_about and not self.passes(stage, {"MUTANT": str(mutant.number)}, self.limits[stage]):
                return True
        return False


def equivalents():
    """The mutants that cannot be told from the original: a file, the line with the change in it, why."""
    parts = (pathlib.Path(__file__).parent / "equivalent.txt").read_text().split("\n\n")
    entries = [[line.strip() for line in part.splitlines() if not line.startswith("#")] for part in parts]
    return {(entry[0], entry[1]) for entry in entries if len(entry) >= 3}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--folder", type=pathlib.Path)
    parser.add_argument("--build", type=pathlib.Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    began = time.monotonic()
    mutants = []
    for file in sorted(name for pattern in FILES for name in ROOT.glob(pattern)):
        path = file.relative_to(ROOT).as_posix()
        mutants += schemata.found(path, file.read_text(), len(mutants) + 1, lists=path in LISTS)
    same = equivalents()
    gone = same - {(each.path, each.where) for each in mutants}
    if gone:
        raise SystemExit("in equivalent.txt, and no mutant any more: " + "; ".join(map(": ".join, sorted(gone))))
    if options.list:
        print("\n".join(map(str, mutants)), f"{len(mutants)} mutants", sep="\n")
        return 0
    folder = (options.folder or pathlib.Path(tempfile.mkdtemp(prefix="vakmatrix-mutation-"))).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        scratch(folder, options.build)
        all_count = len(mutants)
        mutants = built(folder, mutants)
        print(f"{len(mutants)} mutants compile of {all_count}; built in {time.monotonic() - began:.0f} s", flush=True)
        chosen = [each for each in mutants if not options.only or any(part in each.path for part in options.only)]
        chosen = [each for each in chosen if (each.path, each.where) not in same][::options.every]
        runs = Runs(folder)
        for stage, paths in STAGES:
            if any(part in mutant.path for part in paths for mutant in chosen):
                runs.try_without(stage)
        survivors = []
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            for mutant, is_killed in zip(chosen, pool.map(runs.is_killed, chosen)):
                if not is_killed:
                    survivors.append(mutant)
                    is_seen = any(mutant.number in seen for seen in runs.reached.values())
                    print(f"survives{'' if is_seen else ', not reached'}: {mutant}", flush=True)
    finally:
        if not options.folder:
            shutil.rmtree(folder, ignore_errors=True)
    killed = len(chosen) - len(survivors)
    score = 100 * killed / max(1, len(chosen))
    took = time.monotonic() - began
    print(f"{len(chosen)} mutants, {killed} killed, {len(survivors)} survived: score {score:.1f} %, in {took:.0f} s")
    return 0 if score >= FLOOR else 1


if __name__ == "__main__":
    sys.exit(main())
