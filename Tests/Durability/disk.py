"""What a disk may hold after the power was cut.

A write is promised after a sync of its file, a name (made, renamed, taken away) after a sync of the folder. Until then each
sector of a write may be there, not be there or be there in part, and of the names the first so many, as a file system with a
journal keeps them. Nothing is taken for granted that a sync did not promise: a sync of a new file does not promise its name.
"""

import os

SECTOR = 512


class File:
    def __init__(self, data=b""):
        self.data, self.waiting = bytearray(data), []

    def sync(self, since):
        """Keeps what was written before the sync was called."""
        for at, change in self.waiting:
            if at < since:
                put(self.data, change)
        self.waiting = [(at, change) for at, change in self.waiting if at >= since]


class Disk:
    def __init__(self, folder):
        self.promised = {}
        for name in os.listdir(folder):
            path = os.path.join(folder, name)
            if os.path.isfile(path) and not name.endswith("-shm"):
                with open(path, "rb") as file:
                    self.promised[name] = File(file.read())
        # The names as programs see them, and the changes of names that no sync has promised yet.
        self.names, self.waiting, self.said, self.count = dict(self.promised), [], b"", 0

    def follow(self, change):
        """Does what one call did."""
        at, self.count = self.count, self.count + 1
        if change.kind == "say":
            self.said += change.data
        elif change.kind == "create":
            if change.name not in self.names:
                self._rename_later(at, {change.name: File()})
        elif change.kind == "unlink":
            self._rename_later(at, {change.name: None})
        elif change.kind == "rename":
            self._rename_later(at, {change.target: self.names[change.name], change.name: None})
        elif change.kind == "sync names":
            for began, step in self.waiting:
                if began < change.since:
                    apply_names(self.promised, step)
            self.waiting = [each for each in self.waiting if each[0] >= change.since]
        elif change.kind == "sync":
            self.names[change.name].sync(change.since)
        else:
            self.names[change.name].waiting.append((at, change))

    def _rename_later(self, at, step):
        apply_names(self.names, step)
        self.waiting.append((at, step))

    def after_cut(self, chance):
        """One of the states that the disk may be in, by name."""
        mood = chance.choice(["nothing", "everything", "some", "some", "some"])
        names = dict(self.promised)
        kept = {"nothing": 0, "everything": len(self.waiting)}.get(mood)
        for _, step in self.waiting[: chance.randint(0, len(self.waiting)) if kept is None else kept]:
            apply_names(names, step)
        return {name: self._bytes(file, mood, chance) for name, file in names.items()}

    @staticmethod
    def _bytes(file, mood, chance):
        data = bytearray(file.data)
        if mood == "nothing":
            return data
        for index, (_, change) in enumerate(file.waiting):
            if mood == "everything":
                put(data, change)
            elif change.kind == "cut":
                if chance.random() < 0.5:
                    put(data, change)
            else:
                put_some(data, change, chance, is_last=index == len(file.waiting) - 1)
        return data


def apply_names(names, step):
    for name, file in step.items():
        if file is None:
            names.pop(name, None)
        else:
            names[name] = file


def put(data, change):
    if change.kind == "cut":
        del data[change.offset:]
        data.extend(bytes(change.offset - len(data)))
    else:
        put_bytes(data, change.offset, change.data)


def put_some(data, change, chance, is_last):
    """Puts some sectors of a write: whole, in part or not; the last write of all stops anywhere."""
    end = chance.randint(0, len(change.data)) if is_last else len(change.data)
    start = 0
    while start < end:
        # Sectors are those of the disk, so the first piece ends where a sector does.
        length = min(SECTOR - (change.offset + start) % SECTOR, end - start)
        fate = chance.random()
        if fate < 0.5:
            put_bytes(data, change.offset + start, change.data[start:start + length])
        elif fate < 0.55:
            put_bytes(data, change.offset + start, change.data[start:start + chance.randint(0, length)])
        start += length


def put_bytes(data, offset, piece):
    if not piece:
        return
    if len(data) < offset:
        data.extend(bytes(offset - len(data)))
    data[offset:offset + len(piece)] = piece
