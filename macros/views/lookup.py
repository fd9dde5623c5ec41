"""From the texts in a macro call to records and list values, or a message with the nearest one."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from macros.model.nearest import nearest
from macros.views.errors import MakroFehler, UnbekannteKennung

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.model.record import Record
    from macros.model.values import Auswahl
    from macros.views.ansicht import Ansicht

R = TypeVar("R", bound="Record")
A = TypeVar("A", bound="Auswahl")


def record(ansicht: Ansicht, typ: type[R], kennung: str) -> R:
    """Return the record with this id.

    Raises:
        UnbekannteKennung: there is none.
    """
    found = ansicht.bestand.finde(typ, kennung)
    if found is None:
        raise unknown(
            f"Die Kennung „{kennung}“ gibt es in {typ.datei.name} nicht.",
            kennung,
            (entry.id for entry in ansicht.bestand.alle(typ)),
        )
    return found


def optional_record(ansicht: Ansicht, typ: type[R], kennung: str) -> R | None:
    """Return the record with this id, or None for an empty text, which means no filter."""
    return record(ansicht, typ, kennung) if kennung else None


def choice(typ: type[A], text: str) -> A | None:
    """Return the value of a closed list, or None for an empty text.

    Raises:
        MakroFehler: the list has no such value.
    """
    if not text:
        return None
    values = {member.value: member for member in typ}
    if text not in values:
        guess = nearest(text, values)
        raise MakroFehler(
            f"„{text}“ ist hier nicht erlaubt." + (f" Meinten Sie „{guess}“?" if guess else ""),
            f"Erlaubt: {', '.join(values)}.",
        )
    return values[text]


def unknown(message: str, kennung: str, known: Iterable[str]) -> UnbekannteKennung:
    """Return the error for an unknown id with the nearest known one as remedy."""
    bekannt = tuple(known)
    guess = nearest(kennung, bekannt)
    if guess:
        return UnbekannteKennung(
            f"{message} Meinten Sie „{guess}“?", f'"{guess}"', kennung, bekannt
        )
    shown = ", ".join(bekannt[:8]) + (", …" if len(bekannt) > 8 else "")
    remedy = f"Es gibt: {shown}." if bekannt else "In dieser Region gibt es noch keinen Eintrag."
    return UnbekannteKennung(message, remedy, kennung, bekannt)
