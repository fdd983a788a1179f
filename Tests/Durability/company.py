"""The company that the programs of this folder work with, the operations on it, and what a database holds."""

import hashlib
import os
import re
import shutil
import sqlite3
import subprocess
import tempfile

DATABASE = "vakmatrix.sqlite"
SAMPLES = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "SampleData"))
# A folder in memory where there is one: what is tried is the order of the calls, not the speed of a disk.
SCRATCH = "/dev/shm" if os.access("/dev/shm", os.W_OK) else tempfile.gettempdir()

# What takes the newest versions of the tables away, so that the next command brings them back.
TO_THE_VERSION_BEFORE = """
    drop table erasure; drop table resealed_booking; drop table restriction; drop table own_view;
    drop table booking_seal; drop table fact_salt; delete from schema_version where version >= 7; vacuum;
"""


class Operation:
    """Something that a person does: the database before, the words typed, how it tells that it is kept, and the copy it makes."""

    def __init__(self, name, start, words, told=rb"\bb-(\d{4,})", is_migration=False, copy=None):
        self.name, self.start, self.words, self.copy = name, start, words, copy
        self.told, self.is_migration = re.compile(told), is_migration


OPERATIONS = [
    Operation("setup", None, ["setup", os.path.join(SAMPLES, "company")]),
    Operation("import", "company", ["import", os.path.join(SAMPLES, "Forms")]),
    Operation("set", "samples", ["matrix", "set", "sanne", "LAS-02=aangeleerd", "--by", "mo"]),
    Operation(
        "conversation", "samples",
        ["conversation", "record", "sanne", "--unplanned", "--by", "mo", "--topic", "knelpunten=Wachten op de kantbank"]),
    # The lines before the last one name cells, never a booking.
    Operation("undo", "samples", ["undo", "b-0002"], told=rb"als boeking b-(\d{4,})"),
    # What is told at the end comes after the database was made anew from what is left in it.
    Operation("erase", "samples", ["privacy", "erase", "t-014"], told=rb"als boeking b-(\d{4,})"),
    Operation("backup", "samples", ["backup", "kopie.sqlite"], told=rb"teruggezet en gecontroleerd", copy="kopie.sqlite"),
    Operation("restore", None, ["restore", "../export"], told=rb"vakmatrix\.sqlite is gemaakt"),
    Operation("migrate", "old", ["matrix", "set", "sanne", "LAS-02=aangeleerd", "--by", "mo"], is_migration=True),
]


class Company:
    """Databases that the program itself made, in a folder that is gone at the end."""

    def __init__(self, program):
        self.program = os.path.realpath(program)
        self.root = os.path.realpath(tempfile.mkdtemp(prefix="vakmatrix-durability-", dir=SCRATCH))
        self.environment = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": self.root}
        place = self.folder()
        for words, name in [(OPERATIONS[0].words, "company"), (OPERATIONS[1].words, "samples")]:
            self.must(words, place)
            shutil.copy(os.path.join(place, DATABASE), os.path.join(self.root, name))
        self.must(["export", os.path.join(self.root, "export")], place)
        old = os.path.join(self.root, "old")
        shutil.copy(os.path.join(self.root, "samples"), old)
        database = sqlite3.connect(old)
        database.executescript(TO_THE_VERSION_BEFORE)
        database.close()
        for left in ("-wal", "-shm"):
            if os.path.exists(old + left):
                os.unlink(old + left)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.root, ignore_errors=True)

    def folder(self, start=None):
        """A new folder, with a prepared database in it."""
        folder = tempfile.mkdtemp(prefix="try-", dir=self.root)
        if start:
            place = os.path.join(folder, DATABASE)
            shutil.copy(os.path.join(self.root, start), place)
            os.chmod(place, 0o600)
        return folder

    def run(self, words, folder, before=(), **options):
        """Types a command and waits for it."""
        return subprocess.run(
            [*before, self.program, *words], cwd=folder, env=self.environment, stdin=subprocess.DEVNULL,
            capture_output=True, **options)

    def must(self, words, folder):
        """Types a command that has to succeed; 3 says that somebody is to look at what came in."""
        done = self.run(words, folder)
        if done.returncode not in (0, 3):
            raise SystemExit(f"vakmatrix {' '.join(words)}: {done.returncode}\n{done.stderr.decode()}")
        return done

    @staticmethod
    def complaint_of_copy(operation, folder, before, is_told):
        """What is wrong with the copy that an operation makes: it is there when that was told, and whole whenever it is there."""
        if not operation.copy:
            return None
        copy = Holding.of(os.path.join(folder, operation.copy))
        if copy is None:
            return "the copy that was told of is not there" if is_told else None
        return None if copy == before else "the copy is not what was copied"

    def complaint_of_doctor(self, folder):
        """What `doctor --verify` has against the database; nothing when all is well."""
        done = self.run(["doctor", "--verify"], folder)
        return None if done.returncode == 0 else f"doctor exits with {done.returncode}: {(done.stdout + done.stderr).decode()}"


class Holding:
    """What a database holds, read by another program than the one that wrote it."""

    def __init__(self, place):
        database = sqlite3.connect(place)
        # A text that is no text must be found, not stop the reading.
        database.text_factory = bytes
        try:
            verdict = database.execute("pragma integrity_check").fetchone()[0]
            if verdict != b"ok":
                raise sqlite3.DatabaseError(verdict.decode(errors="replace"))
            names = [row[0].decode() for row in database.execute("select name from sqlite_master where type = 'table'")]
            self.tables = {name: self._digest(database, name) for name in names}
            self.bookings = self._numbers(database, "booking", "number")
            self.seals = self._numbers(database, "booking_seal", "booking")
        finally:
            database.close()

    @staticmethod
    def _digest(database, table):
        rows = sorted(repr(row) for row in database.execute(f'select * from "{table}"'))
        return len(rows), hashlib.sha256("\n".join(rows).encode()).hexdigest()

    def _numbers(self, database, table, column):
        if table not in self.tables:
            return []
        return [row[0] for row in database.execute(f"select {column} from {table} order by {column}")]

    @classmethod
    def of(cls, place):
        """What it holds; None when there is no database yet, or one without a single table."""
        if not os.path.exists(place):
            return None
        holding = cls(place)
        return holding if holding.tables else None

    def is_migrated(self, before):
        """Whether it is what was there before, at a newer version of the tables and with a seal on every booking."""
        made_by_migration = {"schema_version", "booking_seal", "fact_salt"}
        same = all(self.tables.get(name) == held for name, held in before.tables.items() if name not in made_by_migration)
        return same and self.seals == self.bookings and self.tables["schema_version"][0] > before.tables["schema_version"][0]

    def __eq__(self, other):
        return isinstance(other, Holding) and self.tables == other.tables
