#!/usr/bin/env python3
"""Lets every system call that keeps something fail once, and looks what the program makes of it.

    Tests/Durability/faults.py PROGRAM [--step N] [--lasting] [--only OPERATION]

For each call and each error the first, the second, … fails, until the operation makes no more of them. Each time the operation
is done, or the program says in a sentence why not, exits as it should, and has changed nothing. `--step` takes every N-th.
"""

import argparse
import concurrent.futures
import os
import re
import shutil
import sqlite3
import sys

from company import DATABASE, OPERATIONS, Company, Holding

CALLS = ["pwrite64", "fdatasync", "fsync", "openat", "ftruncate", "rename"]
ERRORS = {
    # Nobody can write, so nothing was made; or what holds it cannot be read or written.
    "EIO": {73, 74, 77},
    "ENOSPC": {73, 74, 77},
}
# What no person should read: that the program broke, or what SQLite or Swift says for itself alone.
UNCONFIRMED = "bevestigt niet dat het in"
NOT_A_SENTENCE = re.compile(r"Fatal error|Thread \d+ crashed|Backtrace|SQLite error|NSError|Error Domain|^Error:", re.MULTILINE)
MOST = 4000


def words_of_tracer(call, error, when, folder, log):
    """The words before a command that let its N-th call fail, or that one and all after it (`N+`)."""
    # Of `openat` those of this folder are meant: the others are the libraries'.
    places = [folder, *(os.path.join(folder, DATABASE + end) for end in ("", "-wal", "-shm", ".lock", "-journal", "-sums"))]
    paths = [word for place in places for word in ("-P", place)] if call == "openat" else []
    names = "/^rename" if call == "rename" else call
    return ["strace", "-f", "-qq", "-o", log, *paths, "-e", "trace=" + names, "-e", "signal=none",
            "-e", f"inject={names}:error={error}:when={when}"]


def rows(holding):
    """How many rows each table holds; their salts and moments are others in every run."""
    return {name: held[0] for name, held in holding.tables.items()} if holding else {}


def complaint(company, operation, folder, before, after, done, error):
    """What is wrong with how it ended."""
    said = done.stderr.decode(errors="replace")
    place = os.path.join(folder, DATABASE)
    try:
        found = Holding.of(place)
    except sqlite3.DatabaseError as damage:
        return f"damaged: {damage}"
    wrong = company.complaint_of_copy(operation, folder, before, done.returncode == 0)
    if wrong:
        return wrong
    if done.returncode in (0, 3):
        return None if rows(found) == rows(after) else f"it says that it is done, and it is not: {said}"
    if done.returncode not in ERRORS[error]:
        return f"it exits with {done.returncode}: {said}"
    if not said.strip() or NOT_A_SENTENCE.search(said):
        return f"that is no sentence for a person: {said!r}"
    # Where the disk did not confirm it, it may be there or not, and that is said.
    unchanged = found == before or (UNCONFIRMED in said and rows(found) == rows(after))
    if before is None and found is not None:
        # The tables are made in a transaction of their own, before the first booking.
        unchanged = not found.bookings
    if operation.is_migration and found is not None:
        unchanged = unchanged or found.is_migrated(before)
    if not unchanged:
        return f"it exits with {done.returncode}, and has changed something: {said}"
    # The next one goes well, whatever was left behind.
    again = company.run(operation.words, folder)
    if again.returncode not in (0, 3):
        return f"once more gives {again.returncode}: {again.stderr.decode()}"
    return None


def faults_of_call(company, operation, call, error, step, lasting, after):
    """How many faults there were, how many of them it refused, and how many went wrong."""
    tried = refused = bad = 0
    log = os.path.join(company.root, f"{operation.name}-{call}-{error}.calls")
    for number in range(1, MOST, step):
        when = f"{number}+" if lasting else f"{number}"
        folder = company.folder(operation.start)
        before = Holding.of(os.path.join(folder, DATABASE))
        done = company.run(operation.words, folder, before=words_of_tracer(call, error, when, folder, log))
        with open(log, encoding="utf-8", errors="replace") as calls:
            injected = "(INJECTED)" in calls.read()
        if injected:
            tried += 1
            refused += done.returncode not in (0, 3)
            wrong = complaint(company, operation, folder, before, after, done, error)
            if wrong is None and tried % 10 == 1:
                wrong = company.complaint_of_doctor(folder)
            if wrong:
                bad += 1
                print(f"{operation.name}, {call} {when} gives {error}: {wrong}", file=sys.stderr, flush=True)
        shutil.rmtree(folder)
        if not injected:
            break
    return tried, refused, bad


def faults(company, operation, step, lasting, pool):
    folder = company.folder(operation.start)
    company.must(operation.words, folder)
    after = Holding.of(os.path.join(folder, DATABASE))
    jobs = [
        pool.submit(faults_of_call, company, operation, call, error, step, lasting, after) for call in CALLS for error in ERRORS]
    tried, refused, bad = (sum(each) for each in zip(*(job.result() for job in jobs)))
    print(f"{operation.name}: {tried} faults, {refused} refused, {bad} wrong", flush=True)
    return tried, bad


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("program")
    options.add_argument("--step", type=int, default=1)
    options.add_argument("--other-step", type=int, help="for the operations other than setup, import, undo and backup (default 7 × step)")
    options.add_argument("--lasting", action="store_true", help="not one call fails, but all from that one on")
    options.add_argument("--only", choices=[each.name for each in OPERATIONS], action="append")
    given = options.parse_args()
    # Most of the time goes to waiting for the program.
    with Company(given.program) as company, concurrent.futures.ThreadPoolExecutor(2) as pool:
        whole = {"setup", "import", "undo", "backup"}
        results = [
            faults(company, each, given.step if each.name in whole else given.other_step or 7 * given.step, given.lasting, pool)
            for each in OPERATIONS if not given.only or each.name in given.only]
    sys.exit(0 if all(tried and not bad for tried, bad in results) else 1)


if __name__ == "__main__":
    main()
