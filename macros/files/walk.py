"""Folders and files as they lie on disk: seen without following, opening or waiting."""

from __future__ import annotations

import os
import stat
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.files import file_rules as r
from macros.model.findings import Befund, Ort

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode categories of characters that a reader cannot see."""
_LONGEST: Final = 80
# Not every system has all of these; where one is missing there is nothing to guard against.
_OPEN_FLAGS: Final = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True)
class Entry:
    """A file or folder as its folder lists it.

    Attributes:
        path: where it lies, for reading.
        name: as stored on disk, perhaps not printable.
        file: path relative to the project's root, printable.
        mode: type and permissions, or None when it vanished or cannot be asked.
        size: in bytes.
    """

    path: Path
    name: str
    file: str
    mode: int | None
    size: int

    @property
    def ort(self) -> Ort:
        """The place findings point at."""
        return Ort(self.file)

    @property
    def is_folder(self) -> bool:
        """Whether it is a real folder, not a link to one."""
        return self.mode is not None and stat.S_ISDIR(self.mode)

    @property
    def is_file(self) -> bool:
        """Whether it is a plain file."""
        return self.mode is not None and stat.S_ISREG(self.mode)

    @property
    def is_link(self) -> bool:
        """Whether it is a symbolic link."""
        return self.mode is not None and stat.S_ISLNK(self.mode)


@dataclass(frozen=True)
class Folder:
    """A folder with its entries in the order of their names; None when it cannot be listed."""

    entry: Entry
    entries: tuple[Entry, ...] | None


def entry_at(root: Path, relative: str) -> Entry:
    """Return the entry for a path below the root."""
    path = root / relative
    try:
        status = path.lstat()
    except OSError:
        return Entry(path, path.name, shown(relative), None, 0)
    return Entry(path, path.name, shown(relative), status.st_mode, status.st_size)


def folders(start: Entry, skipped: frozenset[str] = frozenset()) -> Iterator[Folder]:
    """Yield a folder and all folders below, parents first, by name; links are not followed.

    Args:
        start: the folder to begin with.
        skipped: first characters of folder names that are not entered.
    """
    waiting = [start]
    while waiting:
        entry = waiting.pop()
        folder = Folder(entry, _entries(entry))
        yield folder
        below = [e for e in folder.entries or () if e.is_folder and e.name[0] not in skipped]
        waiting.extend(reversed(below))


def _entries(folder: Entry) -> tuple[Entry, ...] | None:
    try:
        with os.scandir(folder.path) as listing:
            found = sorted(listing, key=lambda item: item.name)
    except OSError:
        return None
    entries = []
    for item in found:
        path = folder.path / item.name
        file = f"{folder.file}/{shown(item.name)}"
        try:
            status = item.stat(follow_symlinks=False)
        except OSError:
            entries.append(Entry(path, item.name, file, None, 0))
        else:
            entries.append(Entry(path, item.name, file, status.st_mode, status.st_size))
    return tuple(entries)


def read_bytes(entry: Entry, most: int) -> bytes | None:
    """Return a file's bytes, or None when it cannot be read.

    The file may have been exchanged since it was listed: neither a link nor a device is opened,
    and a FIFO does not make the check wait.

    Args:
        entry: a plain file.
        most: reads no more bytes than this.
    """
    try:
        handle = os.open(entry.path, _OPEN_FLAGS)
    except OSError:
        return None
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return None
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(most)
    except OSError:
        return None
    finally:
        os.close(handle)


def judge_entry(entry: Entry, root: Path) -> Befund | None:
    """Return the finding for what is neither a plain file nor a folder, else None."""
    if entry.mode is None:
        return r.UNLESBAR.befund(
            entry.ort,
            f"„{quoted(entry.name)}“ ist während der Prüfung verschwunden oder gesperrt.",
            "Die Prüfung wiederholen. Bleibt die Meldung: Rechte der Datei und ihres Ordners "
            "prüfen",
        )
    if entry.is_link:
        return r.VERKNUEPFUNG.befund(
            entry.ort,
            f"„{quoted(entry.name)}“ ist eine Verknüpfung und {_target(entry, root)}.",
            "Die Verknüpfung löschen und die Datei selbst hierher legen",
        )
    if not (entry.is_file or entry.is_folder):
        return r.SONDERDATEI.befund(
            entry.ort,
            f"„{quoted(entry.name)}“ ist keine gewöhnliche Datei, sondern {_special(entry.mode)}.",
            "Löschen; falls ein Programm sie anlegt, dort einen anderen Ordner einstellen",
        )
    return None


def unreadable(entry: Entry) -> Befund:
    """Return the finding for a file or folder that cannot be read."""
    what, right = ("Der Ordner", "u+rx") if entry.is_folder else ("Die Datei", "u+r")
    return r.UNLESBAR.befund(
        entry.ort,
        f"{what} „{quoted(entry.name)}“ lässt sich nicht lesen.",
        f"Das Leserecht geben (chmod {right}) oder das Programm schließen, das darauf zugreift",
    )


def _target(entry: Entry, root: Path) -> str:
    # Never the target itself: an absolute path would tell about the machine.
    if not entry.path.exists():
        return "führt ins Leere"
    inside = entry.path.resolve().is_relative_to(root.resolve())
    what = "einen Ordner" if entry.path.is_dir() else "eine Datei"
    return f"führt auf {what} {'im' if inside else 'außerhalb des'} Projekt{'' if inside else 's'}"


def _special(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "eine Leitung (FIFO)"
    if stat.S_ISSOCK(mode):
        return "ein Socket"
    return "ein Gerät"


def shown(name: str) -> str:
    """Return a name or path with everything spelled out that is invisible or not UTF-8."""
    return "".join(_shown(char) for char in name)


def _shown(char: str) -> str:
    if "\udc80" <= char <= "\udcff":
        return f"\\x{ord(char) - 0xDC00:02x}"
    if unicodedata.category(char) in INVISIBLE:
        return f"\\u{ord(char):04x}"
    return char


def quoted(name: str) -> str:
    """Return a name for a message: printable and not too long."""
    text = shown(name)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
