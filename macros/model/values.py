"""Simple field types: a text from YAML becomes a value, or a German message says why not."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Final, Self

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import core_schema

from macros.model import value_rules as r
from macros.model.fault import fault, shown
from macros.model.german import MONTHS, decimal_from_german
from macros.model.nearest import nearest
from macros.model.proposals import (
    meant_date,
    meant_number,
    meant_share,
    valid_date,
    without_html,
)

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

    from macros.model.findings import Regel

FASSUNGSTAG_PATTERN: Final = r"^fassung-([a-z0-9]+-)*\d{4}\.\d{1,2}$"
PRUEFSUMME_PATTERN: Final = r"^[0-9a-f]{64}$"
ZEILE_MAX: Final = 1000
ZEILE_GUT: Final = 300
ABSATZ_MAX: Final = 4000

_TAG: Final = re.compile(r"<[A-Za-z/!?]")
_JINJA: Final = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_ISO: Final = re.compile(r"^(\d{4})-(\d{2})-(\d{2})$", re.ASCII)


def check_text(text: str, maximum: int) -> str:
    """Return a plain text that carries no markup.

    Raises:
        PydanticCustomError: empty, too long, or holds HTML tags or macro braces.
    """
    if not text.strip():
        raise fault(r.LEER, "Hier fehlt ein Wert.")
    if _TAG.search(text):
        raise fault(
            r.HTML,
            "HTML ist in Daten nicht erlaubt. Schreiben Sie den Text ohne spitze Klammern.",
            without_html(text),
            rat="Den Text ohne HTML neu schreiben",
        )
    if _JINJA.search(text):
        raise fault(
            r.KLAMMERN,
            "Doppelte geschweifte Klammern sind in Daten nicht erlaubt.",
            rat="Den Text ohne Klammern schreiben; Makros stehen nur in den Kapiteln",
        )
    if len(text) > maximum:
        raise fault(
            r.LAENGE,
            f"Der Text ist {len(text)} Zeichen lang; höchstens {maximum} sind erlaubt.",
            rat="Den Text kürzen",
        )
    return text


def _zeile(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if "\n" in value.strip():
        raise fault(r.ZEILE, "Dieser Wert muss in einer Zeile stehen.", " ".join(value.split()))
    return check_text(value, ZEILE_MAX).strip()


def _absatz(value: Any) -> Any:
    return check_text(value, ABSATZ_MAX).strip() if isinstance(value, str) else value


_LETTERS_FOR_DIGITS: Final = str.maketrans("OolI", "0011")


def _digits(value: Any, lengths: tuple[int, ...], regel: Regel, name: str) -> Any:
    if not isinstance(value, str):
        return value
    if value.isascii() and value.isdigit() and len(value) in lengths:
        return value
    wanted = " oder ".join(str(n) for n in lengths)
    if not value.strip():
        raise fault(r.LEER, "Hier fehlt ein Wert.")
    if not (value.isascii() and value.isdigit()):
        digits = "".join(c for c in value.translate(_LETTERS_FOR_DIGITS) if c in "0123456789")
        raise fault(
            regel,
            f"Die {name} {shown(value)} darf nur aus Ziffern bestehen ({wanted} Stück).",
            f'"{digits}"' if len(digits) in lengths else "",
        )
    count = len(value)
    amount = f"hat nur {count}" if count < min(lengths) else f"hat {count}"
    word = "Ziffer" if count == 1 else "Ziffern"
    proposal = f'"{value.zfill(lengths[0])}"' if count == lengths[0] - 1 else ""
    raise fault(regel, f"Die {name} {shown(value)} {amount} {word}; nötig sind {wanted}.", proposal)


def _plz(value: Any) -> Any:
    return _digits(value, (5,), r.PLZ, "Postleitzahl")


def _schulnummer(value: Any) -> Any:
    return _digits(value, (6, 5), r.SCHULNUMMER, "Schulnummer")


def _gemeindeschluessel(value: Any) -> Any:
    return _digits(value, (8,), r.SCHLUESSEL, "Schlüsselzahl")


def _kreisschluessel(value: Any) -> Any:
    return _digits(value, (5, 8), r.SCHLUESSEL, "Schlüsselzahl")


def _datum(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    found = _ISO.match(value)
    if not found:
        proposal = meant_date(value)
        message = f"{shown(value)} ist kein Datum. Erwartet wird Jahr-Monat-Tag."
        if proposal:
            message = f"Das Datum {shown(value)} bitte als Jahr-Monat-Tag schreiben."
        raise fault(r.DATUM, message, proposal)
    year, month, day = (int(part) for part in found.groups())
    if not 1 <= month <= 12:
        swapped = valid_date(year, day, month)
        raise fault(r.DATUM, f"Einen {month}. Monat gibt es nicht („{value}“).", swapped)
    if not 1900 <= year <= 2200:
        raise fault(r.DATUM, f"Das Jahr {year} kann nicht stimmen („{value}“).")
    try:
        return date(year, month, day)
    except ValueError:
        where = f" {year}" if (month, day) == (2, 29) else ""
        last = monthrange(year, month)[1]
        raise fault(
            r.DATUM,
            f"Den {day}. {MONTHS[month - 1]}{where} gibt es nicht („{value}“).",
            valid_date(year, month, last if day else 1),
        ) from None


def _ja_nein(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if value in ("ja", "nein"):
        return value == "ja"
    yes = {"yes", "on", "true", "wahr", "x", "y", "j", "1"}
    no = {"no", "off", "false", "falsch", "n", "0", "-"}
    low = value.strip().lower()
    proposal = "ja" if low in yes | {"ja"} else "nein" if low in no | {"nein"} else "ja oder nein"
    raise fault(r.JA_NEIN, f"{shown(value)} ist hier nicht erlaubt; nur ja oder nein.", proposal)


def _zahl(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    number = decimal_from_german(value)
    if number is None:
        raise fault(
            r.ZAHL,
            f"{shown(value)} ist keine Zahl in deutscher Schreibweise (Komma vor den "
            "Nachkommastellen; Einheiten stehen in einem eigenen Feld).",
            meant_number(value),
        )
    return number


def _vzae(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    number = decimal_from_german(value)
    if number is None or not Decimal(0) < number <= Decimal(10) or -number.as_tuple().exponent > 3:  # type: ignore[operator]
        raise fault(
            r.VZAE,
            f"{shown(value)} ist kein Stellenanteil. Erwartet wird eine Zahl über 0 mit Komma "
            "und höchstens drei Nachkommastellen.",
            meant_share(value),
        )
    return number


def _koordinate(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"\d{1,2}\.\d{4,8}", value, re.ASCII):
        dotted = value.replace(",", ".")
        meant = re.fullmatch(r"\d{1,2}\.\d{4,8}", dotted, re.ASCII)
        raise fault(
            r.KOORDINATE,
            f"{shown(value)} ist keine Koordinate in Grad mit Punkt und 4 bis 8 Stellen.",
            f'"{dotted}"' if meant else "",
        )
    return Decimal(value)


def _ganzzahl(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"\d{1,6}", value, re.ASCII):
        raise fault(r.GANZZAHL, f"{shown(value)} ist keine ganze Zahl.")
    return int(value)


def _fassungsname(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"\d{4}\.\d{1,2}", value, re.ASCII):
        raise fault(
            r.FASSUNG, f"{shown(value)} ist kein Name einer Fassung. Erwartet wird Jahr.Nummer."
        )
    return value


def _fassungstag(value: Any) -> Any:
    if not isinstance(value, str) or re.fullmatch(FASSUNGSTAG_PATTERN, value, re.ASCII):
        return value
    raise fault(
        r.FASSUNG,
        f"„{value}“ ist kein Name eines Tags. Erwartet wird fassung- mit dem Namen.",
        "tag: fassung-2026.1",
    )


def _pruefsumme(value: Any) -> Any:
    if not isinstance(value, str) or re.fullmatch(PRUEFSUMME_PATTERN, value, re.ASCII):
        return value
    raise fault(
        r.FORM,
        "Eine Prüfsumme hat 64 Zeichen aus 0–9 und a–f.",
        "rahmen fassung pruefen nennt die richtige Prüfsumme",
    )


def _schema(kind: str = "string", **more: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": kind, **more})


Zeile = Annotated[str, BeforeValidator(_zeile), _schema(minLength=1, maxLength=ZEILE_MAX)]
Absatz = Annotated[str, BeforeValidator(_absatz), _schema(minLength=1, maxLength=ABSATZ_MAX)]
Plz = Annotated[str, BeforeValidator(_plz), _schema(pattern=r"^\d{5}$")]
Schulnummer = Annotated[str, BeforeValidator(_schulnummer), _schema(pattern=r"^\d{5,6}$")]
Gemeindeschluessel = Annotated[
    str, BeforeValidator(_gemeindeschluessel), _schema(pattern=r"^\d{8}$")
]
Kreisschluessel = Annotated[
    str, BeforeValidator(_kreisschluessel), _schema(pattern=r"^(\d{5}|\d{8})$")
]
Datum = Annotated[date, BeforeValidator(_datum), _schema(format="date")]
JaNein = Annotated[bool, BeforeValidator(_ja_nein), _schema(enum=["ja", "nein"])]
Zahl = Annotated[
    Decimal, BeforeValidator(_zahl), _schema(pattern=r"^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$")
]
Vzae = Annotated[Decimal, BeforeValidator(_vzae), _schema(pattern=r"^\d{1,2}(,\d{1,3})?$")]
Koordinate = Annotated[
    Decimal, BeforeValidator(_koordinate), _schema(pattern=r"^\d{1,2}\.\d{4,8}$")
]
Ganzzahl = Annotated[int, BeforeValidator(_ganzzahl), _schema(pattern=r"^\d{1,6}$")]
Fassungsname = Annotated[str, BeforeValidator(_fassungsname), _schema(pattern=r"^\d{4}\.\d{1,2}$")]
Fassungstag = Annotated[str, BeforeValidator(_fassungstag), _schema(pattern=FASSUNGSTAG_PATTERN)]
Pruefsumme = Annotated[str, BeforeValidator(_pruefsumme), _schema(pattern=PRUEFSUMME_PATTERN)]


class Auswahl(StrEnum):
    """A closed list of values; members carry the German label as second item.

    Example:
        ``BESETZT = "besetzt", "besetzt"``
    """

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Make a member from its value and its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        def choose(text: str) -> Auswahl:
            allowed = [member.value for member in cls]
            if text in allowed:
                return cls._value2member_map_[text]  # type: ignore[return-value]
            guess = nearest(text, allowed)
            question = f" Meinten Sie „{guess}“?" if guess else ""
            if not text:
                raise fault(r.LEER, "Hier fehlt ein Wert.")
            raise fault(
                r.AUSWAHL,
                f"{shown(text)} ist hier nicht erlaubt.{question} Erlaubt: {', '.join(allowed)}.",
                guess or allowed[0],
            )

        return core_schema.no_info_after_validator_function(
            choose,
            core_schema.str_schema(strict=True),
            serialization=core_schema.plain_serializer_function_ser_schema(lambda v: v.value),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "enum": [member.value for member in cls]}
