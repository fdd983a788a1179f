#!/usr/bin/env python3
"""Many people on the pages at once: 500 who have signed in, in 25 teams of 40 trainees with 150 tasks each.

    load.py --product .build/release/vakmatrix [--seconds 300] [--data FOLDER]

Needs wrk. Generator and server share the machine, so what is told here is less than what the server does alone. Figures:
pages of a team's matrix a second; 200 requests a second of which one in ten saves a tick; five times as many as that; and whether
everything that was acknowledged stands in the database.
"""
import argparse
import asyncio
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.parse

TEAMS, TRAINEES, MENTORS, TASKS = 25, 40, 20, 150
PASSWORD = "Zaagsel-op-de-vloer-7"
DATABASE = "vakmatrix.sqlite"


def write(path, header, rows):
    with open(path, "w", encoding="utf-8") as file:
        file.write(header + "\n" + "".join(";".join(row) + "\n" for row in rows))


def mentor(team, number):
    return f"m-{team:02}-{number:02}"


def trainee(team, number):
    return f"t-{team * TRAINEES + number + 1:04}"


def make_company(folder):
    os.makedirs(folder, exist_ok=True)
    people = [[mentor(t, n), f"Mentor{n}", "", f"Werf{t}", f"1{t:02}{n:02}", f"Team {t}", "werkplekbegeleider"]
              for t in range(TEAMS) for n in range(MENTORS)]
    write(folder + "/mensen.csv", "id;roepnaam;tussenvoegsel;achternaam;personeelsnummer;team;rollen", people)
    tasks = [f"WRK-{n:03}" for n in range(1, TASKS + 1)]
    write(folder + "/taken.csv", "code;titel;groep;nodig;herhalen_maanden;veiligheid",
          [[code, f"Werk nummer {code[4:]} doen", f"Groep {index // 15}", "3", "", ""] for index, code in enumerate(tasks)])
    write(folder + "/profielen.csv", "profiel;titel;taak;niveau;week",
          [["vak", "Vakman", code, "beheerst", str(1 + index)] for index, code in enumerate(tasks)])
    write(folder + "/scholen.csv", "id;naam;instellingscode;dialect;andere_nummers;negen_cijfers", [["roc", "ROC Delta", "99ZZ", "", "", ""]])
    header = ("id;roepnaam;tussenvoegsel;achternaam;personeelsnummer;team;profiel;begeleider;leidinggevende;school;studentnummer;"
              "start;einde;ritme;opleiding;leerweg;status")
    rows = [[trainee(t, n), f"Leerling{n}", "", f"Werf{t}", f"2{t:02}{n:02}", f"Team {t}", "vak", mentor(t, n % MENTORS), "", "roc",
             f"3{t:02}{n:02}", "2026-02-02", "2029-02-02", "kwartaal", "", "bbl", "lopend"]
            for t in range(TEAMS) for n in range(TRAINEES)]
    write(folder + "/trainees.csv", header, rows)
    return tasks


def make(product, data):
    """The company with half of its levels, and a password for who guides; made once."""
    if os.path.exists(data + "/made"):
        return
    os.makedirs(data, exist_ok=True)
    tasks = make_company(data + "/company")
    run = lambda *words, text="": subprocess.run([product, *words], cwd=data, input=text, text=True, check=True, capture_output=True)
    run("setup", "company")
    chance = random.Random(7)
    for team in range(TEAMS):
        for number in range(TRAINEES):
            levels = [f"{code}={chance.choice(['aangeleerd', 'beheerst'])}" for code in tasks if chance.random() < 0.5]
            run("matrix", "set", trainee(team, number), *levels, "--by", mentor(team, number % MENTORS))
        for number in range(MENTORS):
            run("account", "password", mentor(team, number), text=PASSWORD + "\n")
    open(data + "/made", "w").close()


