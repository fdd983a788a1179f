#!/usr/bin/env python3
"""Kills the program at random moments, and looks whether what it said to be kept is there.

    Tests/Durability/kill.py PROGRAM [--kills N] [--served N] [--seed N] [--every K] [--within SECONDS]

`--kills` are of commands that set a level, `--served` of a server to which levels are posted, one after the other. After each
the next command has to answer within the time, and every K-th database is looked over by the program. Exits 1 when one is wrong.
"""

import argparse
import html
import http.client
import http.cookiejar
import os
import random
import re
import subprocess
import sys
import threading
import time
import urllib.parse
import urllib.request

from company import DATABASE, Company, Holding

PASSWORD = "Zaagsel-op-de-vloer-7"
TOLD = re.compile(r"\bb-(\d{4,})")
LEVELS = ("aangeleerd", "beheerst")


class Watch:
    """One database over all kills: what was said to be kept, and what is wrong."""

    def __init__(self, company, every, within):
        self.company, self.every, self.within = company, every, within
        self.folder = company.folder("samples")
        self.place = os.path.join(self.folder, DATABASE)
        self.told, self.kills, self.bad, self.slowest = set(), 0, 0, 0.0

    def look(self, name):
        """Looks after a kill."""
        self.kills += 1
        began = time.monotonic()
        next_command = self.company.run(["status"], self.folder)
        took = time.monotonic() - began
        self.slowest = max(self.slowest, took)
        wrong = None
        if next_command.returncode not in (0, 3):
            wrong = f"the next command exits with {next_command.returncode}: {next_command.stderr.decode()}"
        elif took > self.within:
            wrong = f"the next command took {took:.1f} s"
        if wrong is None:
            wrong = self._complaint_of_holding()
        if wrong is None and self.kills % self.every == 0:
            wrong = self.company.complaint_of_doctor(self.folder)
        if wrong:
            self.bad += 1
            print(f"{name}: {wrong}", file=sys.stderr)

    def _complaint_of_holding(self):
        holding = Holding.of(self.place)
        missing = self.told - set(holding.bookings)
        if missing:
            return f"lost: {sorted(missing)}"
        if holding.bookings != list(range(1, len(holding.bookings) + 1)) or holding.seals != holding.bookings:
            return f"bookings {holding.bookings[-3:]}, seals {holding.seals[-3:]}"
        return None

    def say(self, name):
        print(f"{name}: {self.kills} kills, {len(self.told)} bookings told, {self.bad} wrong, slowest next command "
              f"{self.slowest:.2f} s", flush=True)


def kill_commands(watch, kills, seed):
    def start(level):
        words = [watch.company.program, "matrix", "set", "sanne", f"LAS-02={level}", "--by", "mo", "--reason", "Nog eens gezien"]
        return subprocess.Popen(
            words, cwd=watch.folder, env=watch.company.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE)

    def booked():
        return len(Holding.of(watch.place).bookings)

    began = time.monotonic()
    whole = start(LEVELS[0])
    whole.communicate()
    # A little longer than a whole run, so that some are killed when they have just told it.
    longest = 1.2 * (time.monotonic() - began)
    if whole.returncode != 0:
        raise SystemExit(f"matrix set exits with {whole.returncode}")
    first = booked()
    for number in range(kills):
        chance = random.Random(f"{seed} {number}")
        # What was set last is set again to the other level; a run that was killed may or may not have set it.
        running = start(LEVELS[(booked() - first + 1) % 2])
        time.sleep(chance.uniform(0, longest))
        running.kill()
        said = running.communicate()[0].decode()
        # The line of the undo names it as well.
        watch.told.update(int(number) for number in TOLD.findall(said))
        watch.look(f"kill {number} of a command, seed {seed}")


class Served:
    """A server of the database, and somebody who has signed in."""

    def __init__(self, watch):
        self.watch = watch
        self.errors = open(os.path.join(watch.folder, "served"), "w+b")
        self.process = subprocess.Popen(
            [watch.company.program, "serve", "--port", "0"], cwd=watch.folder, env=watch.company.environment,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=self.errors)
        self.origin = self._origin()
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.browser = urllib.request.build_opener(jar, urllib.request.ProxyHandler({}))
        self.send("/aanmelden", "/aanmelden/wachtwoord", {"wie": "mo", "wachtwoord": PASSWORD})

    def _origin(self):
        for _ in range(2400):
            with open(self.errors.name, encoding="utf-8") as said:
                found = re.search(r"http://localhost:\d+", said.read())
            if found:
                return found.group(0)
            if self.process.poll() is not None:
                break
            time.sleep(0.025)
        raise SystemExit("it does not serve")

    def send(self, page, path, values):
        """Opens a page, and sends its form with these values."""
        with self.browser.open(self.origin + page, timeout=60) as answer:
            text = answer.read().decode()
        fields = {}
        for name, value in re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', text):
            fields.setdefault(html.unescape(name), html.unescape(value))
        body = urllib.parse.urlencode({**fields, **values}).encode()
        request = urllib.request.Request(self.origin + path, body, {"Origin": self.origin})
        with self.browser.open(request, timeout=60) as answer:
            return answer.read().decode()

    def tick(self, level):
        """Sets a level on the page of ticks, and notes the booking that the answer tells."""
        path = "/trainee/t-014/afvinken"
        answer = self.send(path + "?alle", path, {"taak.LAS-02": level, "reden": "Nog eens gezien"})
        self.watch.told.update(int(number) for number in TOLD.findall(answer))

    def end(self):
        self.process.kill()
        self.process.wait()
        self.errors.close()


def kill_servers(watch, kills, seed):
    subprocess.run(
        [watch.company.program, "account", "password", "mo"], cwd=watch.folder, env=watch.company.environment,
        input=PASSWORD.encode() + b"\n", capture_output=True, check=True)
    for number in range(kills):
        chance = random.Random(f"{seed} served {number}")
        served, before = Served(watch), len(watch.told)
        stop = threading.Timer(chance.uniform(0.02, 0.5), served.process.kill)
        stop.start()
        try:
            for turn in range(1000):
                served.tick(LEVELS[turn % 2])
        except OSError:
            # The server is gone in the middle of an answer, which is what was wanted.
            pass
        except http.client.HTTPException:
            pass
        finally:
            stop.join()
            served.end()
        watch.look(f"kill {number} of a server, seed {seed}")
    if kills and not watch.told:
        raise SystemExit("no tick was told to be kept, so nothing was tried")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("program")
    options.add_argument("--kills", type=int, default=900)
    options.add_argument("--served", type=int, default=100)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--every", type=int, default=10)
    options.add_argument("--within", type=float, default=2.0)
    given = options.parse_args()
    bad = 0
    with Company(given.program) as company:
        for name, how, count in (("commands", kill_commands, given.kills), ("servers", kill_servers, given.served)):
            if count:
                watch = Watch(company, given.every, given.within)
                how(watch, count, given.seed)
                # Whatever the number, the last one is looked over.
                wrong = company.complaint_of_doctor(watch.folder)
                if wrong:
                    watch.bad += 1
                    print(wrong, file=sys.stderr)
                watch.say(name)
                bad += watch.bad
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
