"""The macro for trainings: with the state of registration, and who may attend and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import unique
from typing import TYPE_CHECKING

from macros.exports.calendars import file_of
from macros.model.agenda import cost_text, trainings
from macros.model.attendance import may_attend
from macros.model.german import date_text
from macros.model.records.termin import Terminstatus
from macros.model.values import Auswahl
from macros.views.agreements import page_of
from macros.views.filters import feld, filter_for
from macros.views.lookup import choice
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from datetime import date

    from macros.model.attendance import Berechtigung
    from macros.model.records import Fortbildung
    from macros.views.ansicht import Ansicht


@unique
class Fortbildungsliste(Auswahl):
    """Which of the two lists of trainings is wanted."""

    NAECHSTE = "naechste", "nächste"
    VERGANGEN = "vergangen", "vergangene"


@dataclass(frozen=True)
class Angebot:
    """A training as it is shown.

    Attributes:
        fortbildung: the training.
        kosten: in words.
        anmeldung: the state of registration, for the filter.
        frist: the state of registration with its day.
        wer: who may attend.
        datei: its calendar file below the site's root; empty without a day.
    """

    fortbildung: Fortbildung
    kosten: str
    anmeldung: str
    frist: str
    wer: tuple[Berechtigung, ...]
    datei: str


def registration(fortbildung: Fortbildung, stichtag: date) -> tuple[str, str]:
    """Return the state of registration in a word and in a sentence."""
    form = fortbildung.anmeldung
    if fortbildung.status is Terminstatus.ABGESAGT:
        return "nicht möglich", "nicht möglich, die Fortbildung ist abgesagt"
    last = fortbildung.letzter_tag
    if last is not None and last < stichtag:
        return "beendet", "beendet, die Fortbildung ist vorbei"
    if form is None:
        return "noch nicht offen", "noch nicht offen"
    if form.ab is not None and form.ab > stichtag:
        return "noch nicht offen", f"ab {date_text(form.ab)}"
    if form.bis is not None and form.bis < stichtag:
        return "beendet", f"beendet seit {date_text(form.bis)}; fragen Sie nach freien Plätzen"
    return "offen", f"bis {date_text(form.bis)}" if form.bis else "offen, ohne Frist"


@makro(
    inline=False, beispiel='fortbildungen("naechste")', seite="service/fortbildungen/", live=True
)
def fortbildungen(ansicht: Ansicht, welche: str = "naechste") -> Fragment:
    """Zeigt Fortbildungen mit Tagen, Kosten, Frist und dem Grund, warum wer teilnehmen darf.

    Wer teilnehmen darf, steht in fortbildungen.yml unter zielgruppen; weitere Gruppen ergeben
    sich aus den Zusagen der Vereinbarungen.

    Args:
        ansicht: die Seite.
        welche: Welche Fortbildungen: naechste oder vergangen.
    """
    wanted = choice(Fortbildungsliste, welche) or Fortbildungsliste.NAECHSTE
    coming, over = trainings(ansicht.bestand)
    rows = coming if wanted is Fortbildungsliste.NAECHSTE else over
    shown = [_offer(ansicht, f) for f in rows]
    anker = ansicht.frei(o.fortbildung.id for o in shown)
    form_above = filter_for(
        ansicht.nach(anker),
        len(shown),
        f"fortbildungen-{wanted.value}",
        "Fortbildungen",
        feld("thema", "Thema", (t.ziel.name for o in shown for t in o.fortbildung.themen)),
        feld("art", "Art", (o.fortbildung.art.label for o in shown)),
        feld("wer", "Wer darf teilnehmen", (b.wer for o in shown for b in o.wer)),
        feld("anmeldung", "Anmeldung", (o.anmeldung for o in shown)),
    )
    return block(
        "fortbildungen",
        anker | form_above.anker if form_above else anker,
        ansicht=ansicht,
        angebote=shown,
        welche=wanted.value,
        filter=form_above,
        vereinbarungsseite=page_of,
    )


def _offer(ansicht: Ansicht, fortbildung: Fortbildung) -> Angebot:
    word, sentence = registration(fortbildung, ansicht.stichtag)
    return Angebot(
        fortbildung,
        cost_text(fortbildung),
        word,
        sentence,
        may_attend(ansicht.bestand, fortbildung),
        file_of(fortbildung) if fortbildung.tage else "",
    )