class Visitor:
    """Somebody who has signed in, with a connection that stays open."""

    def __init__(self, port, team, number):
        self.port, self.team, self.id = port, team, mentor(team, number)
        self.own = [trainee(team, n) for n in range(TRAINEES) if n % MENTORS == number]
        self.cookies, self.proof, self.stream = {}, "", None

    async def call(self, method, path, fields=None):
        for attempt in (0, 1):
            try:
                if self.stream is None:
                    self.stream = await asyncio.open_connection("127.0.0.1", self.port)
                reader, writer = self.stream
                body = urllib.parse.urlencode(fields or {}).encode()
                head = f"{method} {path} HTTP/1.1\r\nHost: localhost:{self.port}\r\n"
                if self.cookies:
                    head += "Cookie: " + "; ".join(f"{k}={v}" for k, v in self.cookies.items()) + "\r\n"
                if method == "POST":
                    head += (f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
                             f"Origin: http://localhost:{self.port}\r\n")
                writer.write(head.encode() + b"\r\n" + (body if method == "POST" else b""))
                lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
                headers = [line.split(": ", 1) for line in lines[1:] if ": " in line]
                size = next((int(v) for k, v in headers if k.lower() == "content-length"), 0)
                text = await reader.readexactly(size)
                for name, value in headers:
                    if name.lower() == "set-cookie":
                        key, _, rest = value.partition("=")
                        self.cookies[key] = rest.split(";")[0]
                return int(lines[0].split()[1]), text
            except (ConnectionError, asyncio.IncompleteReadError):
                self.stream = None
                if attempt or method == "POST":
                    return 0, b""

    async def sign_in(self):
        _, page = await self.call("GET", "/aanmelden")
        proof = re.search(rb'name="bewijs" value="([^"]+)"', page).group(1).decode()
        status, _ = await self.call("POST", "/aanmelden/wachtwoord", {"bewijs": proof, "wie": self.id, "wachtwoord": PASSWORD})
        if status != 303:
            sys.exit(f"{self.id} does not get in: {status}")
        _, page = await self.call("GET", "/")
        self.proof = re.search(rb'name="bewijs" value="([^"]+)"', page).group(1).decode()


class Load:
    """Requests at moments that were fixed before, so that a slow answer does not make the next one later."""

    def __init__(self, visitors):
        self.visitors, self.took, self.status, self.acknowledged = visitors, [], {}, []
        self.chance = random.Random(11)

    async def one(self, due):
        visitor = self.chance.choice(self.visitors)
        who, kind = self.chance.choice(visitor.own), self.chance.random()
        async with visitor.lock:
            if kind < 0.1:
                saved = await self.save(visitor, who)
                if saved is None:
                    return
                status, due = saved
                kind = "save"
            else:
                path = ("/" if kind < 0.45 else f"/trainee/{who}/afvinken" if kind < 0.8 else f"/trainee/{who}" if kind < 0.98
                        else f"/team/Team%20{visitor.team}")
                status, _ = await visitor.call("GET", path)
                kind = "home" if kind < 0.45 else "tick" if kind < 0.8 else "trainee" if kind < 0.98 else "team"
        self.took.append((kind, time.monotonic() - due))
        self.status[status] = self.status.get(status, 0) + 1

    async def save(self, visitor, who):
        """Opens the page and gives one task its next level, as a person does; None when there was no page to do it on."""
        asked = time.monotonic()
        status, page = await visitor.call("GET", f"/trainee/{who}/afvinken")
        self.took.append(("tick", time.monotonic() - asked))
        self.status[status] = self.status.get(status, 0) + 1
        shown = re.findall(r'name="was\.([^"]+)" value="(nog_niet|aangeleerd)"', page.decode())
        key = re.search(r'name="sleutel" value="([^"]+)"', page.decode())
        if status != 200 or not shown or not key:
            return None
        task, level = self.chance.choice(shown)
        fields = {"bewijs": visitor.proof, "sleutel": key.group(1), f"was.{task}": level,
                  f"taak.{task}": "aangeleerd" if level == "nog_niet" else "beheerst"}
        asked = time.monotonic()
        status, _ = await visitor.call("POST", f"/trainee/{who}/afvinken", fields)
        if status == 200:
            self.acknowledged.append((visitor.id, key.group(1)))
        return status, asked

    async def run(self, rate, seconds):
        began, tasks = time.monotonic(), set()
        for number in range(int(rate * seconds)):
            due = began + number / rate
            pause = due - time.monotonic()
            if pause > 0:
                await asyncio.sleep(pause)
            task = asyncio.create_task(self.one(due))
            tasks.add(task)
            task.add_done_callback(tasks.discard)
        if tasks:
            await asyncio.wait(tasks)

    def tell(self, title):
        print(f"{title}: answers {dict(sorted(self.status.items()))}")
        kinds = {}
        for kind, took in self.took:
            kinds.setdefault(kind, []).append(took * 1000)
        kinds["all"] = [took * 1000 for _, took in self.took]
        for kind, took in sorted(kinds.items()):
            took.sort()
            at = lambda share: took[min(len(took) - 1, int(len(took) * share))]
            print(f"  {kind:8} {len(took):7}  p50 {at(0.5):7.1f}  p95 {at(0.95):7.1f}  p99 {at(0.99):7.1f}  most {took[-1]:7.1f} ms")


