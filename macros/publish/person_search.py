"""Finds what tells of a person, in whatever spelling, in any kind of published file."""

from __future__ import annotations

import gzip
import hashlib
import html
import io
import re
import unicodedata
import urllib.parse
import zipfile
import zlib
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import pypdf
from pypdf.errors import PyPdfError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_DEPTH: Final = 4
MAX_UNPACKED: Final = 200 * 1024 * 1024
_MIN_DIGITS: Final = 6
_MIN_FAMILY_NAME: Final = 3
_TITLES: Final = frozenset({"dr", "prof", "dipl", "phil", "med", "frau", "herr"})
_TITLE_WORDS: Final = re.compile(rf" (?:(?:{'|'.join(sorted(_TITLES))}) )+")

_TAGS: Final = re.compile(r"<[^<>]{0,2000}>")
_ESCAPE: Final = re.compile(r"\\u([0-9a-fA-F]{4})")
_FOLDED_LINE: Final = re.compile(r"\r?\n[ \t](?=\S)")
_NO_ASCII_WORD: Final = bytes(set(range(256)) - set(b"abcdefghijklmnopqrstuvwxyz0123456789"))
_PERCENT: Final = re.compile(r"(?:%[0-9a-fA-F]{2})+")
_ASCII_PART: Final = re.compile(r"[a-z0-9]+")
# Letters that look like a–z and are not, such as mathematical or full-width ones.
_UNUSUAL: Final = re.compile("[\u2100-\u214f\ufb00-\ufb06\uff00-\uffef\U0001d400-\U0001d7ff]")
_INVISIBLE: Final = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_ACCENT: Final = re.compile("[\u0300-\u036f]")
_NO_WORD: Final = re.compile(r"[\W_]+")
_UMLAUTS: Final = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"))


@dataclass(frozen=True)
class Spuren:
    """What may tell of a person: the terms a search looks for.

    Attributes:
        personen: number of names asked for.
        namen: full names, normalised, in every order.
        nachnamen: last parts of names; a hit is to be looked at, it need not be this person.
        kerne: the longest plain part of each family name, to pass over most files quickly.
        nummern: digits without the leading zero or country code.
        adressen: mail addresses in lower case.
    """

    personen: int = 0
    namen: tuple[str, ...] = ()
    nachnamen: tuple[str, ...] = ()
    kerne: tuple[str, ...] = ()
    nummern: tuple[str, ...] = ()
    adressen: tuple[str, ...] = ()

    @property
    def anzahl(self) -> int:
        """Number of terms, family names on their own not counted."""
        return self.personen + len(self.nummern) + len(self.adressen)


@dataclass
class Fund:
    """Where something was found.

    Attributes:
        datei: path below the searched folder; inside an archive with „ → “ and the inner name.
        arten: kinds of what was found, such as „Name“ or „Telefonnummer“.
    """

    datei: str
    arten: list[str]


@dataclass
class Suche:
    """The result of a search.

    Attributes:
        dateien: number of searched files, those inside archives counted.
        funde: hits.
        hinweise: family names on their own.
        unlesbar: files whose content could not be unpacked; their bytes were searched.
        bekannt: what was found in some bytes, by their hash.
    """

    dateien: int = 0
    funde: list[Fund] = field(default_factory=list)
    hinweise: list[Fund] = field(default_factory=list)
    unlesbar: list[str] = field(default_factory=list)
    bekannt: dict[bytes, tuple[list[str], bool]] = field(default_factory=dict, repr=False)

    @property
    def treffer(self) -> int:
        """Number of hits: one for each kind of term in each file."""
        return sum(len(fund.arten) for fund in self.funde)


def traces_of(
    namen: tuple[str, ...], nummern: tuple[str, ...] = (), adressen: tuple[str, ...] = ()
) -> Spuren:
    """Return the terms for a person's names, numbers and addresses."""
    both: list[str] = []
    family: list[str] = []
    cores_of_names: list[str] = []
    for name in namen:
        parts = [word for part in name.split() if (word := words(part)) and word not in _TITLES]
        if not parts:
            continue
        plain = _ASCII_PART.findall(name.split()[-1].lower())
        cores_of_names.append(max(plain, key=len, default=""))
        last, given = parts[-1], parts[:-1]
        spellings = [[*given, last], [last, *given], [*given[:1], last], [last, *given[:1]]]
        both += [" ".join(spelling) for spelling in spellings]
        if given and len(last) >= _MIN_FAMILY_NAME:
            family.append(last)
    cores = [_core(number) for number in nummern]
    return Spuren(
        personen=len(namen),
        namen=tuple(dict.fromkeys(both)),
        nachnamen=tuple(dict.fromkeys(family)),
        kerne=tuple(dict.fromkeys(cores_of_names)),
        nummern=tuple(dict.fromkeys(c for c in cores if len(c) >= _MIN_DIGITS)),
        adressen=tuple(dict.fromkeys(a.strip().lower() for a in adressen if a.strip())),
    )


def _core(number: str) -> str:
    digits = re.sub(r"\D", "", number.replace("(0)", ""))
    if number.strip().startswith(("+49", "0049")):
        digits = digits.removeprefix("00").removeprefix("49")
    return digits.lstrip("0")


