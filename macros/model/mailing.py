"""Function mailboxes of a chosen group: who is reached by mail, and who is not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import unique
from typing import TYPE_CHECKING, Final

from macros.model.german import sort_key
from macros.model.records import Kontakt, Organisation, Person, Schule, Stelle
from macros.model.rules.mailboxes import FREEMAIL
from macros.model.values import Auswahl

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model.bestand import Bestand
    from macros.model.records import Gemeinde
    from macros.model.verweis import Verweis


@unique
class Rolle(Auswahl):
    """Whose mailboxes are wanted."""

    SCHULEN = "schulen", "Schulen"
    FACHKRAEFTE = "fachkraefte", "Schulsozialarbeit (Kontakte der Stellen)"
    ANSTELLUNGSTRAEGER = "anstellungstraeger", "Anstellungsträger"
    SCHULTRAEGER = "schultraeger", "Schulträger"
    FUNKTIONEN = "funktionen", "Kontakte mit Zuständigkeit"
    NETZWERK = "netzwerk", "Netzwerkpartner mit Zuständigkeit oder Angebot"


@dataclass(frozen=True)
class Gruppe:
    """Whom a mailing is for; an empty field does not narrow it.

    Attributes:
        rollen: whose mailboxes.
        themen: ids of topics; only functions and partners have any.
        gemeinden: ids of municipalities.
        schulformen: ids of Schulformen, of the school or of the schools a post works at.
        anstellungstraeger: ids of employers of the posts.
    """

    rollen: tuple[Rolle, ...] = ()
    themen: tuple[str, ...] = ()
    gemeinden: tuple[str, ...] = ()
    schulformen: tuple[str, ...] = ()
    anstellungstraeger: tuple[str, ...] = ()


@dataclass(frozen=True)
class Empfang:
    """Somebody a mailing is for.

    Attributes:
        kennung: id of the record.
        name: the function or the body; never a person.
        rolle: why it is in the group.
        postfach: the function mailbox; empty where there is none.
        grund: why there is none; empty where there is one.
    """

    kennung: str
    name: str
    rolle: Rolle
    postfach: str
    grund: str = ""


@dataclass(frozen=True)
class Verteiler:
    """A mailing list.

    Attributes:
        eintraege: all members by name, those without a mailbox included.
    """

    eintraege: tuple[Empfang, ...]

    @property
    def postfaecher(self) -> tuple[str, ...]:
        """Every mailbox once, in the order of the members."""
        found: dict[str, str] = {}
        for entry in self.eintraege:
            if entry.postfach:
                found.setdefault(entry.postfach.lower(), entry.postfach)
        return tuple(found.values())

    @property
    def ohne(self) -> tuple[Empfang, ...]:
        """The members without a mailbox, each once."""
        found = {entry.kennung: entry for entry in self.eintraege if not entry.postfach}
        return tuple(found.values())


_KEINS: Final = "kein Postfach eingetragen"
_PRIVAT: Final = "das Postfach sieht privat aus und bleibt weg"
_PERSON: Final = "das Postfach gehört einer Person und bleibt weg"


def mailing(bestand: Bestand, gruppe: Gruppe) -> Verteiler:
    """Return the mailing list of a group.

    Args:
        bestand: the checked records of a region.
        gruppe: whom it is for.
    """
    personal = {str(p.email).lower() for p in bestand.alle(Person) if p.email}
    found: dict[tuple[Rolle, str], Empfang] = {}
    for rolle in gruppe.rollen or tuple(Rolle):
        for record in _members(bestand, rolle, gruppe):
            name = record.funktion if isinstance(record, Kontakt) else record.name
            mailbox, why = _mailbox(record, personal)
            found.setdefault((rolle, record.id), Empfang(record.id, name, rolle, mailbox, why))
    return Verteiler(tuple(sorted(found.values(), key=lambda e: (sort_key(e.name), e.kennung))))


def office_mailbox(bestand: Bestand, organisation: Organisation) -> str:
    """Return the function mailbox of a body: its own, or that of its first function."""
    functions = (
        kontakt.email
        for kontakt in bestand.alle(Kontakt)
        if kontakt.organisation.id == organisation.id and not kontakt.aufgehoben(bestand.stichtag)
    )
    return next((str(mail) for mail in (organisation.email, *functions) if mail), "")


def _mailbox(record: Kontakt | Organisation | Schule, personal: set[str]) -> tuple[str, str]:
    """Return the mailbox, or why there is none to write to."""
    if record.email is None:
        return "", _KEINS
    mail = str(record.email)
    if mail.lower() in personal:
        return "", _PERSON
    if mail.rpartition("@")[2].lower() in FREEMAIL:
        return "", _PRIVAT
    return mail, ""


def _members(
    bestand: Bestand, rolle: Rolle, gruppe: Gruppe
) -> Iterator[Kontakt | Organisation | Schule]:
    match rolle:
        case Rolle.FUNKTIONEN:
            yield from _functions(bestand, gruppe)
        case Rolle.NETZWERK:
            yield from _partners(bestand, gruppe)
        case _ if gruppe.themen:
            return
        case Rolle.SCHULEN:
            yield from _schools(bestand, gruppe)
        case Rolle.SCHULTRAEGER:
            for school in _schools(bestand, gruppe):
                if school.schultraeger:
                    yield school.schultraeger.ziel
        case Rolle.FACHKRAEFTE | Rolle.ANSTELLUNGSTRAEGER:
            for stelle in _posts(bestand, gruppe):
                if rolle is Rolle.ANSTELLUNGSTRAEGER:
                    yield stelle.anstellungstraeger.ziel
                elif stelle.kontakt and not stelle.kontakt.ziel.aufgehoben(bestand.stichtag):
                    yield stelle.kontakt.ziel


def _schools(bestand: Bestand, gruppe: Gruppe) -> Iterator[Schule]:
    for school in bestand.alle(Schule):
        employers = {s.anstellungstraeger.id for s in bestand.stellen_an(school)}
        if _at(school, gruppe) and (
            not gruppe.anstellungstraeger or employers & set(gruppe.anstellungstraeger)
        ):
            yield school


def _posts(bestand: Bestand, gruppe: Gruppe) -> Iterator[Stelle]:
    for stelle in bestand.alle(Stelle):
        wanted = gruppe.anstellungstraeger
        if (not wanted or stelle.anstellungstraeger.id in wanted) and any(
            _at(part.schule.ziel, gruppe) for part in stelle.einsatz
        ):
            yield stelle


def _at(school: Schule, gruppe: Gruppe) -> bool:
    return (not gruppe.gemeinden or school.gemeinde.id in gruppe.gemeinden) and (
        not gruppe.schulformen or school.schulform.id in gruppe.schulformen
    )


def _functions(bestand: Bestand, gruppe: Gruppe) -> Iterator[Kontakt]:
    # A function is for places and topics, not for a Schulform or an employer of posts.
    if gruppe.schulformen or gruppe.anstellungstraeger:
        return
    for kontakt in bestand.alle(Kontakt):
        area = kontakt.zustaendig
        if area is None or kontakt.aufgehoben(bestand.stichtag):
            continue
        topics = {thema.id for thema in area.themen}
        if (not gruppe.themen or topics & set(gruppe.themen)) and _covers(area.orte, gruppe):
            yield kontakt


def _partners(bestand: Bestand, gruppe: Gruppe) -> Iterator[Organisation]:
    if gruppe.schulformen or gruppe.anstellungstraeger:
        return
    for organisation in bestand.alle(Organisation):
        areas = [
            area
            for area in organisation.zustaendigkeit
            if not gruppe.themen or area.thema.id in gruppe.themen
        ]
        offers = {thema.id for angebot in organisation.angebote for thema in angebot.themen}
        offered = bool(offers & set(gruppe.themen)) if gruppe.themen else bool(offers)
        if any(_covers(area.orte, gruppe) for area in areas) or (offered and not areas):
            yield organisation


def _covers(orte: tuple[Verweis[Gemeinde], ...], gruppe: Gruppe) -> bool:
    return not gruppe.gemeinden or not orte or any(o.id in gruppe.gemeinden for o in orte)
