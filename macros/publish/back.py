"""Goes back: the texts of an earlier publication, with the persons and contacts of today."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from macros.model.findings import Ort
from macros.publish import release_rules as r
from macros.publish.publish import Ergebnis, Wunsch, publish_locked
from macros.publish.repository import Repository
from macros.publish.switch import Release, current, locked, releases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.model.findings import Befund


@dataclass(frozen=True)
class Ruecksprung:
    """Where it went.

    Attributes:
        ergebnis: what the publication gave; its findings say why it did not go back.
        texte: the commit whose texts are public now; empty where it did not get so far.
        von: name of the publication the texts belong to; empty for a commit of git.
    """

    ergebnis: Ergebnis
    texte: str = ""
    von: str = ""


def back(wunsch: Wunsch, auf: str = "") -> Ruecksprung:
    """Publish the texts of an earlier publication.

    The earlier folder is not shown again: it may name persons who have been removed since.
    Contacts, persons, corrections and the theme are those of today. Addresses that only the
    newer texts had may vanish; that is told, but does not forbid the way back.

    Args:
        wunsch: what to publish where, with today's texts.
        auf: name or number of a publication, or a commit; the last one with other texts where
            empty.

    Raises:
        PublishFaultError: machine or folder do not allow it; nothing has changed.
    """
    with locked(wunsch.ziel):
        found = _find(wunsch, auf)
        if not isinstance(found, tuple):
            return Ruecksprung(Ergebnis([found]))
        texte, von = found
        ergebnis = publish_locked(replace(wunsch, texte=texte, streng=False))
        return Ruecksprung(ergebnis, texte, von)


def _find(wunsch: Wunsch, auf: str) -> tuple[str, str] | Befund:
    """Return the commit and the publication it belongs to, or why there is none."""
    repo = Repository(wunsch.root)
    known = releases(wunsch.ziel)
    if not auf:
        earlier = _last_with_other_texts(known, current(wunsch.ziel), wunsch.slug)
        if earlier is None:
            return r.STAND_UNBEKANNT.befund(
                Ort("rahmen zurueck"),
                "In diesem Ordner liegt keine frühere Veröffentlichung mit anderen Texten.",
                _choices(known),
            )
        auf = earlier.name
    chosen = next((x for x in known if auf in (x.name, str(x.nummer), f"{x.nummer:04d}")), None)
    state = chosen.vermerk().get("texte", "") if chosen else auf
    commit = repo.try_line(
        "rev-parse", "--verify", "--quiet", "--end-of-options", f"{state}^{{commit}}"
    )
    if not state or commit is None:
        return r.STAND_UNBEKANNT.befund(
            Ort("rahmen zurueck"),
            f"Zu „{auf}“ kennt Git hier keinen Stand.",
            "git fetch --all --tags und noch einmal versuchen" if chosen else _choices(known),
        )
    return commit, chosen.name if chosen else ""


def _last_with_other_texts(
    known: Sequence[Release], public: Release | None, slug: str
) -> Release | None:
    """Return the last publication before the public one that showed other texts."""
    if public is None:
        return None
    now = public.vermerk().get("texte")
    for release in reversed(known):
        noted = release.vermerk()
        if release.nummer < public.nummer and noted.get("region") == slug:
            texte = noted.get("texte")
            if texte and texte != now:
                return release
    return None


def _choices(known: Sequence[Release]) -> str:
    names = ", ".join(release.name for release in reversed(known))
    commit = "--auf mit einem Commit aus git log"
    return f"{commit}, oder --auf mit einer dieser Veröffentlichungen: {names}" if names else commit
