"""References by id become references to objects; a dangling id becomes a finding."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel

from macros.model import reference_rules as r
from macros.model import value_rules
from macros.model.fault import shown
from macros.model.findings import Stufe
from macros.model.nearest import fold, nearest
from macros.model.record import Ordner
from macros.model.verweis import Verweis

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from macros.model.bestand import Bestand
    from macros.model.findings import Befund, Ort
    from macros.model.record import Record
    from macros.model.validate import Path


_HOLDERS: Final = (Verweis, tuple, BaseModel)
_GUESSES: Final = 100  # comparing words takes time; with more faults than these nobody guesses


def link(
    bestand: Bestand,
    known: Mapping[type[Record], set[str]],
    unsicher: Collection[type[Record]] = (),
) -> list[Befund]:
    """Bind every reference to its record.

    Args:
        bestand: all valid records.
        known: all ids that stand in the files by type, of invalid records too; a reference to an
            invalid record is left open without a second message.
        unsicher: types whose files could not be read to the end; nobody knows their ids, so a
            reference to one of them is left open too.

    Returns:
        A finding for each reference whose id does not exist, and for each record that was
        probably renamed.
    """
    befunde: list[Befund] = []
    dangling: dict[tuple[type[Record], str], list[Ort]] = {}
    for table in bestand.tables.values():
        for record in table.values():
            for path, verweis in references(record):
                ziel = bestand.finde(verweis.typ, verweis.id)
                if ziel is not None:
                    verweis.bind(ziel)
                elif verweis.typ not in unsicher and verweis.id not in known.get(
                    verweis.typ, set()
                ):
                    places = dangling.setdefault((verweis.typ, verweis.id), [])
                    ids = known.get(verweis.typ, set())
                    guess = _guess(bestand, verweis, ids) if len(dangling) <= _GUESSES else None
                    befunde.append(_dangling(bestand, record, path, verweis, ids, guess))
                    places.append(bestand.ort(record, *path))
    return [*befunde, *_renamed(bestand, dangling)]


def references(record: BaseModel) -> Iterator[tuple[Path, Verweis[Any]]]:
    """Yield every reference inside a record with its path."""
    for name, value in record.__dict__.items():
        # Nearly every value is a text; asking here saves a call for each of them.
        if isinstance(value, _HOLDERS):
            yield from _references_in(value, (name,))


def _references_in(value: Any, path: Path) -> Iterator[tuple[Path, Verweis[Any]]]:
    if isinstance(value, Verweis):
        yield path, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _references_in(item, (*path, number))
    elif isinstance(value, BaseModel):
        for name, item in value.__dict__.items():
            if isinstance(item, _HOLDERS):
                yield from _references_in(item, (*path, name))


def _renamed(
    bestand: Bestand, dangling: Mapping[tuple[type[Record], str], list[Ort]]
) -> Iterator[Befund]:
    """Yield findings for records nobody names whose id resembles one that is named in vain."""
    if not dangling:
        return
    named = {
        (verweis.typ, verweis.id)
        for table in bestand.tables.values()
        for record in table.values()
        for _, verweis in references(record)
    }
    for (typ, id), places in islice(dangling.items(), _GUESSES):
        unnamed = [record.id for record in bestand.alle(typ) if (typ, record.id) not in named]
        guess = nearest(id, unnamed)
        record = bestand.finde(typ, guess) if guess else None
        # That nobody names an entry of a code list says nothing; so one vain reference is a slip.
        if record is None or (typ.datei.ordner is Ordner.KATALOG and len(places) == 1):
            continue
        where = f"{places[0].file}, Zeile {places[0].line}"
        more = f" und {len(places) - 1} weitere" if len(places) > 1 else ""
        question = (
            "Wurde diese Kennung geändert? Dann nennen die anderen noch die alte."
            if len(places) > 1
            else "Liegt der Fehler dort oder hier?"
        )
        yield r.UMBENANNT.befund(
            bestand.ort(record, "id"),
            f"„{record.id}“ wird nirgends genannt, {shown(id)} aber schon ({where}{more}). "
            f"{question}",
            f"id: {id}" if len(places) > 1 else f"Dort „{record.id}“ schreiben, oder hier id: {id}",
            path=record.id,
            stufe=None if len(places) > 1 else Stufe.HINWEIS,
        )


def _dangling(
    bestand: Bestand,
    record: Record,
    path: Path,
    verweis: Verweis[Any],
    ids: Collection[str],
    guess: str | None,
) -> Befund:
    datei = verweis.typ.datei
    question = f" Meinten Sie „{guess}“?" if guess else ""
    key = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    ort = bestand.ort(record, *path)
    where = ".".join(str(part) for part in (record.id, *path))
    remedy = f"{key}: {guess}"
    if path and isinstance(path[-1], int):
        remedy = f"„{guess}“ statt {shown(verweis.id)} schreiben"
    if datei.ordner is Ordner.KATALOG and len(ids) <= 40:
        allowed = ", ".join(sorted(ids))
        return value_rules.AUSWAHL.befund(
            ort,
            f"{shown(verweis.id)} ist hier nicht erlaubt.{question} Erlaubt: {allowed}.",
            remedy if guess else f"Einen Wert aus {datei.name} wählen",
            path=where,
        )
    return r.UNBEKANNTE_KENNUNG.befund(
        ort,
        f"{shown(verweis.id)} ({datei.einzahl}) gibt es in {datei.name} nicht.{question}",
        remedy
        if guess
        else f"Eine Kennung aus {datei.name} eintragen oder den Eintrag dort ergänzen",
        path=where,
    )


def _guess(bestand: Bestand, verweis: Verweis[Any], ids: Collection[str]) -> str | None:
    return nearest(verweis.id, ids) or _by_name(bestand, verweis)


def _by_name(bestand: Bestand, verweis: Verweis[Any]) -> str | None:
    """Return the id of the record whose name was written instead of its id."""
    wanted = fold(verweis.id)
    for record in bestand.alle(verweis.typ):
        names = (getattr(record, key, None) for key in ("name", "funktion", "begriff", "titel"))
        if any(isinstance(name, str) and fold(name) == wanted for name in names):
            return str(record.id)
    return None
