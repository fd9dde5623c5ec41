"""Removes a person: from the publication, the older publications, and the file with persons."""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from macros.importers.yaml_edit import UnlesbarError
from macros.model.findings import Befund, Ort, Stufe, has_fehler
from macros.model.load_region import load_region
from macros.model.nearest import nearest
from macros.model.records import Grabstein, Person
from macros.publish import release_rules as r
from macros.publish.faults import PublishFaultError
from macros.publish.overlay import person_files, with_tombstone, without_person
from macros.publish.person_search import Fund, Spuren, Suche, search_tree, traces_of
from macros.publish.publish import Wunsch, publish_locked
from macros.publish.release_write import write_commit
from macros.publish.repository import GitError, Repository
from macros.publish.switch import current, locked, releases, remove_release
from macros.publish.tree_check.persons import Angaben, details_of, forbidden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model.bestand import Bestand

_MIN_DIGITS: Final = 6
_SEARCHED: Final = ("docs", "data")


@dataclass
class Entfernung:
    """What a removal did and found.

    Attributes:
        id: the person.
        befunde: what stands against it; with a Fehler and without ``release`` nothing happened.
        spuren: what was looked for.
        release: name of the public release without the person.
        durchsucht: number of older publications that were searched.
        geloescht: number of older publications that named the person and were deleted.
        ziel: the search of the whole target folder, afterwards.
        quellen: the search of pages and data in the project.
        commit: the tombstone's commit; empty when it stood there already.
        war_weg: the record was gone before.
        in_git: git keeps the file with persons, so earlier commits still name the person.
    """

    id: str
    befunde: list[Befund] = field(default_factory=list)
    spuren: Spuren | None = None
    release: str = ""
    durchsucht: int = 0
    geloescht: int = 0
    ziel: Suche = field(default_factory=Suche)
    quellen: Suche = field(default_factory=Suche)
    commit: str = ""
    war_weg: bool = False
    in_git: bool = False

    @property
    def restlos(self) -> bool:
        """Whether nothing of the person has been found in the end."""
        return bool(self.release) and not self.ziel.treffer and not has_fehler(self.befunde)


def erase(wunsch: Wunsch, id: str, suche: tuple[str, ...] = ()) -> Entfernung:
    """Remove a person and search everything that is or was public.

    The record goes last: whatever interrupts the command before, it can be called again and still
    knows what to look for.

    Args:
        wunsch: what to publish where.
        id: the person's id.
        suche: further names, numbers and addresses to look for, such as an earlier name.

    Raises:
        PublishFaultError: machine or folder do not allow it; nothing has changed.
    """
    result = Entfernung(id)
    geladen = load_region(wunsch.root, wunsch.slug, wunsch.stichtag, wunsch.personen)
    if geladen.bestand is None:
        result.befunde = [b for b in geladen.befunde if b.stufe is Stufe.FEHLER]
        return result
    person = geladen.bestand.finde(Person, id)
    result.war_weg = person is None
    if person is None and geladen.bestand.finde(Grabstein, id) is None:
        result.befunde = [_unknown(geladen.bestand, id)]
        return result
    wanted = [*([details_of(person)] if person else []), *_more(suche)]
    with locked(wunsch.ziel), _overlay_without(wunsch, id) as (overlay, changed):
        _erase(replace(wunsch, personen=overlay or wunsch.personen), wanted, result)
        if has_fehler(result.befunde):
            return result
        for path, text in changed.items():
            _replace(path, text)
        _leave_tombstone(wunsch, result)
    result.quellen = _search_sources(wunsch, result.spuren)
    result.in_git = _is_tracked(wunsch)
    return result


def _erase(wunsch: Wunsch, wanted: list[Angaben], result: Entfernung) -> None:
    after = load_region(wunsch.root, wunsch.slug, wunsch.stichtag, wunsch.personen).bestand
    if after is not None:
        # A number that a function has as well is no trace of the person.
        wanted = forbidden(after, wanted)[len(forbidden(after)) :]
    spuren = _joined(wanted)
    ergebnis = publish_locked(replace(wunsch, verboten=tuple(wanted), streng=False))
    result.befunde = [b for b in ergebnis.befunde if b.stufe is Stufe.FEHLER]
    if ergebnis.release is None or result.befunde:
        return
    result.spuren, result.release = spuren, ergebnis.release.name
    seen: dict[bytes, tuple[list[str], bool]] = {}
    for release in releases(wunsch.ziel):
        if release != current(wunsch.ziel):
            result.durchsucht += 1
            # Who does not know what to look for must not keep anything.
            if not spuren.anzahl or search_tree(release.ordner, spuren, seen).treffer:
                remove_release(wunsch.ziel, release)
                result.geloescht += 1
    result.ziel = search_tree(wunsch.ziel, spuren, seen)


