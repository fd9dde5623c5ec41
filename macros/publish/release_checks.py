"""May this Fassung be released here and now? All that can be said before anything is done."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.model.findings import Befund, Ort
from macros.model.german import date_text
from macros.publish import release_rules as r
from macros.publish.archive import NoFrozenPartError, archive_name, frozen_files, ledger_name
from macros.publish.archive import read_archive as read_tar
from macros.publish.names import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from macros.model.records import Region
    from macros.model.records.region import Fassung
    from macros.publish.repository import Repository

_NAME: Final = re.compile(r"(\d{4})\.([1-9]\d?)", re.ASCII)
_LOOSE: Final = re.compile(r"\D*(\d{4})\D+0*([1-9]\d?)\D*", re.ASCII)
_SHOWN: Final = 3
_MAX_SHOWN: Final = 40
_FIRST_YEAR: Final = 2000


@dataclass(frozen=True)
class Antrag:
    """What is to be released.

    Attributes:
        name: name of the Fassung, such as ``2026.2``.
        beschlossen_von: the body that decided on it.
        beschlossen_am: the day of the decision.
        gueltig_ab: the day from which it is in force.
        tag: name of the tag; the usual one where empty.
    """

    name: str
    beschlossen_von: str
    beschlossen_am: date
    gueltig_ab: date
    tag: str = ""

    @property
    def markierung(self) -> str:
        """The tag it gets."""
        return self.tag or f"fassung-{self.name}"

    def felder(self) -> dict[str, str]:
        """Return the entry in region.yml."""
        return {
            "name": self.name,
            "beschlossen_von": self.beschlossen_von,
            "beschlossen_am": self.beschlossen_am.isoformat(),
            "gueltig_ab": self.gueltig_ab.isoformat(),
            "tag": self.markierung,
        }


def next_name(fassungen: Sequence[Fassung], stichtag: date) -> str:
    """Return the name that a new Fassung would get this year."""
    names = [sort_key(fassung.name) for fassung in fassungen]
    year = max([stichtag.year, *(year for year, _ in names)])
    return f"{year}.{max((n for y, n in names if y == year), default=0) + 1}"


def check_name(name: str, fassungen: Sequence[Fassung], stichtag: date) -> list[Befund]:
    """Return the findings about the name of a new Fassung.

    Args:
        name: as it was typed.
        fassungen: the Fassungen there are.
        stichtag: the day of the release.
    """
    ort = Ort("rahmen fassung freigeben")
    proposal = next_name(fassungen, stichtag)
    found = _NAME.fullmatch(name)
    if not found:
        loose = _LOOSE.fullmatch(name)
        meant = f"{loose[1]}.{loose[2]}" if loose else proposal
        if any(sort_key(meant) <= sort_key(f.name) for f in fassungen):
            meant = proposal
        shown = name if len(name) <= _MAX_SHOWN else f"{name[:_MAX_SHOWN]}…"
        return [
            r.NAME.befund(
                ort,
                f"„{shown}“ ist kein Name einer Fassung. Erwartet wird Jahr.Nummer, ohne "
                "Leerzeichen und andere Zeichen.",
                f"rahmen fassung freigeben {meant}",
                path="name",
            )
        ]
    if not _FIRST_YEAR <= int(found[1]) <= stichtag.year + 1:
        return [
            r.NAME.befund(
                ort,
                f"Das Jahr {found[1]} liegt zu weit weg von heute ({stichtag.year}).",
                f"rahmen fassung freigeben {proposal}",
                path="name",
            )
        ]
    last = max((f.name for f in fassungen), key=sort_key, default=None)
    if last is not None and sort_key(name) <= sort_key(last):
        return [
            r.NICHT_GROESSER.befund(
                ort,
                f"Die Fassung {name} käme vor der letzten, {last}.",
                f"rahmen fassung freigeben {proposal}",
                path="name",
            )
        ]
    return []


def check_repository(repo: Repository) -> Iterator[Befund]:
    """Find what in the state of the folder forbids a release."""
    ort = Ort(".")
    if not repo.is_one():
        yield r.ZWEIG.befund(
            ort,
            "Dieser Ordner ist kein Git-Repository, oder es hat noch keinen Commit.",
            "Das Repository klonen und dort freigeben",
        )
        return
    if repo.is_shallow():
        yield r.FLACH.befund(ort, "Dies ist eine Kopie mit verkürzter Geschichte (flacher Klon).")
    if repo.branch() is None:
        yield r.ZWEIG.befund(ort, "Der Ordner steht auf keinem Zweig (detached HEAD).")
    if repo.is_busy():
        yield r.ZWEIG.befund(
            ort,
            "Eine Zusammenführung oder ein Umbau der Geschichte ist noch nicht abgeschlossen.",
            "git status zeigt, was zu tun ist",
        )
    if not repo.has_identity():
        yield r.IDENTITAET.befund(ort, "Git kennt weder Namen noch E-Mail-Adresse.")
    changed = repo.changed()
    if changed:
        shown = ", ".join(f"„{path}“" for path in changed[:_SHOWN])
        more = f" und {len(changed) - _SHOWN} weitere" if len(changed) > _SHOWN else ""
        verb = "ist" if len(changed) == 1 else "sind"
        yield r.UNGESICHERT.befund(
            Ort(changed[0]),
            f"Nicht in Git gesichert {verb}: {shown}{more}.",
            "git add -A && git commit, oder die Änderung verwerfen",
        )


def check_dates(antrag: Antrag, stichtag: date) -> Iterator[Befund]:
    """Find a decision that has not been taken yet, or one without a body."""
    ort = Ort("rahmen fassung freigeben")
    if antrag.beschlossen_am > stichtag:
        yield r.BESCHLUSS.befund(
            ort,
            f"Der Beschluss vom {date_text(antrag.beschlossen_am)} liegt in der Zukunft; heute ist "
            f"der {date_text(stichtag)}.",
            "Nach dem Beschluss freigeben oder --beschlossen-am berichtigen",
            path="beschlossen_am",
        )
    if not antrag.beschlossen_von.strip():
        yield r.BESCHLUSS.befund(
            ort,
            "Es fehlt, wer die Fassung beschlossen hat.",
            "--beschlossen-von „Jugendhilfeausschuss des Kreises …“",
            path="beschlossen_von",
        )


def is_released(root: Path, slug: str, name: str) -> bool:
    """Tell whether the Fassung is released with exactly the wording of the last commit."""
    try:
        now = frozen_files(root, slug, "HEAD")
        return read_tar((root / archive_name(slug, name)).read_bytes(), slug) == now
    except (NoFrozenPartError, OSError):
        return False


def check_taken(
    repo: Repository, slug: str, antrag: Antrag, region: Region, stichtag: date
) -> Iterator[Befund]:
    """Find what stands already where the release would write."""
    root, proposal = repo.root, next_name(region.fassungen, stichtag)
    if any(f.name == antrag.name for f in region.fassungen):
        yield r.VERGEBEN.befund(
            Ort(f"data/regionen/{slug}/region.yml"),
            f"Die Fassung {antrag.name} ist schon freigegeben, mit anderem Wortlaut.",
            f"rahmen fassung freigeben {proposal}",
        )
        return
    if repo.tag_commit(antrag.markierung) is not None:
        yield r.VERGEBEN.befund(
            Ort("."),
            f"Den Tag {antrag.markierung} gibt es schon, die Fassung steht aber nicht in "
            "region.yml.",
            f"Den Namen mit --tag ändern, etwa --tag fassung-{slug}-{antrag.name}",
        )
    for name in (archive_name(slug, antrag.name), ledger_name(slug, antrag.name)):
        if (root / name).exists():
            yield r.VERGEBEN.befund(
                Ort(name),
                f"„{name}“ gibt es schon, die Fassung steht aber nicht in region.yml.",
                "Den Eintrag in region.yml wiederherstellen (git log -- region.yml)",
            )
