"""File names that work as an address and on every computer; each fault comes with a mended name."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from macros.files import file_rules as r
from macros.files.walk import INVISIBLE, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.files.walk import Entry
    from macros.model.findings import Befund, Regel

MAX_NAME: Final = 100
_MENDED: Final = 60
_RESERVED: Final = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$", "clock$"]
    + [f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"]
)
_FORBIDDEN: Final = re.compile(r'[<>:"|?*\\#%]')
_ESCAPED: Final = re.compile("[\udc80-\udcff]")
_ODD: Final = re.compile(r"[^A-Za-z0-9._-]")
_UMLAUTS: Final = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "§": "par"}
)
_ENDING: Final = re.compile(r"(?<=.)\.[A-Za-z0-9]{1,10}$")


def judge_names(entries: Iterable[Entry], *, address: bool) -> Iterator[Befund]:
    """Yield the findings about the names in one folder.

    Args:
        entries: the folder's files and folders.
        address: whether the names become part of an address.
    """
    listed = list(entries)
    taken = {_same(entry.name) for entry in listed}
    first: dict[str, Entry] = {}
    for entry in listed:
        twin = first.setdefault(_same(entry.name), entry)
        faults = list(faults_of(entry.name, address=address))
        if twin is not entry and _composed(twin.name) != _composed(entry.name):
            faults.append(
                (
                    r.GROSSKLEIN,
                    f"„{quoted(entry.name)}“ und „{quoted(twin.name)}“ gelten unter Windows und "
                    "macOS als derselbe Name.",
                )
            )
        if not faults:
            continue
        new = mended(entry.name, taken=taken, folder=entry.is_folder)
        taken.add(new)
        for regel, message in faults:
            yield regel.befund(
                entry.ort,
                message,
                f"Umbenennen in „{new}“; Verweise darauf anpassen",
            )


def faults_of(name: str, *, address: bool) -> Iterator[tuple[Regel, str]]:
    """Yield the rules that a single name breaks, with the message."""
    text = quoted(name)
    clean = True
    if any(unicodedata.category(char) in INVISIBLE for char in name):
        clean = False
        yield r.UNSICHTBAR, f"Im Namen „{text}“ stehen unsichtbare oder unlesbare Zeichen."
    if _composed(name) != name:
        clean = False
        yield r.ZERLEGT, f"Im Namen „{text}“ stehen zerlegte Umlaute oder Akzente (NFD)."
    if found := sorted(set(_FORBIDDEN.findall(name))):
        clean = False
        yield (
            r.VERBOTEN,
            f"Im Namen „{text}“ stehen Zeichen, die nicht überall erlaubt sind: {' '.join(found)}",
        )
    if name != name.strip() or name.endswith("."):
        clean = False
        yield (
            r.RAND,
            f"Der Name „{text}“ beginnt oder endet mit einem Leerzeichen oder endet mit einem "
            "Punkt.",
        )
    if name.split(".")[0].strip().casefold() in _RESERVED:
        yield r.RESERVIERT, f"Den Namen „{text}“ reserviert Windows für ein Gerät."
    if len(name) > MAX_NAME:
        yield r.LAENGE, f"Der Name „{text}“ hat {len(name)} Zeichen; höchstens 100 sind erlaubt."
    if address and clean and (odd := sorted(set(_ODD.findall(name)))):
        yield r.ADRESSE, f"Der Name „{text}“ wird Teil einer Adresse und enthält {_listed(odd)}."


def mended(name: str, *, taken: Iterable[str] = (), folder: bool = False) -> str:
    """Return a name near the given one that breaks no rule.

    Args:
        name: the name on disk.
        taken: names in the same folder, folded; the new one differs from them.
        folder: whether it names a folder; then a dot begins no ending.
    """
    text = _decoded(name)
    text = "".join(c for c in text if unicodedata.category(c) not in INVISIBLE)
    text = unicodedata.normalize("NFC", text).strip().rstrip(". ").lower().translate(_UMLAUTS)
    text = "".join(
        c for c in unicodedata.normalize("NFKD", text) if unicodedata.category(c) != "Mn"
    )
    ending = "" if folder else (m.group() if (m := _ENDING.search(text)) else "")
    stem = text.removesuffix(ending) if ending else text
    stem = re.sub(r"[-_]*[^a-z0-9._-]+[-_]*", "-", stem)
    stem = re.sub(r"\.{2,}", ".", stem)[:_MENDED].strip("-. ")
    stem = stem or ("ordner" if folder else "datei")
    if stem.split(".")[0] in _RESERVED:
        stem = f"{'ordner' if folder else 'datei'}-{stem}"
    others = set(taken)
    new, number = f"{stem}{ending}", 2
    while new in others:
        new, number = f"{stem}-{number}{ending}", number + 1
    return new


def _same(name: str) -> str:
    # Not casefold: „straße“ and „strasse“ are two names everywhere.
    return _composed(_composed(name).lower())


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _decoded(name: str) -> str:
    """Return a name whose bytes are not UTF-8 as the Windows program meant it."""
    return _ESCAPED.sub(
        lambda match: bytes([ord(match.group()) - 0xDC00]).decode("cp1252", "ignore"), name
    )


def _listed(odd: list[str]) -> str:
    kinds = []
    if any(c.lower() in "äöüß" for c in odd):
        kinds.append("Umlaute")
    if any(c.isspace() for c in odd):
        kinds.append("Leerzeichen")
    others = [c for c in odd if c.lower() not in "äöüß" and not c.isspace()]
    if others:
        kinds.append(f"Sonderzeichen ({' '.join(others[:5])})")
    return " und ".join(kinds) if len(kinds) < 3 else f"{kinds[0]}, {kinds[1]} und {kinds[2]}"