def _joined(wanted: list[Angaben]) -> Spuren:
    return traces_of(
        tuple(dict.fromkeys(name for angaben in wanted for name in angaben.namen)),
        tuple(dict.fromkeys(number for angaben in wanted for number in angaben.nummern)),
        tuple(dict.fromkeys(address for angaben in wanted for address in angaben.adressen)),
    )


def _more(suche: tuple[str, ...]) -> Iterator[Angaben]:
    """Yield what the caller wants looked for, each as what it looks like."""
    who = "der entfernten Person"
    for text in suche:
        if "@" in text:
            yield Angaben(who, (), (), (text,))
        elif len(re.sub(r"\D", "", text)) >= _MIN_DIGITS:
            yield Angaben(who, (), (text,), ())
        else:
            yield Angaben(who, (text,), (), ())


def _unknown(bestand: Bestand, id: str) -> Befund:
    guess = nearest(id, [person.id for person in bestand.alle(Person)])
    question = f" Meinten Sie „{guess}“?" if guess else ""
    return r.PERSON_UNBEKANNT.befund(
        Ort("rahmen entfernen"),
        f"Eine Person mit der Kennung „{id[:60]}“ steht nicht in der Personendatei.{question}",
        f"rahmen entfernen {guess}" if guess else "Die Kennung in der Personendatei nachsehen",
    )


@contextmanager
def _overlay_without(wunsch: Wunsch, id: str) -> Iterator[tuple[Path | None, dict[Path, str]]]:
    """Give a file with all persons but one, and the texts the real files will have.

    The file is readable for its owner only and goes away in the end.
    """
    files = person_files(wunsch.root, wunsch.slug, wunsch.personen)
    changed: dict[Path, str] = {}
    texts: list[str] = []
    for path in files:
        try:
            text = without_person(path, id)
        except (OSError, ValueError, UnlesbarError) as error:
            raise PublishFaultError(
                f"Die Personendatei {path.name} lässt sich nicht ändern. Jeder Eintrag muss mit "
                "„- id:“ beginnen."
            ) from error
        if text is not None:
            changed[path] = text
        texts.append(path.read_text(encoding="utf-8") if text is None else text)
    if not changed:
        yield None, {}
        return
    with tempfile.TemporaryDirectory(prefix="rahmen-") as folder:
        overlay = Path(folder) / "personen.yml"
        overlay.touch(mode=0o600)
        overlay.write_text(_one_list(texts), encoding="utf-8", newline="\n")
        yield overlay, changed


def _one_list(texts: list[str]) -> str:
    """Return several lists as one; a list without entries adds nothing."""
    kept = [text.strip("\ufeff\n") for text in texts if not text.rstrip().endswith("[]")]
    return "\n".join(kept) + "\n" if kept else "[]\n"


def _replace(path: Path, text: str) -> None:
    mode = path.stat().st_mode & 0o777
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(mode)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _leave_tombstone(wunsch: Wunsch, result: Entfernung) -> None:
    name = f"data/regionen/{wunsch.slug}/bestand/grabsteine.yml"
    path = wunsch.root / name
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    after = with_tombstone(before, result.id, wunsch.stichtag)
    if after == before:
        return
    title = f"Person {result.id} entfernen"
    text = "Der Grabstein hält die Kennung besetzt. Er nennt keinen Namen."
    try:
        result.commit = write_commit(Repository(wunsch.root), {name: after.encode()}, title, text)
    except (GitError, OSError):
        path.write_text(after, encoding="utf-8", newline="\n")
        result.befunde.append(
            r.GRABSTEIN.befund(
                Ort(name),
                "Der Grabstein ist geschrieben, aber noch nicht in Git gesichert.",
                f"git add {name} && git commit -m „{title}“",
            )
        )


def _search_sources(wunsch: Wunsch, spuren: Spuren | None) -> Suche:
    """Search pages and data in the project; the files with persons have been changed already."""
    suche = Suche()
    for folder in _SEARCHED if spuren is not None else ():
        found = search_tree(wunsch.root / folder, spuren or Spuren())
        suche.dateien += found.dateien
        for kind, more in ((suche.funde, found.funde), (suche.hinweise, found.hinweise)):
            kind.extend(Fund(f"{folder}/{fund.datei}", fund.arten) for fund in more)
    return suche


def _is_tracked(wunsch: Wunsch) -> bool:
    repo = Repository(wunsch.root)
    return any(
        path.is_relative_to(wunsch.root)
        and repo.try_line("log", "-1", "--format=%H", "--all", "--", str(path))
        for path in person_files(wunsch.root, wunsch.slug, wunsch.personen)
    )
