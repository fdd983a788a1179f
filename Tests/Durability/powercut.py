#!/usr/bin/env python3
"""Cuts the power at random moments of what people do, and looks whether what was said to be kept is there.

    Tests/Durability/powercut.py PROGRAM [--states N] [--seed N] [--every K] [--only OPERATION]
    Tests/Durability/powercut.py --break

Each operation runs once while its system calls are noted; from these the states are made that a disk may be in after a cut.
Every state is read by SQLite from Python, every K-th by the program itself. Exits 1 when a state is wrong, with its number.
`--break` does the same with a database that is written without care, and exits 1 unless that is found out.
"""

import argparse
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile

from calls import changes, tracer
from company import DATABASE, OPERATIONS, SCRATCH, Company, Holding
from disk import Disk


def cut_at(folder, steps, chance):
    """A moment of the run, and what the disk holds after a cut at it: (step, files, what was said until then)."""
    moments = [at for at, step in enumerate(steps) if step.kind != "say"] + [len(steps)]
    # One in five comes after the last word, when nothing may be missing any more.
    moment = len(steps) if chance.random() < 0.2 else chance.choice(moments)
    disk = Disk(folder)
    for step in steps[:moment]:
        disk.follow(step)
    return moment, disk.after_cut(chance), disk.said


def put_files(files, root):
    folder = tempfile.mkdtemp(prefix="cut-", dir=root)
    for name, data in files.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)
        os.chmod(os.path.join(folder, name), 0o600)
    return folder


def complaint(operation, folder, before, after, said):
    """What is wrong with a state, read without the program."""
    try:
        found = Holding.of(os.path.join(folder, DATABASE))
    except sqlite3.DatabaseError as error:
        return f"damaged: {error}"
    if operation.told.search(said):
        return None if found == after else "lost: the person was told that it was kept"
    if found == before or found == after:
        return None
    if before is None and found is not None and not found.bookings and operation.name == "setup":
        # The tables are made in a transaction of their own, before the first booking.
        return None
    if operation.is_migration and found is not None and found.is_migrated(before):
        return None
    return "between: neither what was before nor what is after"


def complaint_of_program(company, operation, folder):
    """What the program itself says of a state: it is good, or there is none yet and the command can be given again."""
    found = Holding.of(os.path.join(folder, DATABASE))
    # A database of an older version has no seals to be looked over before the next command has brought it to the newest.
    if found is None or not found.bookings or not found.seals:
        again = company.run(operation.words, folder)
        if again.returncode not in (0, 3):
            return f"once more gives {again.returncode}: {again.stderr.decode()}"
    return company.complaint_of_doctor(folder)


def cuts(company, operation, states, seed, every):
    folder = company.folder(operation.start)
    start = company.folder(operation.start)
    log = os.path.join(company.root, operation.name + ".calls")
    before = Holding.of(os.path.join(folder, DATABASE)) if operation.start else None
    done = company.run(operation.words, folder, before=tracer(log))
    if done.returncode not in (0, 3) or not operation.told.search(done.stdout):
        raise SystemExit(f"{operation.name}: {done.returncode}\n{done.stderr.decode()}")
    steps = changes(log, folder)
    os.unlink(log)
    after = Holding.of(os.path.join(folder, DATABASE))
    told = bad = 0
    for state in range(states):
        chance = random.Random(f"{seed} {operation.name} {state}")
        moment, files, said = cut_at(start, steps, chance)
        told += bool(operation.told.search(said))
        scratch = put_files(files, company.root)
        wrong = complaint(operation, scratch, before, after, said) or company.complaint_of_copy(
            operation, scratch, before, bool(operation.told.search(said)))
        shutil.rmtree(scratch)
        if wrong is None and state % every == 0:
            scratch = put_files(files, company.root)
            wrong = complaint_of_program(company, operation, scratch)
            shutil.rmtree(scratch)
        if wrong:
            bad += 1
            print(f"{operation.name}, seed {seed}, state {state}, after {moment} of {len(steps)} calls: {wrong}", file=sys.stderr)
    syncs = sum(step.kind.startswith("sync") for step in steps)
    print(f"{operation.name}: {len(steps)} calls ({syncs} syncs), {states} cuts ({told} after it was told), {bad} wrong", flush=True)
    return bad


# A program that says that a row is kept as soon as SQLite does.
CARELESS = """
import sqlite3, sys
database = sqlite3.connect("vakmatrix.sqlite", isolation_level=None)
database.execute("pragma journal_mode = " + sys.argv[1])
database.execute("pragma synchronous = " + sys.argv[2])
for number in range(1, 21):
    database.execute("insert into booking values (?)", (number,))
    print(f"b-{number:04}", flush=True)
"""


def lost(journal, synchronous, states, seed):
    """How many cuts lose or damage what such a program said that was kept."""
    root = os.path.realpath(tempfile.mkdtemp(prefix="vakmatrix-careless-", dir=SCRATCH))
    try:
        folders = [os.path.join(root, name) for name in ("start", "run")]
        for folder in folders:
            os.mkdir(folder)
            database = sqlite3.connect(os.path.join(folder, DATABASE))
            database.execute("create table booking (number integer primary key)")
            database.close()
        log = os.path.join(root, "calls")
        words = [*tracer(log), sys.executable, "-c", CARELESS, journal, synchronous]
        subprocess.run(words, cwd=folders[1], check=True, stdout=subprocess.DEVNULL)
        steps, count = changes(log, folders[1]), 0
        for state in range(states):
            chance = random.Random(f"{seed} {journal} {synchronous} {state}")
            _, files, said = cut_at(folders[0], steps, chance)
            scratch = put_files(files, root)
            try:
                holding = Holding.of(os.path.join(scratch, DATABASE))
                # What was not told yet may be there, too.
                count += holding is None or len(holding.bookings) < said.count(b"b-")
            except sqlite3.DatabaseError:
                count += 1
            shutil.rmtree(scratch)
        print(f"{journal} with synchronous={synchronous}: {count} of {states} cuts lose or damage", flush=True)
        return count
    finally:
        shutil.rmtree(root, ignore_errors=True)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("program", nargs="?")
    options.add_argument("--states", type=int, default=2100, help="over all operations")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--every", type=int, default=10, help="which states the program itself reads, too")
    options.add_argument("--only", choices=[each.name for each in OPERATIONS])
    options.add_argument("--break", dest="careless", action="store_true")
    given = options.parse_args()
    if given.careless:
        states = min(given.states, 200)
        seen = [lost(*way, states, given.seed) for way in (("wal", "normal"), ("delete", "off"))]
        careful = lost("wal", "full", states, given.seed)
        sys.exit(0 if all(seen) and careful == 0 else 1)
    if not given.program:
        options.error("which program?")
    chosen = [each for each in OPERATIONS if given.only in (None, each.name)]
    with Company(given.program) as company:
        # The ceiling, so that no fewer cuts are made than were asked for.
        each = -(-given.states // len(chosen))
        bad = sum(cuts(company, operation, each, given.seed, given.every) for operation in chosen)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
