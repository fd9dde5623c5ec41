"""Single values of a source that are taken only if they are usable: telephone, mail, website."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pydantic_core import PydanticCustomError

from macros.importers import rules
from macros.model.contact_values import Telefonnummer, check_web
from macros.model.findings import Ort

if TYPE_CHECKING:
    from macros.importers.delimited import Zelle
    from macros.model.findings import Befund

_HOST: Final = re.compile(r"(?P<scheme>https?://)(?P<host>[\w.-]+)")


def place(file: str, cell: Zelle) -> Ort:
    """Return where a cell stands."""
    return Ort(file, cell.line, cell.column)


def phone(cells: dict[str, Zelle], file: str, name: str) -> tuple[str, list[Befund]]:
    """Return the number from the cells ``vorwahl`` and ``telefon``, or an empty text.

    A mobile number may be a person's and is left out; its digits appear in no message.

    Args:
        cells: the row's cells by name.
        file: the source's name.
        name: whose number it is, for the message.
    """
    parts = [cells[key] for key in ("vorwahl", "telefon") if key in cells]
    raw = " ".join(cell.text for cell in parts if cell.text)
    if not raw or "telefon" not in cells or not cells["telefon"].text:
        return "", []
    where = place(file, next(cell for cell in parts if cell.text))
    try:
        number = Telefonnummer.parse(raw)
    except PydanticCustomError as error:
        return "", [_left_out(where, f"Telefon von {name}: {error.message()}")]
    if number.mobil:
        return "", [
            rules.WERT.befund(
                where,
                f"Telefon von {name}: Eine Mobilnummer kann einer Person gehören. "
                "Sie wird nicht übernommen.",
                "Tragen Sie die Festnetznummer von Hand ein: telefon: 030 23125-210",
            )
        ]
    return number.text, []


def school_mail(cell: Zelle, number: str, file: str, name: str) -> tuple[str, list[Befund]]:
    """Return the official mailbox ``<Schulnummer>@schule.nrw.de``, or an empty text.

    Args:
        cell: the address in the source.
        number: the Schulnummer.
        file: the source's name.
        name: the school's name, for the message.
    """
    wanted = f"{number}@schule.nrw.de"
    if not cell.text or cell.text.lower() == wanted:
        return wanted if cell.text else "", []
    domain = cell.text.rpartition("@")[2][:60]
    return "", [
        rules.POSTFACH.befund(
            place(file, cell),
            f"E-Mail von {name}: Das Postfach bei „{domain}“ ist nicht die amtliche Adresse und "
            "wird nicht übernommen.",
            f"Ist es ein Funktionspostfach, tragen Sie es von Hand ein; amtlich wäre {wanted}.",
        )
    ]


def website(cell: Zelle, file: str, name: str) -> tuple[str, list[Befund]]:
    """Return the web address as the source gives it, or an empty text if it is not public.

    A host with umlauts is written in its ASCII form (``xn--…``), which names the same host.

    Args:
        cell: the address in the source.
        file: the source's name.
        name: the school's name, for the message.
    """
    if not cell.text:
        return "", []
    try:
        return check_web(_ascii_host(cell.text)), []
    except PydanticCustomError as error:
        return "", [
            _left_out(
                place(file, cell), f"Website von {name} („{cell.text[:80]}“): {error.message()}"
            )
        ]


def _ascii_host(address: str) -> str:
    """Return the address with a host such as „südschule.de“ in its ASCII form, the same host."""
    found = _HOST.match(address)
    # The old standard turns „ß“ into „ss“, which may be another host: left to the check.
    if not found or found["host"].isascii() or "ß" in found["host"]:
        return address
    try:
        host = found["host"].encode("idna").decode("ascii")
    except UnicodeError:
        return address
    return f"{found['scheme']}{host}{address[found.end() :]}"


def _left_out(where: Ort, message: str) -> Befund:
    return rules.WERT.befund(
        where,
        f"{message} Die Angabe wird nicht übernommen.",
        "Tragen Sie die richtige Angabe von Hand ein; das Einlesen lässt sie stehen.",
    )
