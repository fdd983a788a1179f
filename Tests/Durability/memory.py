#!/usr/bin/env python3
"""Gives the program less memory than it needs, and looks what is left of the database.

    Tests/Durability/memory.py PROGRAM [--runs N] [--seed N] [--only OPERATION]

Each run has a limit of its own (RLIMIT_AS), drawn between what is too little to begin and what is enough. The program may say so, or be
ended by the system; the database is as it was before or as it is when all is done, and the next command goes well.
"""

import argparse
import concurrent.futures
import os
import random
import shutil
import sqlite3
import sys

from company import DATABASE, OPERATIONS, Company, Holding
from faults import rows


def limited(size):
    return ["prlimit", f"--as={size}", "--core=0"]


def is_done(company, operation, size):
    folder = company.folder(operation.start)
    done = company.run(operation.words, folder, before=limited(size))
    shutil.rmtree(folder)
    return done.returncode in (0, 3)


def enough(company, operation):
    """The least memory with which it is done, to a hundredth."""
    low, high = 1 << 20, 8 << 30
    while high - low > high // 100:
        middle = (low + high) // 2
        low, high = (low, middle) if is_done(company, operation, middle) else (middle, high)
    return high


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
    # The tables are made, or brought to a newer version, in transactions of their own.
    is_before = found == before or (before is None and not found.bookings) or (
        operation.is_migration and before is not None and found.is_migrated(before))
    if not is_before and not is_after:
        return f"it ends with {done.returncode}, and left a part: {done.stderr.decode(errors='replace')[-300:]}"
    again = company.run(["doctor", "--verify"], folder) if found else None
    if again is not None and again.returncode != 0:
        return f"doctor exits with {again.returncode}: {again.stdout.decode()}"
    return None


def starve(company, operation, runs, seed, pool):
    folder = company.folder(operation.start)
    company.must(operation.words, folder)
    after = Holding.of(os.path.join(folder, DATABASE))
    most = enough(company, operation)

    def one(number):
        # Most of the program's memory is its own code; what is wanted is that it runs out while it works.
        size = int(most * random.Random(f"{operation.name} {seed} {number}").uniform(0.6, 1.02))
        folder = company.folder(operation.start)
        before = Holding.of(os.path.join(folder, DATABASE))
        done = company.run(operation.words, folder, before=limited(size))
        wrong = complaint(company, operation, folder, before, after, done)
        shutil.rmtree(folder)
        if wrong:
            print(f"{operation.name} with {size >> 10} KiB: {wrong}", file=sys.stderr, flush=True)
        return done.returncode, bool(wrong)

    results = list(pool.map(one, range(runs)))
    ended = sum(code < 0 for code, _ in results)
    done = sum(code in (0, 3) for code, _ in results)
    bad = sum(wrong for _, wrong in results)
    print(f"{operation.name}: {runs} runs below {most >> 20} MiB, {done} done, {runs - done - ended} refused, {ended} ended, "
          f"{bad} wrong", flush=True)
    return bad


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("program")
    options.add_argument("--runs", type=int, default=60, help="for each operation")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", choices=[each.name for each in OPERATIONS], action="append")
    given = options.parse_args()
    with Company(given.program) as company, concurrent.futures.ThreadPoolExecutor(2) as pool:
        bad = sum(starve(company, each, given.runs, given.seed, pool)
                  for each in OPERATIONS if not given.only or each.name in given.only)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
