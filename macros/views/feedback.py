"""Whoever sees that a record is right or wrong tells the Koordinierungsstelle with one tap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from macros.model.records import Kontakt, Organisation, Schule, Stelle

if TYPE_CHECKING:
    from macros.views.ansicht import Ansicht

ERREICHEN: Final = "service/koordinierungsstelle/"
# RFC 6068 leaves these as they are in the parts behind the question mark; each counts on a page
# with a thousand records.
_PLAIN: Final = "/:@!$'()*,;"


# A list of so many records has one short link for each, or its page grows past what phones load.
VIELE: Final = 300


@dataclass(frozen=True)
class Rueckmeldung:
    """The two ways to answer whether a record still holds.

    Attributes:
        stimmt: address of the mail that confirms it; empty where there is but one way.
        stimmt_nicht: address of the mail that asks for a correction; without a mailbox the way
            to the page that says how to reach the office.
    """

    stimmt: str
    stimmt_nicht: str


def rueckmeldung_zu(
    ansicht: Ansicht, satz: Kontakt | Organisation | Schule | Stelle, knapp: bool = False
) -> Rueckmeldung:
    """Return how a reader confirms or corrects a record.

    Args:
        ansicht: the view of the page.
        satz: the record; the mail names it with its kind, its id and its page.
        knapp: whether one mail with nothing but a subject must do, in a list of :data:`VIELE`.
    """
    mailbox = ansicht.bestand.region.koordinierungsstelle.ziel.email
    if not mailbox:
        return Rueckmeldung("", ansicht.link(ERREICHEN))
    name, page = name_of(satz), f"{ansicht.bestand.region.adresse.rstrip('/')}/{page_of(satz)}"
    kind = type(satz).__name__
    if knapp:
        return Rueckmeldung("", _mail(str(mailbox), f"Stimmt das noch? {kind} {satz.id}"))
    record = f"{kind}: {satz.id}\n{page}\n\n"
    return Rueckmeldung(
        _mail(str(mailbox), f"Stimmt noch: {name}", record),
        _mail(str(mailbox), f"Stimmt nicht: {name}", f"{record}Richtig ist: "),
    )


def name_of(satz: Kontakt | Organisation | Schule | Stelle) -> str:
    """Return what a record is called; a post has no name but its schools."""
    match satz:
        case Kontakt():
            return satz.funktion
        case Stelle():
            return f"Stelle {', '.join(teil.schule.ziel.name for teil in satz.einsatz)}"
        case _:
            return satz.name


def page_of(satz: Kontakt | Organisation | Schule | Stelle) -> str:
    """Return the permanent address of a record below the site's root."""
    match satz:
        case Kontakt():
            return f"service/kontakte/#{satz.id}"
        case Organisation():
            return f"service/netzwerk/#{satz.id}"
        case Stelle():
            return page_of(satz.einsatz[0].schule.ziel)
        case Schule():
            return f"service/gemeinden/{satz.gemeinde.id}/#{satz.id}"


def _mail(mailbox: str, subject: str, body: str = "") -> str:
    # A line end in a mail address is CR LF (RFC 6068, section 5).
    text = "&body=" + quote(body.replace("\n", "\r\n"), _PLAIN) if body else ""
    return f"mailto:{mailbox}?subject={quote(subject, _PLAIN)}{text}"