def words(text: str) -> str:
    """Return the words of a text in the one spelling that is compared: „Müller-B.“ → mueller b."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    # A table of four letters takes twenty times as long on a long page.
    for umlaut, letters in _UMLAUTS:
        plain = plain.replace(umlaut, letters)
    plain = _ACCENT.sub("", unicodedata.normalize("NFKD", _INVISIBLE.sub("", plain)))
    return _NO_WORD.sub(" ", plain).strip()


def search_tree(
    folder: Path, spuren: Spuren, bekannt: dict[bytes, tuple[list[str], bool]] | None = None
) -> Suche:
    """Search a folder: names of files, links and the content of every file.

    Args:
        folder: the folder; links are not followed, what they say is searched.
        spuren: what to look for.
        bekannt: results of earlier searches for the same; is added to.
    """
    suche = Suche(bekannt={} if bekannt is None else bekannt)
    for path in sorted(folder.rglob("*")):
        shown = path.relative_to(folder).as_posix()
        if path.is_symlink():
            _note(suche, shown, spuren, *kinds_in(str(path.readlink()), spuren))
        elif path.is_file():
            search_bytes(suche, shown, path.read_bytes(), spuren)
    return suche


def search_bytes(suche: Suche, name: str, data: bytes, spuren: Spuren, depth: int = 0) -> None:
    """Search one file and what is packed inside it; the result goes into ``suche``."""
    suche.dateien += 1
    # The same style sheet lies in every tree of every publication.
    key = hashlib.sha256(data).digest()
    if key not in suche.bekannt:
        suche.bekannt[key] = kinds_in("\n".join(_texts(data)), spuren)
    _note(suche, name, spuren, *suche.bekannt[key])
    if depth >= MAX_DEPTH:
        return
    try:
        for inner, content in _unpacked(data):
            search_bytes(suche, f"{name} → {inner}", content, spuren, depth + 1)
    except (OSError, EOFError, ValueError, RuntimeError, NotImplementedError,
            zipfile.BadZipFile, zlib.error, PyPdfError):  # fmt: skip
        suche.unlesbar.append(name)


def _texts(data: bytes) -> Iterator[str]:
    yield data.decode("utf-8", "replace")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        yield data.decode("utf-16", "replace")
    elif b"\0" in data:
        # Texts inside programs, pictures and old documents: with one or two bytes a character.
        yield data.decode("latin-1")
        yield data.replace(b"\0", b"").decode("latin-1")


def _unpacked(data: bytes) -> Iterator[tuple[str, bytes]]:
    if data.startswith(b"\x1f\x8b"):
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            yield "entpackt", _limited(stream.read(MAX_UNPACKED + 1), MAX_UNPACKED)
    elif data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            left = MAX_UNPACKED
            for info in archive.infolist():
                if not info.is_dir():
                    with archive.open(info) as stream:
                        content = _limited(stream.read(left + 1), left)
                    left -= len(content)
                    yield info.filename, content
            yield "Kommentar", archive.comment
    elif data.startswith(b"%PDF-"):
        reader = pypdf.PdfReader(io.BytesIO(data))
        pages = [page.extract_text() for page in reader.pages]
        about = [str(value) for value in (reader.metadata or {}).values()]
        yield "Text", "\n".join([*pages, *about]).encode("utf-8", "replace")


def _limited(content: bytes, most: int) -> bytes:
    if len(content) > most:
        raise ValueError("too large to unpack")
    return content


def _note(suche: Suche, name: str, spuren: Spuren, arten: list[str], vielleicht: bool) -> None:
    in_name, family = kinds_in(name, spuren)
    both = list(dict.fromkeys([*arten, *(f"{art} im Dateinamen" for art in in_name)]))
    if both:
        suche.funde.append(Fund(name, both))
    elif vielleicht or family:
        suche.hinweise.append(Fund(name, ["Nachname"]))


def kinds_in(text: str, spuren: Spuren) -> tuple[list[str], bool]:
    """Return the kinds of terms a text holds, and whether it holds a family name on its own."""
    arten: list[str] = []
    found_family = False
    readings = list(dict.fromkeys(_readings(text)))
    lower = [reading.lower() for reading in readings]
    compact = [_letters_and_digits(reading) for reading in lower]
    if any(_may_hold(spuren.kerne, *pair) for pair in zip(lower, compact, strict=True)):
        spelled = [
            _TITLE_WORDS.sub(" ", f" {words(variant)} ") for variant in _without_tags(readings)
        ]
        if any(f" {name} " in reading for name in spuren.namen for reading in spelled):
            arten.append("Name")
        else:
            found_family = any(f" {n} " in reading for n in spuren.nachnamen for reading in spelled)
    if any(number in reading for number in spuren.nummern for reading in compact):
        arten.append("Telefonnummer")
    if any(address in reading for address in spuren.adressen for reading in lower):
        arten.append("E-Mail-Adresse")
    return arten, found_family


def _may_hold(kerne: tuple[str, ...], lower: str, compact: str) -> bool:
    """Tell quickly whether a closer look is worth its time; most files hold nothing."""
    return any(kern in compact for kern in kerne) or _UNUSUAL.search(lower) is not None


def _letters_and_digits(lower: str) -> str:
    return lower.encode("ascii", "ignore").translate(None, _NO_ASCII_WORD).decode("ascii")


def _readings(text: str) -> Iterator[str]:
    """Yield a text as it stands and as readers and programs see it."""
    plain = _FOLDED_LINE.sub("", text)
    if "\\u" in plain:
        plain = _ESCAPE.sub(lambda m: chr(int(m[1], 16)), plain)
    plain = html.unescape(html.unescape(plain))
    yield plain
    yield _TAGS.sub("", plain)
    if "%" in plain:
        yield _PERCENT.sub(lambda m: _unquoted(m[0]), plain)


@lru_cache(maxsize=4096)
def _unquoted(run: str) -> str:
    """Return what a run of percent signs stands for; a site has a few dozen different ones."""
    return urllib.parse.unquote(run)


def _without_tags(readings: list[str]) -> Iterator[str]:
    yield from readings
    yield _TAGS.sub(" ", readings[0])
