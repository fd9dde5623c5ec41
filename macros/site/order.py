"""The Bauauftrag: what one build of one published tree is to become, as handed over in a file."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NoReturn
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE: Final = "RAHMEN_BAUAUFTRAG"
ENTWURF: Final = "entwurf"

_NAME: Final = re.compile(r"\d{4}\.\d{1,2}", re.ASCII)
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_BESIDE: Final = re.compile(r"\.\./[A-Za-z0-9][A-Za-z0-9._-]*/", re.ASCII)


def book_name(fassung: str) -> str:
    """Return the file name of the PDF with all chapters of a Fassung, or of the draft."""
    return f"rahmenkonzept-{fassung}.pdf"


class Art(StrEnum):
    """What a published tree is."""

    AKTUELL = "aktuell"
    ABGELOEST = "abgeloest"
    ENTWURF = "entwurf"


class AuftragFehler(Exception):  # noqa: N818 - German domain word, shown as it is
    """A Bauauftrag that makes no sense; the message is German and holds no absolute path."""


@dataclass(frozen=True)
class Fassungslink:
    """A published tree as the list „Fassungen“ shows it.

    Attributes:
        name: ``2026.1``; ``entwurf`` for the draft.
        art: what this tree is.
        beschlossen_am: day of the decision; None for the draft only.
        adresse_relativ: way from the root of the tree being built to the root of this one,
            ``../2025.1/``; empty for the tree being built.
        seiten: paths of its pages below ``docs``, such as ``standards/index.md``; for trees with
            live pages those in ``service/`` too. Pages of municipalities need not be named.
        buch: size of the PDF with all its chapters, in bytes; 0: there is none.
    """

    name: str
    art: Art
    beschlossen_am: date | None
    adresse_relativ: str
    seiten: frozenset[str]
    buch: int = 0


@dataclass(frozen=True)
class Bauauftrag:
    """What one build is to become.

    Attributes:
        fassung: name of the Fassung; None: the draft.
        art: what this tree is.
        adresse: address of this tree with a slash at its end.
        fassungen: all published trees in the order of the list, this one among them.
        live: way from this tree's root to the root of the tree with the live pages; empty when
            they are in this one.
        umbenannt: old path of a page below ``docs`` → new path.
    """

    fassung: str | None
    art: Art
    adresse: str
    fassungen: tuple[Fassungslink, ...]
    live: str = ""
    umbenannt: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "umbenannt", MappingProxyType(dict(self.umbenannt)))
        _check(self)

    @property
    def eigene(self) -> Fassungslink:
        """The entry of this tree."""
        return next(f for f in self.fassungen if not f.adresse_relativ)

    @property
    def aktuelle(self) -> Fassungslink | None:
        """The entry of the Fassung in force; None as long as there is only a draft."""
        return next((f for f in self.fassungen if f.art is Art.AKTUELL), None)

    def adresse_von(self, link: Fassungslink) -> str:
        """Return the full address of another tree."""
        return urljoin(self.adresse, link.adresse_relativ)

    @classmethod
    def from_env(cls) -> Bauauftrag | None:
        """Return the order that the environment names; None: an ordinary build.

        Raises:
            AuftragFehler: the file cannot be read or makes no sense.
        """
        named = os.environ.get(VARIABLE)
        if not named:
            return None
        try:
            text = Path(named).read_text(encoding="utf-8")
        except (OSError, ValueError):
            raise AuftragFehler(
                f"Die Datei, die {VARIABLE} nennt, lässt sich nicht lesen."
            ) from None
        return cls.from_json(text)

    @classmethod
    def from_json(cls, text: str) -> Bauauftrag:
        """Return the order that a JSON text holds.

        Raises:
            AuftragFehler: it is no JSON, lacks a field, has one too many, or contradicts itself.
        """
        try:
            data = json.loads(text, object_pairs_hook=_once)
        except (json.JSONDecodeError, RecursionError):
            _refuse("Das ist kein JSON.")
        data = _object(
            data, "Auftrag", {"fassung", "art", "adresse", "fassungen", "live", "umbenannt"}
        )
        return cls(
            fassung=None if data["fassung"] is None else _text(data["fassung"], "fassung"),
            art=_art(data["art"]),
            adresse=_text(data["adresse"], "adresse"),
            fassungen=tuple(_link(entry) for entry in _list(data["fassungen"], "fassungen")),
            live=_text(data["live"], "live"),
            umbenannt={
                old: _text(new, f"umbenannt.{old}")
                for old, new in _object(data["umbenannt"], "umbenannt").items()
            },
        )

    def to_json(self) -> str:
        """Return the order as JSON; the same order always gives the same text."""
        data = {
            "fassung": self.fassung,
            "art": self.art.value,
            "adresse": self.adresse,
            "live": self.live,
            "fassungen": [
                {
                    "name": link.name,
                    "art": link.art.value,
                    "beschlossen_am": link.beschlossen_am and link.beschlossen_am.isoformat(),
                    "adresse_relativ": link.adresse_relativ,
                    "seiten": sorted(link.seiten),
                    "buch": link.buch,
                }
                for link in self.fassungen
            ],
            "umbenannt": dict(sorted(self.umbenannt.items())),
        }
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _check(auftrag: Bauauftrag) -> None:
    """Refuse an order that contradicts itself.

    Raises:
        AuftragFehler: it does.
    """
    if (auftrag.fassung is None) != (auftrag.art is Art.ENTWURF):
        _refuse("Genau der Entwurf hat keinen Namen einer Fassung.")
    parts = urlsplit(auftrag.adresse)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        _refuse(f"„{auftrag.adresse}“ ist keine Webadresse.")
    if not parts.path.endswith("/"):
        _refuse(f"Die Adresse „{auftrag.adresse}“ endet nicht mit einem Schrägstrich.")
    for link in auftrag.fassungen:
        _check_link(link)
    names = [link.name for link in auftrag.fassungen]
    ways = [link.adresse_relativ for link in auftrag.fassungen]
    if len(set(names)) < len(names) or len(set(ways)) < len(ways):
        _refuse("Eine Fassung oder ihre Adresse steht zweimal in der Liste.")
    own = [link for link in auftrag.fassungen if not link.adresse_relativ]
    if [(link.name, link.art) for link in own] != [(auftrag.fassung or ENTWURF, auftrag.art)]:
        _refuse("Die Fassung dieses Auftrags steht nicht genau einmal ohne Adresse in der Liste.")
    current = [link for link in auftrag.fassungen if link.art is Art.AKTUELL]
    if len(current) > 1:
        _refuse("Nur eine Fassung kann aktuell sein.")
    if any(link.art is Art.ABGELOEST for link in auftrag.fassungen) and not current:
        _refuse("Zu einer abgelösten Fassung fehlt die aktuelle.")
    wanted = current[0].adresse_relativ if auftrag.art is Art.ABGELOEST else ""
    if auftrag.live != wanted:
        _refuse(f"„live“ ist „{auftrag.live}“; erwartet wird „{wanted}“.")
    for old, new in auftrag.umbenannt.items():
        _check_page(old)
        _check_page(new)


def _check_link(link: Fassungslink) -> None:
    draft = link.art is Art.ENTWURF
    if link.name != ENTWURF if draft else not _NAME.fullmatch(link.name):
        _refuse(f"„{link.name}“ ist hier kein Name einer Fassung.")
    if (link.beschlossen_am is None) != draft:
        _refuse(f"{link.name}: Jede Fassung außer dem Entwurf hat einen Tag des Beschlusses.")
    if link.adresse_relativ and not _BESIDE.fullmatch(link.adresse_relativ):
        _refuse(f"{link.name}: „{link.adresse_relativ}“ hat nicht die Form ../2026.1/.")
    for page in link.seiten:
        _check_page(page)
    if "index.md" not in link.seiten:
        _refuse(f"{link.name}: Die Startseite index.md fehlt.")


def _check_page(path: str) -> None:
    parts = path.split("/")
    if not path.endswith(".md") or any(part in ("", ".", "..") for part in parts) or "\\" in path:
        _refuse(f"„{path}“ ist kein Pfad einer Seite unter docs.")


def _link(value: Any) -> Fassungslink:
    data = _object(
        value, "fassungen", {"name", "art", "beschlossen_am", "adresse_relativ", "seiten", "buch"}
    )
    day = data["beschlossen_am"]
    return Fassungslink(
        name=_text(data["name"], "name"),
        art=_art(data["art"]),
        beschlossen_am=None if day is None else _day(_text(day, "beschlossen_am")),
        adresse_relativ=_text(data["adresse_relativ"], "adresse_relativ"),
        seiten=frozenset(_text(page, "seiten") for page in _list(data["seiten"], "seiten")),
        buch=_size(data["buch"]),
    )


def _object(value: Any, name: str, fields: set[str] | None = None) -> dict[str, Any]:
    if not isinstance(value, dict):
        _refuse(f"„{name}“ ist kein Objekt mit Feldern.")
    if fields is not None and value.keys() != fields:
        unknown, missing = sorted(value.keys() - fields), sorted(fields - value.keys())
        what = f"unbekannt: {', '.join(unknown)}" if unknown else f"es fehlt: {', '.join(missing)}"
        _refuse(f"„{name}“ hat andere Felder als erwartet ({what}).")
    return value


def _list(value: Any, name: str) -> list[Any]:
    if not isinstance(value, list):
        _refuse(f"„{name}“ ist keine Liste.")
    return value


def _text(value: Any, name: str) -> str:
    if not isinstance(value, str):
        _refuse(f"„{name}“ ist kein Text.")
    return value


def _size(value: Any) -> int:
    if type(value) is not int or value < 0:
        _refuse("„buch“ ist keine Größe in Byte.")
    return value


def _art(value: Any) -> Art:
    try:
        return Art(value)
    except ValueError:
        _refuse(f"„art“ ist eines von {', '.join(Art)}.")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text if _DAY.fullmatch(text) else "")
    except ValueError:
        _refuse(f"„{text}“ ist kein Tag der Form 2026-06-18.")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        _refuse("Ein Feld steht zweimal da.")
    return found


def _refuse(message: str) -> NoReturn:
    raise AuftragFehler(f"Der Bauauftrag ist nicht zu verstehen: {message}")
