#!/usr/bin/env python3
"""Lets the program ask for memory and sometimes get none, and looks what is left of the database.

    Tests/Durability/memory.py PROGRAM [--runs N] [--only OPERATION]

Each run refuses a share of what is asked for, one in a thousand to one in a million (libfiu). The program may say so, or be ended by
the system; the database is as it was before or as it is when all is done.
"""

import argparse
import concurrent.futures
import os
import shutil
import sqlite3
import sys

from company import DATABASE, OPERATIONS, Company, Holding
from faults import rows


SHARES = (1e-3, 1e-4, 3e-5, 1e-5, 1e-6)


def starving(share):
    return ["fiu-run", "-x", "-c", f"enable_random name=libc/mm/malloc,probability={share:f}"]


def complaint(company, operation, folder, before, after, done):
    try:
        found = Holding.of(os.path.join(folder, DATABASE))
    except sqlite3.DatabaseError as damage:
        return f"damaged: {damage}"
    wrong = company.complaint_of_copy(operation, folder, before, done.returncode == 0)
    if wrong:
        return wrong
    is_after = rows(found) == rows(after)
    if done.returncode in (0, 3):
        return None if is_after else "it says that it is done, and it is not"
    if done.returncode == 74 and "beschadigd" in done.stderr.decode(errors="replace"):
        return f"it tells of damage that there is not: {done.stderr.decode()}"
    # The tables are made, or brought to a newer version, in transactions of their own.
    is_before = found == before or (before is None and not found.bookings) or (
        operation.is_migration and before is not None and found.is_migrated(before))
    if not is_before and not is_after:
        return f"it ends with {done.returncode}, and left a part: {done.stderr.decode(errors='replace')[-300:]}"
    if not is_before and "niets opgeslagen" in done.stderr.decode(errors="replace"):
        return f"it says that nothing was kept, and it was: {done.stderr.decode()}"
    if found is None or not found.bookings:
        # Nothing was set up yet, so the next one sets it up.
        again = company.run(operation.words, folder)
        return None if again.returncode == 0 else f"once more gives {again.returncode}: {again.stderr.decode()}"
    # One that is not yet at the newest version has no seals to ask after.
    again = company.run(["doctor"] + (["--verify"] if found.seals else []), folder)
    if again.returncode != 0:
        return f"doctor exits with {again.returncode}: {again.stdout.decode()}"
    return None


def starve(company, operation, runs, pool):
    folder = company.folder(operation.start)
    company.must(operation.words, folder)
    after = Holding.of(os.path.join(folder, DATABASE))

    def one(number):
        folder = company.folder(operation.start)
        before = Holding.of(os.path.join(folder, DATABASE))
        done = company.run(operation.words, folder, before=starving(SHARES[number % len(SHARES)]))
        wrong = complaint(company, operation, folder, before, after, done)
        shutil.rmtree(folder)
        if wrong:
            print(f"{operation.name}, run {number}: {wrong}", file=sys.stderr, flush=True)
        return done.returncode, bool(wrong)

    results = list(pool.map(one, range(runs)))
    # The shell of fiu-run tells of a signal with 128 more.
    ended = sum(code < 0 or code > 128 for code, _ in results)
    done = sum(code in (0, 3) for code, _ in results)
    bad = sum(wrong for _, wrong in results)
    print(f"{operation.name}: {runs} runs, {done} done, {runs - done - ended} refused, {ended} ended, {bad} wrong", flush=True)
    return bad


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("program")
    options.add_argument("--runs", type=int, default=60, help="for each operation")
    options.add_argument("--only", choices=[each.name for each in OPERATIONS], action="append")
    given = options.parse_args()
    with Company(given.program) as company, concurrent.futures.ThreadPoolExecutor(2) as pool:
        # A trace of each end would take most of the time.
        company.environment["SWIFT_BACKTRACE"] = "enable=no"
        bad = sum(starve(company, each, given.runs, pool)
                  for each in OPERATIONS if not given.only or each.name in given.only)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