def memory(process):
    with open(f"/proc/{process.pid}/status") as file:
        return int(re.search(r"VmRSS:\s+(\d+)", file.read()).group(1)) // 1024


async def mixed(process, port, options):
    visitors = [Visitor(port, t, n) for t in range(TEAMS) for n in range(MENTORS)]
    began = time.monotonic()
    for group in range(0, len(visitors), 4):
        await asyncio.gather(*(visitor.sign_in() for visitor in visitors[group:group + 4]))
    print(f"{len(visitors)} signed in within {time.monotonic() - began:.0f} s; memory {memory(process)} MiB")
    cookie = "; ".join(f"{k}={v}" for k, v in visitors[0].cookies.items())
    for words in (["-t1", "-c8"],):
        wrk = subprocess.run(
            ["wrk", *words, f"-d{min(20, options.seconds)}", "--latency", "-H", f"Cookie: {cookie}",
             f"http://localhost:{port}/team/Team%200"], capture_output=True, text=True)
        print("team matrix 40 x 150, wrk " + " ".join(words) + "\n" + wrk.stdout)
    for visitor in visitors:
        visitor.lock = asyncio.Lock()
    load = Load(visitors)
    sizes = []
    watch = asyncio.create_task(watched(process, sizes))
    await load.run(options.rate, options.seconds)
    load.tell(f"{options.rate} requests a second for {options.seconds} s")
    flood = Load(visitors)
    await flood.run(options.rate * 5, 20)
    flood.tell(f"{options.rate * 5} requests a second for 20 s")
    began = time.monotonic()
    while True:
        asked = time.monotonic()
        status, _ = await visitors[0].call("GET", "/")
        if status == 200 and time.monotonic() - asked < 0.25:
            break
    print(f"as before {time.monotonic() - began:.1f} s after the flood")
    watch.cancel()
    print("memory, MiB: " + " ".join(str(size) for size in sizes))
    return load.acknowledged + flood.acknowledged


async def watched(process, sizes):
    while True:
        sizes.append(memory(process))
        await asyncio.sleep(15)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--product", required=True)
    parser.add_argument("--data", default=os.path.dirname(os.path.abspath(__file__)) + "/../.build/pages")
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--rate", type=int, default=200)
    parser.add_argument("--port", type=int, default=8765)
    options = parser.parse_args()
    product = os.path.abspath(options.product)
    make(product, options.data)
    server = subprocess.Popen([product, "serve", "--port", str(options.port)], cwd=options.data, stderr=subprocess.PIPE)
    try:
        server.stderr.readline()
        threading.Thread(target=lambda: [None for _ in server.stderr], daemon=True).start()
        acknowledged = asyncio.run(mixed(server, options.port, options))
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()
    with sqlite3.connect(options.data + "/" + DATABASE) as database:
        kept = {row[0] for row in database.execute("select request_key from answered_request")}
    lost = [pair for pair in acknowledged if ":".join(pair) not in kept]
    print(f"{len(acknowledged)} saves acknowledged, {len(lost)} lost")
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main()
