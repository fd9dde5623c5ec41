"""Prepares one work folder per published tree: its files, and the Bauauftrag beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.model.agreement_texts import FOLDER as AGREEMENT_TEXTS
from macros.publish.archive import archive_name, build_archive, is_frozen
from macros.publish.names import DRAFT, sort_key
from macros.publish.renames import FILE as RENAMES
from macros.site.order import Art, Bauauftrag, Fassungslink, book_name
from macros.views.agreements import FOLDER as AGREEMENTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from macros.publish.main_state import Stand

_DOCS: Final = "docs/"
_SECTIONS: Final = "data/katalog/konzeptabschnitte"
_LIVE: Final = "docs/service/"
_AGREEMENT: Final = re.compile(rf"data/regionen/[^/]+/wortlaut/{AGREEMENT_TEXTS}/([^/]+\.md)")
_FOLDER_MODE: Final = 0o755
_FILE_MODE: Final = 0o644


@dataclass(frozen=True)
class Baumplan:
    """A tree to be published, before anything is built.

    Attributes:
        name: its folder: ``2026.1`` or ``entwurf``.
        art: what it is.
        beschlossen_am: day of the decision; None for the draft.
        dateien: what goes into the work folder, by path.
    """

    name: str
    art: Art
    beschlossen_am: date | None
    dateien: Mapping[str, bytes]

    @property
    def seiten(self) -> frozenset[str]:
        """Paths of the written pages below ``docs`` that this tree publishes."""
        old = self.art is Art.ABGELOEST
        written = {
            path.removeprefix(_DOCS)
            for path in self.dateien
            if path.startswith(_DOCS)
            and path.endswith(".md")
            and not (old and path.startswith(_LIVE))
        }
        texts = {found[1] for path in self.dateien if (found := _AGREEMENT.fullmatch(path))}
        return frozenset(written | {f"{AGREEMENTS}/{name}" for name in texts})


@dataclass(frozen=True)
class Werkstatt:
    """A work folder in which one tree is built.

    Attributes:
        plan: what is built.
        ordner: the work folder.
        auftrag: file with the Bauauftrag.
    """

    plan: Baumplan
    ordner: Path
    auftrag: Path

    @property
    def name(self) -> str:
        """The tree's folder."""
        return self.plan.name

    @property
    def site(self) -> Path:
        """Where the finished tree lies."""
        return self.ordner.with_name(f"{self.name}.site")


def draft_plan(stand: Stand, slug: str) -> Baumplan:
    """Return the plan of the draft: everything as it stands on main."""
    return Baumplan(DRAFT, Art.ENTWURF, None, _without_proofs(stand, slug, compares=True))


def fassung_plan(
    name: str,
    art: Art,
    beschlossen_am: date,
    frozen: Mapping[str, bytes],
    stand: Stand,
    slug: str,
) -> Baumplan:
    """Return the plan of a Fassung: its frozen part, and everything else from main.

    Args:
        name: name of the Fassung.
        art: in force or superseded.
        beschlossen_am: day of the decision.
        frozen: its wording, corrections applied.
        stand: the state of main.
        slug: the region.
    """
    compares = art is Art.AKTUELL
    files = _without_proofs(stand, slug, compares=compares)
    live = {path: data for path, data in files.items() if not is_frozen(path, slug)}
    if compares:
        # What main says now is not in this tree; its page on the draft needs it.
        draft = {path: data for path, data in files.items() if is_frozen(path, slug)}
        live[archive_name(slug, DRAFT)] = build_archive(draft)
    if art is Art.AKTUELL and not any(path.startswith(_SECTIONS) for path in frozen):
        # Fassungen from before there were files for schools get those of today, with the text of
        # the Fassung; where its chapters lack a place, the file points to the chapter.
        live |= stand.unter(_SECTIONS)
    return Baumplan(name, art, beschlossen_am, {**live, **frozen})


def _without_proofs(stand: Stand, slug: str, *, compares: bool) -> dict[str, bytes]:
    """Return the files without ledgers; archives go where live pages compare Fassungen."""
    wording = f"data/regionen/{slug}/wortlaut/"
    left_out = (f"{wording}pruefbuch/", *(() if compares else (f"{wording}archiv/",)))
    return {
        path: data
        for path, data in stand.dateien.items()
        if path != RENAMES and not path.startswith(left_out)
    }


def set_up(arbeit: Path, plan: Baumplan) -> Werkstatt:
    """Write the work folder of a tree.

    Args:
        arbeit: the folder in which the work folders lie.
        plan: the tree.
    """
    werkstatt = Werkstatt(plan, arbeit / plan.name, arbeit / f"{plan.name}.json")
    write_files(werkstatt.ordner, plan.dateien)
    # mkdocs-macros wants a folder of this name; what it imports is the installed program.
    (werkstatt.ordner / "macros").mkdir()
    return werkstatt


def write_orders(
    werkstaetten: Sequence[Werkstatt], adresse: str, umbenannt: Mapping[str, str]
) -> None:
    """Write the Bauauftrag of each tree beside its work folder.

    Args:
        werkstaetten: all work folders of the publication.
        adresse: address of the whole publication, with a slash at its end.
        umbenannt: new page for each renamed one.
    """
    plans = [werkstatt.plan for werkstatt in werkstaetten]
    for werkstatt in werkstaetten:
        order = bauauftrag(werkstatt.plan, plans, adresse, umbenannt)
        werkstatt.auftrag.write_text(order.to_json(), encoding="utf-8")


def bauauftrag(
    plan: Baumplan, plans: Iterable[Baumplan], adresse: str, umbenannt: Mapping[str, str]
) -> Bauauftrag:
    """Return the order for one tree.

    Args:
        plan: the tree.
        plans: all trees of the publication.
        adresse: address of the whole publication, with a slash at its end.
        umbenannt: new page for each renamed one.
    """
    listed = sorted(plans, key=_place_in_list)
    current = next((p.name for p in listed if p.art is Art.AKTUELL), "")
    return Bauauftrag(
        fassung=None if plan.art is Art.ENTWURF else plan.name,
        art=plan.art,
        adresse=f"{adresse}{plan.name}/",
        fassungen=tuple(
            Fassungslink(
                name=p.name,
                art=p.art,
                beschlossen_am=p.beschlossen_am,
                adresse_relativ="" if p.name == plan.name else f"../{p.name}/",
                seiten=p.seiten,
                buch=len(p.dateien.get(f"{_DOCS}{book_name(p.name)}", b"")),
            )
            for p in listed
        ),
        live=f"../{current}/" if plan.art is Art.ABGELOEST else "",
        umbenannt=umbenannt,
    )


def _place_in_list(plan: Baumplan) -> tuple[int, int, int]:
    """Order for readers: the Fassung in force, older ones, the draft."""
    if plan.art is Art.ENTWURF:
        return (2, 0, 0)
    year, number = sort_key(plan.name)
    return (0 if plan.art is Art.AKTUELL else 1, -year, -number)


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files below a folder; modes do not depend on the umask.

    Args:
        folder: is created with all folders below it.
        files: content by path.
    """
    made: set[Path] = set()
    for name, data in files.items():
        path = folder / name
        if path.parent not in made:
            _make_folders(folder, path.parent, made)
        path.write_bytes(data)
        path.chmod(_FILE_MODE)


def _make_folders(folder: Path, wanted: Path, made: set[Path]) -> None:
    for path in (folder, *reversed([p for p in wanted.parents if folder in p.parents]), wanted):
        if path not in made:
            path.mkdir(parents=True, exist_ok=True)
            path.chmod(_FOLDER_MODE)
            made.add(path)
