"""Address cards for the phone: one vCard 3.0 per contact, school and organisation, and all in one.

Cards hold functions and offices, never persons. Format: RFC 2426 with the rules of RFC 2425 for
escaping and for lines of at most 75 octets.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from macros.exports.catalog import ORDNER
from macros.exports.csv_files import VORFUEHRUNG
from macros.exports.public import public_value
from macros.model.bestand import einmal
from macros.model.german import date_text
from macros.model.records import Kontakt, Organisation, Schule
from macros.model.records.region import Regionsstatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from macros.model.bestand import Bestand
    from macros.model.contact_values import Telefonnummer
    from macros.model.record import Bestandssatz

VCARD_ORDNER: Final = f"{ORDNER}/vcard"
ALLE: Final = f"{VCARD_ORDNER}/alle.vcf"
_OCTETS: Final = 75


@dataclass(frozen=True)
class Karte:
    """An address card.

    Attributes:
        pfad: path below the site's root.
        name: what the phone lists it under.
        einheit: the body behind it, outermost first.
        telefone: numbers with their kind, ``WORK,VOICE`` or ``CELL,WORK``.
        email: mail address.
        website: address of the website.
        anschrift: street, town, postal code; empty where there is none to show.
        notiz: when to call, what for.
        geprueft_am: day of the last check, ISO; empty where unknown.
    """

    pfad: str
    name: str
    einheit: tuple[str, ...]
    telefone: tuple[tuple[str, str], ...]
    email: str
    website: str
    anschrift: tuple[str, str, str] | None
    notiz: str
    geprueft_am: str

    def text(self, adresse: str) -> str:
        """Return the card as vCard 3.0 with CRLF line ends.

        Args:
            adresse: address of the site with a slash at its end; makes the card's id unique.
        """
        lines = ["BEGIN:VCARD", "VERSION:3.0", "PRODID:-//Rahmenkonzept Schulsozialarbeit//DE"]
        lines += [f"UID:{escape(adresse + self.pfad)}", f"FN:{escape(self.name)}"]
        # The phone sorts by N; a function has no first name.
        lines += [f"N:{escape(self.name)};;;;", f"ORG:{';'.join(map(escape, self.einheit))}"]
        lines += [f"TEL;TYPE={kind}:{number}" for kind, number in self.telefone]
        if self.email:
            lines.append(f"EMAIL;TYPE=INTERNET:{escape(self.email)}")
        if self.anschrift:
            street, town, code = map(escape, self.anschrift)
            lines.append(f"ADR;TYPE=WORK:;;{street};{town};;{code};Deutschland")
        if self.website:
            lines.append(f"URL:{escape(self.website)}")
        if self.notiz:
            lines.append(f"NOTE:{escape(self.notiz)}")
        if self.geprueft_am:
            lines.append(f"REV:{self.geprueft_am}")
        lines.append("END:VCARD")
        return "".join(f"{part}\r\n" for line in lines for part in folded(line))


@einmal
def vcards(bestand: Bestand) -> Mapping[str, bytes]:
    """Return every card, and one file with all of them.

    Args:
        bestand: the checked records of a region.

    Returns:
        Content by path below the site's root, such as ``service/daten/vcard/kontakt/asd.vcf``.
    """
    adresse = f"{bestand.region.adresse.rstrip('/')}/"
    texts = {karte.pfad: karte.text(adresse) for karte in cards(bestand)}
    files = {path: text.encode() for path, text in texts.items()}
    return MappingProxyType({**files, ALLE: "".join(texts.values()).encode()})


def vcard_paths(bestand: Bestand) -> set[str]:
    """Return the paths of :func:`vcards` without making the files."""
    return {ALLE, *map(card_path, _records(bestand))}


def cards(bestand: Bestand) -> Iterator[Karte]:
    """Yield the cards: contacts that exist today, then schools, then organisations."""
    demonstration = bestand.region.status is Regionsstatus.VORFUEHRUNG
    for record in _records(bestand):
        match record:
            case Kontakt():
                yield _of_contact(record, demonstration)
            case Schule():
                number = f"Schulnummer {record.schulnummer}" if record.schulnummer else ""
                note = [record.schulform.ziel.name, number]
                yield _card(record, record.name, (record.name,), note, demonstration)
            case Organisation():
                times = record.oeffnungszeiten
                note = [f"Öffnungszeiten: {times}" if times else ""]
                yield _card(record, record.name, (record.name,), note, demonstration)


def _records(bestand: Bestand) -> Iterator[Kontakt | Schule | Organisation]:
    for kontakt in bestand.alle(Kontakt):
        if not kontakt.aufgehoben(bestand.stichtag):
            yield kontakt
    yield from bestand.alle(Schule)
    yield from bestand.alle(Organisation)


def card_path(record: Bestandssatz) -> str:
    """Return where the card of a contact, a school or an organisation stands in the site."""
    return f"{VCARD_ORDNER}/{type(record).__name__.lower()}/{record.id}.vcf"


def _of_contact(kontakt: Kontakt, demonstration: bool) -> Karte:
    body = kontakt.organisation.ziel
    topics = kontakt.zustaendig.themen if kontakt.zustaendig else ()
    places = kontakt.zustaendig.orte if kontakt.zustaendig else ()
    note = [
        f"Sprechzeiten: {kontakt.sprechzeiten}" if kontakt.sprechzeiten else "",
        f"Zuständig für: {', '.join(t.ziel.name for t in topics)}" if topics else "",
        f"Orte: {', '.join(o.ziel.name for o in places)}" if places else "",
    ]
    return _card(kontakt, kontakt.funktion, (body.name, kontakt.funktion), note, demonstration)


def _card(
    record: Kontakt | Schule | Organisation,
    name: str,
    einheit: tuple[str, ...],
    notiz: Sequence[str],
    demonstration: bool,
) -> Karte:
    site = record.organisation.ziel if isinstance(record, Kontakt) else record
    checked = record.geprueft_am
    day = f"Geprüft am {date_text(checked)}" if checked else ""
    return Karte(
        pfad=card_path(record),
        name=name,
        einheit=einheit,
        telefone=tuple(_numbers(record)),
        email=_text(record, "email"),
        website=_text(site, "website"),
        anschrift=_anschrift(site),
        notiz="\n".join(filter(None, [*notiz, day, VORFUEHRUNG if demonstration else ""])),
        geprueft_am=checked.isoformat() if checked else "",
    )


def _numbers(record: Bestandssatz) -> Iterator[tuple[str, str]]:
    for field, kind in (("telefon", "WORK,VOICE"), ("mobil", "CELL,WORK")):
        number: Telefonnummer | None = (
            public_value(record, field) if field in type(record).model_fields else None
        )
        if number is not None:
            yield kind, number.uri.removeprefix("tel:")


def _text(record: Bestandssatz, field: str) -> str:
    value = public_value(record, field) if field in type(record).model_fields else None
    return str(value) if value else ""


def _anschrift(record: Bestandssatz) -> tuple[str, str, str] | None:
    street, town, code = (_text(record, name) for name in ("strasse", "ort", "plz"))
    return (street, town, code) if street or town else None


def escape(text: str) -> str:
    """Return a text as a vCard value: backslash, comma, semicolon and line end escaped."""
    escaped = text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return escaped.replace("\r\n", "\\n").replace("\n", "\\n")


def folded(line: str) -> Sequence[str]:
    """Return a line in parts of at most 75 octets; each further part begins with a space.

    Characters stay whole: RFC 2425 counts octets, and half an umlaut is none.
    """
    rest = line.encode()
    parts, room, begin = [], _OCTETS, ""
    while len(rest) > room:
        end = room
        # The further octets of a character all begin with the bits 10.
        while rest[end] & 0b1100_0000 == 0b1000_0000:
            end -= 1
        parts.append(begin + rest[:end].decode())
        rest, room, begin = rest[end:], _OCTETS - 1, " "
    return [*parts, begin + rest.decode()]
