"""The sequence of a publication: take the state, build, put together, check, switch."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from macros.files.check import check_files
from macros.model.findings import Befund, Ort, has_fehler, sorted_befunde
from macros.model.german import date_text
from macros.model.load_region import load_region
from macros.publish import publish_rules as r
from macros.publish.assemble import Zusammenbau, collect, sorted_versions
from macros.publish.book.publication import with_books
from macros.publish.build import build_all
from macros.publish.checksums import NAME as CHECKSUMS
from macros.publish.checksums import checksums, damaged
from macros.publish.corrections import Berichtigungen
from macros.publish.environment import check_room, check_target, time_after, time_of_files
from macros.publish.faults import in_german, no_space
from macros.publish.frozen import frozen_part
from macros.publish.ledger import check_ledgers
from macros.publish.main_state import main_state, unsaved
from macros.publish.names import DRAFT, sort_key, taken_addresses
from macros.publish.order_files import (
    Baumplan,
    Werkstatt,
    draft_plan,
    fassung_plan,
    set_up,
    write_files,
    write_orders,
)
from macros.publish.previous import look_back
from macros.publish.redirects import main_tree
from macros.publish.renames import FILE as RENAMES
from macros.publish.renames import read_renames
from macros.publish.root_pages import root_pages
from macros.publish.steps import step
from macros.publish.switch import (
    WORK,
    Release,
    activate,
    clear_leftovers,
    current,
    delete,
    locked,
    prune,
    staging,
)
from macros.publish.tree_check.check import Erwartung, check_tree, odd_entries
from macros.publish.tree_check.persons import forbidden
from macros.site.order import Art

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from macros.model.bestand import Bestand
    from macros.publish.main_state import Stand
    from macros.publish.tree_check.persons import Angaben

_PRIVATE: Final = 0o700


@dataclass(frozen=True)
class Wunsch:
    """What is to be published, and where.

    Attributes:
        root: the project's root.
        slug: the region.
        ziel: the target folder.
        stichtag: the day for which dates are judged.
        personen: file with persons outside the repository.
        unfertig: publish files as they lie in the folder, saved in git or not.
        texte: commit whose texts are published instead of today's.
        verboten: persons who must not be named, besides those that data and the previous
            publication tell of.
        streng: whether a lost address is a Fehler.
        buecher: whether each Fassung gets the whole Rahmenkonzept as PDF; that takes time.
    """

    root: Path
    slug: str
    ziel: Path
    stichtag: date
    personen: Path | None = None
    unfertig: bool = False
    texte: str = ""
    verboten: tuple[Angaben, ...] = ()
    streng: bool = True
    buecher: bool = False


@dataclass
class Ergebnis:
    """What became of it.

    Attributes:
        befunde: all findings, sorted.
        release: the public release; None when a Fehler kept it from being made.
        neu: whether it is a new one; the same tree is not published twice.
        baum: git's id of the finished tree.
        fassungen: names of the published trees.
        dateien: number of files.
        sekunden: how long each part took.
    """

    befunde: list[Befund] = field(default_factory=list)
    release: Release | None = None
    neu: bool = False
    baum: str = ""
    fassungen: tuple[str, ...] = ()
    dateien: int = 0
    sekunden: dict[str, float] = field(default_factory=dict)


def publish(wunsch: Wunsch) -> Ergebnis:
    """Publish; the public tree is either the old or the new one at any moment.

    Raises:
        PublishFaultError: machine or folder do not allow it; nothing has changed.
    """
    check_target(wunsch.root, wunsch.ziel)
    with in_german(wunsch.ziel), locked(wunsch.ziel):
        return publish_locked(wunsch)


def publish_locked(wunsch: Wunsch) -> Ergebnis:
    """Publish while the caller holds :func:`macros.publish.switch.locked` already.

    Raises:
        PublishFaultError: machine or folder do not allow it; nothing has changed.
    """
    check_target(wunsch.root, wunsch.ziel)
    with in_german(wunsch.ziel):
        with step("aufraeumen"):
            clear_leftovers(wunsch.ziel)
        check_room(wunsch.ziel)
        lauf = _Lauf(wunsch)
        try:
            return lauf.run()
        finally:
            with suppress(OSError):
                lauf.clear()


class _Lauf:
    """One publication under way."""

    def __init__(self, wunsch: Wunsch) -> None:
        self.wunsch = wunsch
        self.arbeit = wunsch.ziel / WORK
        self.ergebnis = Ergebnis()
        self.befunde = self.ergebnis.befunde
        self.zeit = 0
        self.adresse = ""
        self.umbenannt: Mapping[str, str] = {}
        self._started = time.perf_counter()

    def run(self) -> Ergebnis:
        wunsch = self.wunsch
        if not wunsch.unfertig:
            self.befunde.extend(unsaved(wunsch.root))
        stand = main_state(wunsch.root, wunsch.slug, unfertig=wunsch.unfertig, texte=wunsch.texte)
        self.zeit = time_of_files(stand.zeit, wunsch.stichtag)
        self.umbenannt, befunde = read_renames(stand.dateien.get(RENAMES))
        self.befunde.extend(befunde)
        with step("arbeitsordner"):
            self.arbeit.mkdir(mode=_PRIVATE)
            entwurf = set_up(self.arbeit, draft_plan(stand, wunsch.slug))
            personen = wunsch.personen.resolve() if wunsch.personen else None
            geladen = load_region(entwurf.ordner, wunsch.slug, wunsch.stichtag, personen)
            self.befunde.extend(geladen.befunde)
            if geladen.bestand is None:
                return self._end()
            bestand = geladen.bestand
            self.adresse = f"{bestand.region.adresse.rstrip('/')}/"
            plans = self._fassungen(bestand, stand)
            if wunsch.buecher:
                plans, befunde = with_books(plans, bestand, wunsch.ziel)
                self.befunde.extend(befunde)
            werkstaetten = [entwurf, *(set_up(self.arbeit, plan) for plan in plans)]
            write_orders(werkstaetten, self.adresse, self.umbenannt)
        self._lap("vorbereiten")
        self.befunde.extend(check_files(wunsch.root))
        self.befunde.extend(self._ledgers())
        self._lap("prüfbücher")
        with step("bauen"):
            self.befunde.extend(build_all(werkstaetten, self._build_environment(personen)))
        self._lap("bauen")
        if has_fehler(self.befunde):
            return self._end()
        return self._put_together(werkstaetten, bestand, stand)

    def clear(self) -> None:
        """Delete what only this run needs."""
        with step("arbeit-loeschen"):
            for path in (staging(self.wunsch.ziel), self.arbeit):
                if path.exists():
                    delete(path)

    def _fassungen(self, bestand: Bestand, stand: Stand) -> list[Baumplan]:
        """Return the plans of all Fassungen in force or superseded."""
        wunsch, in_force = self.wunsch, bestand.fassung()
        berichtigungen = Berichtigungen(wunsch.root, wunsch.slug)
        plans = []
        for fassung in bestand.region.fassungen:
            if fassung.gueltig_ab > wunsch.stichtag:
                self.befunde.append(
                    r.NICHT_IN_KRAFT.befund(
                        bestand.ort(bestand.region, "fassungen"),
                        f"Fassung {fassung.name} gilt erst ab {date_text(fassung.gueltig_ab)} und "
                        "erscheint noch nicht.",
                        path=fassung.name,
                    )
                )
                continue
            gefroren = frozen_part(wunsch.root, wunsch.slug, fassung)
            corrected, befunde = berichtigungen.anwenden(fassung.name, gefroren.dateien)
            self.befunde.extend(gefroren.befunde or befunde)
            if gefroren.befunde:
                continue
            art = Art.AKTUELL if fassung == in_force else Art.ABGELOEST
            plans.append(
                fassung_plan(
                    fassung.name, art, fassung.beschlossen_am, corrected, stand, wunsch.slug
                )
            )
        # Superseded trees lead to the one in force; without it there is nothing to build.
        return plans if any(plan.art is Art.AKTUELL for plan in plans) else []

    def _ledgers(self) -> list[Befund]:
        """Prove the wording of all Fassungen that the folder knows today."""
        wunsch = self.wunsch
        today = load_region(wunsch.root, wunsch.slug, wunsch.stichtag, wunsch.personen).bestand
        if today is None:
            return []
        return check_ledgers(wunsch.root, wunsch.slug, today.region.fassungen, wunsch.stichtag)

    def _build_environment(self, personen: Path | None) -> dict[str, str]:
        found = {
            "REGION": self.wunsch.slug,
            "RAHMEN_STICHTAG": self.wunsch.stichtag.isoformat(),
            "SOURCE_DATE_EPOCH": str(self.zeit),
        }
        return found | ({"RAHMEN_PERSONEN": str(personen)} if personen else {})

    def _put_together(
        self, werkstaetten: Sequence[Werkstatt], bestand: Bestand, stand: Stand
    ) -> Ergebnis:
        baeume = [collect(werkstatt) for werkstatt in werkstaetten]
        names, main = [b.name for b in baeume], main_tree(baeume)
        pages = next(w.plan.seiten for w in werkstaetten if w.name == main.name)
        self.befunde.extend(taken_addresses(pages, names))
        if not main.fehlerseite:
            message = "Die Gestaltung hat keine Seite 404.html für unbekannte Adressen."
            self.befunde.append(
                r.BAU.befund(Ort("overrides/404.html"), message, "404.html anlegen")
            )
        with step("zusammensetzen"):
            bau = Zusammenbau(self.arbeit / "scratch.git", self.zeit)
            bau.add_trees(werkstaetten)
        with step("wurzelseiten"):
            extra = root_pages(bestand, baeume, self.adresse, self.umbenannt)
            bau.add_files(extra | sorted_versions(bau.files()), "Wurzel")
        with step("pruefsummen"):
            files = bau.files()
            files[CHECKSUMS] = checksums(files)
            bau.add_files({CHECKSUMS: files[CHECKSUMS]}, "Prüfsummen")
        ergebnis = self.ergebnis
        ergebnis.baum, ergebnis.dateien = bau.tree_id(), len(files)
        ergebnis.fassungen = tuple(_newest_first(names))
        self._lap("zusammensetzen")
        with step("pruefen"):
            self.befunde.extend(check_tree(files, self._expectation(bestand, names)))
        self._lap("prüfen")
        if has_fehler(self.befunde):
            return self._end()
        return self._make_public(files, stand)

    def _expectation(self, bestand: Bestand, names: Sequence[str]) -> Erwartung:
        """Return what the new tree has to keep, also in comparison with the public one."""
        vorher = look_back(self.wunsch.ziel)
        self.befunde.extend(vorher.befunde)
        return Erwartung(
            adresse=self.adresse,
            fassungen=_newest_first(names),
            verboten=forbidden(bestand, [*self.wunsch.verboten, *vorher.personen]),
            vorher=vorher.adressen,
            streng=self.wunsch.streng,
        )

    def _make_public(self, files: Mapping[str, bytes], stand: Stand) -> Ergebnis:
        ziel, ergebnis = self.wunsch.ziel, self.ergebnis
        public = current(ziel)
        same = public is not None and public.name.endswith(ergebnis.baum[:12])
        if public is not None and same and not damaged(public.ordner):
            ergebnis.release = public
            return self._end()
        new, zeit = staging(ziel), time_after(public.ordner if public else None, self.zeit)
        with step("ausgeben"):
            write_files(new, files)
            for path in (new, *new.rglob("*")):
                os.utime(path, (zeit, zeit))
        # What was checked is what becomes public: compare what lies on the disk with it.
        self.befunde.extend(odd_entries(new))
        if damaged(new) or has_fehler(self.befunde):
            raise no_space(f"{ziel}; die neuen Dateien ließen sich nicht vollständig schreiben")
        ergebnis.release = activate(
            ziel,
            self.wunsch.stichtag.isoformat(),
            ergebnis.baum,
            {
                "baum": ergebnis.baum,
                "stand": stand.commit,
                "texte": self.wunsch.texte or stand.commit,
                "stichtag": self.wunsch.stichtag.isoformat(),
                "region": self.wunsch.slug,
                "unfertig": "ja" if self.wunsch.unfertig else "nein",
            },
        )
        ergebnis.neu = True
        prune(ziel)
        self._lap("umschalten")
        return self._end()

    def _end(self) -> Ergebnis:
        self.befunde[:] = sorted_befunde(self.befunde)
        return self.ergebnis

    def _lap(self, name: str) -> None:
        now = time.perf_counter()
        self.ergebnis.sekunden[name] = round(now - self._started, 2)
        self._started = now


def _newest_first(names: Sequence[str]) -> list[str]:
    """Return the order of versions.json: the draft, then Fassungen from the newest."""
    fassungen = [name for name in names if name != DRAFT]
    return [DRAFT, *sorted(fassungen, key=sort_key, reverse=True)]
