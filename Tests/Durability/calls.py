"""System calls of a run, from what strace wrote: the changes to one folder, and what was said on standard output."""

import os
import re

TRACED = (
    "openat,open,creat,pwrite64,pwritev,pwritev2,write,writev,ftruncate,truncate,fsync,fdatasync,sync,syncfs,sync_file_range,"
    "unlink,unlinkat,rename,renameat,renameat2,link,linkat,fallocate,sendfile,copy_file_range"
)
_STRING = r'"((?:\\x[0-9a-f]{2})*)"'
_NAMING = {"unlink", "unlinkat", "rename", "renameat", "renameat2", "openat", "open", "creat"}


class Change:
    """One call: `write`, `cut`, `sync`, `sync names`, `create`, `unlink`, `rename` or `say`."""

    def __init__(self, kind, name=None, offset=0, data=b"", target=None, since=None):
        self.kind, self.name, self.offset, self.data, self.target = kind, name, offset, data, target
        # For a sync: how many changes there were when it was called; later ones are not promised by it.
        self.since = since


def tracer(log):
    """The words before a command that have its calls written to a file, whole and unambiguous."""
    return ["strace", "-f", "-y", "-xx", "-s", "10000000", "-qq", "-e", "signal=none", "-e", "trace=" + TRACED, "-o", log]


def changes(log, folder):
    """What a run did in a folder, in the order in which the calls came back."""
    found, waiting = [], {}
    with open(log, encoding="ascii", errors="replace") as lines:
        for line in lines:
            thread, _, call = line.rstrip("\n").partition(" ")
            call = call.lstrip()
            since = len(found)
            if call.endswith("<unfinished ...>"):
                waiting[thread] = (call[: -len("<unfinished ...>")], since)
                continue
            resumed = re.match(r"<\.\.\. \w+ resumed>", call)
            if resumed:
                start, since = waiting.pop(thread)
                call = start + call[resumed.end():]
            change = _change(call, folder, since)
            if change and not (change.name or "").endswith("-shm"):
                found.append(change)
    return found


def _change(call, folder, since):
    name, _, rest = call.partition("(")
    result = re.search(r"\)\s+=\s+(\d+)(?:<.*>)?[^=]*$", call)
    if not result:
        return None
    count = int(result.group(1))
    if name in _NAMING:
        return _of_names(name, rest, folder)
    described = re.match(r"(\d+)<([^>]*)>", rest)
    if not described:
        if name in ("sync", "truncate", "link", "linkat"):
            raise SystemExit(f"a call that is not modelled: {call[:200]}")
        return None
    descriptor, path = int(described.group(1)), _text(described.group(2))
    if name in ("write", "writev") and descriptor == 1:
        return Change("say", data=b"".join(_bytes(part) for part in re.findall(_STRING, rest)))
    if path == folder and name in ("fsync", "fdatasync"):
        return Change("sync names", since=since)
    file = _inside(path, folder)
    if file is None:
        return None
    if name == "pwrite64":
        written = _bytes(re.search(_STRING, rest).group(1))[:count]
        return Change("write", file, offset=int(re.search(r",\s*(\d+)\s*\)\s+=", rest).group(1)), data=written)
    if name == "ftruncate":
        return Change("cut", file, offset=int(re.search(r",\s*(\d+)\s*\)", rest).group(1)))
    if name in ("fsync", "fdatasync"):
        return Change("sync", file, since=since)
    raise SystemExit(f"a call that is not modelled: {call[:200]}")


def _of_names(name, rest, folder):
    names = [_inside(os.path.join(folder, _text(part)), folder) for part in re.findall(_STRING, rest.rpartition(")")[0])]
    if name.startswith("rename"):
        if names[0] is None and names[1] is None:
            return None
        return Change("rename", names[0], target=names[1])
    if names[0] is None:
        return None
    if name.startswith("unlink"):
        return Change("unlink", names[0])
    if "O_TRUNC" in rest or name == "creat":
        raise SystemExit(f"a call that is not modelled: {name}({rest[:200]}")
    return Change("create", names[0]) if "O_CREAT" in rest else None


def _inside(path, folder):
    """The name of a file that stands in the folder itself."""
    path = os.path.normpath(path)
    return os.path.basename(path) if os.path.dirname(path) == folder else None


def _bytes(text):
    return bytes.fromhex(text.replace("\\x", ""))


def _text(text):
    return _bytes(text).decode("utf-8", "surrogateescape") if text.startswith("\\x") else text
