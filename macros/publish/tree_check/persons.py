"""Nobody is named who may not be: persons of the overlay, and those who were named until now."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.model.findings import Befund, Ort
from macros.model.record import Record
from macros.model.records import RECORD_TYPES, Person
from macros.publish import publish_rules as r
from macros.publish.person_search import Spuren, Suche, search_bytes, traces_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from macros.model.bestand import Bestand

# How the templates put persons on a page; a test renders them and reads them back.
# As the templates write it: „… fragt sich die Fachkraft: Mit wem …?“ in a chapter names nobody.
_NAMED: Final = re.compile(
    r"<dt>Ansprechperson</dt>\s*<dd>(.*?)</dd>|<br>\s*Fachkraft: (.*?)(?=<br>|</td>)",
    re.DOTALL,
)
_TAG: Final = re.compile(r"(<[^>]*>)")
_LINK: Final = re.compile(r"""<a href="(tel|mailto):([^"]+)">""")
_NUMBER_FIELDS: Final = ("telefon", "mobil", "fax")


@dataclass(frozen=True)
class Angaben:
    """What tells of a person.

    Attributes:
        wer: how a finding names the person, without the name.
        namen: names.
        nummern: telephone numbers in any spelling.
        adressen: mail addresses.
    """

    wer: str
    namen: tuple[str, ...]
    nummern: tuple[str, ...]
    adressen: tuple[str, ...]

    def spuren(self) -> Spuren:
        """Return the terms to look for."""
        return traces_of(self.namen, self.nummern, self.adressen)


def details_of(person: Person) -> Angaben:
    """Return what the overlay says of a person."""
    numbers = (person.telefon, person.mobil)
    return Angaben(
        f"der Person „{person.id}“",
        (person.name,),
        tuple(number.text for number in numbers if number),
        (str(person.email),) if person.email else (),
    )


def forbidden(bestand: Bestand, vorher: Iterable[Angaben] = ()) -> list[Angaben]:
    """Return what must not be published.

    Args:
        bestand: today's data.
        vorher: persons whom the previous publication named.

    Returns:
        One entry per person; what belongs to somebody or something else as well is left out.
    """
    allowed = _allowed(bestand)
    found = []
    for person in bestand.alle(Person):
        if not bestand.darf_erscheinen(person):
            found.append(details_of(person))
        elif person.mobil and not person.mobil_dienstlich:
            found.append(Angaben(f"der Person „{person.id}“", (), (person.mobil.text,), ()))
    return [rest for angaben in (*found, *vorher) if (rest := _without(angaben, allowed))]


def _allowed(bestand: Bestand) -> Spuren:
    """Return everything that today's data says of those who may be named."""
    names: list[str] = []
    numbers: list[str] = []
    addresses: list[str] = []
    for typ in RECORD_TYPES:
        for record in bestand.alle(typ):
            if isinstance(record, Person):
                if not bestand.darf_erscheinen(record):
                    continue
                names.append(record.name)
                shown = (record.telefon, record.mobil if record.mobil_dienstlich else None)
                numbers.extend(number.text for number in shown if number)
                addresses.extend([str(record.email)] if record.email else [])
            else:
                _collect(record, numbers, addresses)
    return traces_of(tuple(names), tuple(numbers), tuple(addresses))


def _collect(record: object, numbers: list[str], addresses: list[str]) -> None:
    """Collect numbers and addresses of a record and the parts inside it."""
    if isinstance(record, tuple):
        for part in record:
            _collect(part, numbers, addresses)
        return
    for name in getattr(type(record), "model_fields", ()):
        value = getattr(record, name)
        if name in _NUMBER_FIELDS and value is not None:
            numbers.append(value.text)
        elif name == "email" and value is not None:
            addresses.append(str(value))
        elif not isinstance(value, Record):
            _collect(value, numbers, addresses)


def _without(angaben: Angaben, allowed: Spuren) -> Angaben | None:
    def rest(values: tuple[str, ...], kind: str) -> tuple[str, ...]:
        return tuple(
            value for value in values if not set(_terms(value, kind)) & set(getattr(allowed, kind))
        )

    left = Angaben(
        angaben.wer,
        rest(angaben.namen, "namen"),
        rest(angaben.nummern, "nummern"),
        rest(angaben.adressen, "adressen"),
    )
    return left if left.namen or left.nummern or left.adressen else None


def _terms(value: str, kind: str) -> tuple[str, ...]:
    if kind == "namen":
        return traces_of((value,)).namen[:1]
    return (
        traces_of((), (value,)).nummern
        if kind == "nummern"
        else traces_of((), (), (value,)).adressen
    )


def named_in(pages: Iterable[str]) -> list[Angaben]:
    """Return the persons whom finished pages name.

    Args:
        pages: HTML of the pages.
    """
    found: dict[str, tuple[set[str], set[str]]] = {}
    for page in pages:
        for match in _NAMED.finditer(page):
            # Entities first: they hold a semicolon too. Tags stay as they are.
            pieces = _TAG.split(match[1] or match[2] or "")
            text = "".join(p if p.startswith("<") else html.unescape(p) for p in pieces)
            for part in text.split("; "):
                name = part.split("<", 1)[0].rstrip(", \n")
                numbers, addresses = found.setdefault(name, (set(), set()))
                for kind, value in _LINK.findall(part):
                    (numbers if kind == "tel" else addresses).add(html.unescape(value))
    return [
        Angaben(
            "einer Person, die in der vorigen Veröffentlichung stand",
            (name,),
            tuple(sorted(numbers)),
            tuple(sorted(addresses)),
        )
        for name, (numbers, addresses) in sorted(found.items())
        if name
    ]


def check_persons(files: Mapping[str, bytes], verboten: Iterable[Angaben]) -> Iterator[Befund]:
    """Yield a finding for each file that tells of somebody who may not be named.

    Args:
        files: content by path below the root.
        verboten: what must not be published.
    """
    for angaben in verboten:
        spuren = angaben.spuren()
        seen: set[bytes] = set()
        for name, data in files.items():
            if data in seen:
                continue
            seen.add(data)
            suche = Suche()
            search_bytes(suche, name, data, spuren)
            for fund in suche.funde:
                yield r.PERSON.befund(
                    Ort(fund.datei),
                    f"Hier steht eine Angabe {angaben.wer} ({', '.join(fund.arten)}), die heute "
                    "nicht erscheinen darf.",
                    "Die Angabe aus dem Text nehmen; steht sie im Wortlaut einer Fassung, als "
                    "Berichtigung eintragen",
                )
