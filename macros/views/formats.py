"""Values as German readers write them: dates, numbers, addresses, the order of names."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from macros.model.german import date_text, number_text
from macros.model.german import sort_key as sort_key
from macros.model.values import Auswahl


def host(adresse: str) -> str:
    """Return a web address as one reads it aloud: without scheme and final slash."""
    return adresse.partition("://")[2].rstrip("/") or adresse


def is_weblink(adresse: str) -> bool:
    """Tell whether an address may become a link."""
    try:
        parts = urlsplit(adresse)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def absaetze(text: str) -> list[str]:
    """Return the paragraphs of a text, which are separated by empty lines."""
    return [part.strip() for part in text.split("\n\n") if part.strip()]


def anschrift(strasse: str | None, plz: str | None, ort: str | None) -> str:
    """Return an address in one line; parts that are not known are left out.

    Postal code and town stay together when the line breaks.
    """
    town = "\u00a0".join(part for part in (plz, ort) if part)
    return ", ".join(part for part in (strasse, town) if part)


def wert(value: Any) -> str:
    """Return any single value of a record as text."""
    if value is None:
        return "keine Angabe"
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, Auswahl):
        return value.label
    if isinstance(value, date):
        return date_text(value)
    if isinstance(value, Decimal | int):
        return number_text(Decimal(value))
    return str(value)


def initial(text: str) -> str:
    """Return the letter under which a German name is filed: A for „Äußerung“, # for digits."""
    letter = sort_key(text)[:1].upper()
    return letter if "A" <= letter <= "Z" else "#"


def dateigroesse(size: int) -> str:
    """Return the size of a file as people compare it: „12 KB“, „1,4 MB“."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))}\u00a0KB"
    return f"{size / 1_000_000:.1f}\u00a0MB".replace(".", ",")
