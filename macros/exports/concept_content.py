"""What stands in a school's concept: the sections of the catalogue, text of the chapters, facts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from macros.exports import concept_facts as facts
from macros.exports import concept_forms as forms
from macros.exports.concept_document import (
    Absatz,
    Art,
    Dokument,
    Liste,
    Seitenumbruch,
    Ueberschrift,
    ergaenzen,
)
from macros.exports.word.elements import Lauf, plain
from macros.model.records import Konzeptabschnitt
from macros.model.records.konzeptabschnitt import Angabe, Pflicht
from macros.model.records.region import Regionsstatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from macros.exports.concept_document import Teil
    from macros.exports.concept_facts import Blick

UMFANG: Final = "Umfang: "
# What each kind of Angabe puts into a section.
_TEILE: Final[dict[Angabe, Callable[[Blick], tuple[Teil, ...]]]] = {
    Angabe.DOKUMENT: forms.document,
    Angabe.KURZTEXT: forms.short_text,
    Angabe.SCHULE: forms.school,
    Angabe.BEDARF: forms.needs,
    Angabe.ZIELE: forms.aims,
    Angabe.ANGEBOTE: forms.offers,
    Angabe.STELLEN: facts.posts,
    Angabe.AUFSICHT: facts.supervision,
    Angabe.RAUM: forms.room,
    Angabe.ABSPRACHEN: forms.habits,
    Angabe.ZUSTAENDIG: facts.offices,
    Angabe.PARTNER: forms.partners,
    Angabe.FEDERFUEHRUNG: forms.lead,
    Angabe.KINDERSCHUTZ: facts.protection,
    Angabe.VORDRUCKE: forms.papers,
    Angabe.TERMINE: forms.dates,
    Angabe.JAHRESPLAN: forms.year,
    Angabe.VORHABEN: forms.projects,
    Angabe.VEREINBARUNG: facts.agreements,
    Angabe.AUSHANG: facts.notice,
    Angabe.JAHRESZIELE: forms.year_aims,
}
_SCHRITTE: Final = (
    "Prüfen Sie Deckblatt und Angaben. Was nicht stimmt, melden Sie der Koordinierungsstelle; "
    "dann ist es beim nächsten Mal richtig.",
    "Verteilen Sie die Abschnitte in der Schreibgruppe. Beginnen Sie mit 2, 3 und 6.",
    "Lesen Sie die Fragen zu jedem Abschnitt, sprechen Sie darüber und schreiben Sie Ihre "
    "Antworten darunter.",
    "Lassen Sie Text mit farbigem Rand stehen. Er stammt aus dem Rahmenkonzept. Ergänzen dürfen "
    "Sie ihn, abschwächen nicht.",
    "Tragen Sie zu jedem Standard den Status ein: erfüllt, überwiegend, teilweise oder nicht "
    "erfüllt. Zu jedem offenen Muss gehören Zuständige und Frist.",
    "Ersetzen Sie alles, was „bitte ergänzen“ sagt. Mit Strg+F finden Sie jede Stelle.",
    "Löschen Sie die Hinweise auf einmal: einen anklicken, Start → Markieren → Text mit ähnlicher "
    "Formatierung markieren, Entf.",
    "Speichern Sie die Datei mit Schulnummer und Datum im Namen und geben Sie sie an Träger, "
    "Koordinierungsstelle und Konferenzen.",
)


@dataclass(frozen=True)
class Textstellen:
    """The passages of the chapters that go into the files.

    Attributes:
        teile: the text by place; a place that the wording does not have is missing.
        titel: title of each chapter by its path without ending.
        ueberschriften: heading of each place that is one.
    """

    teile: Mapping[str, tuple[Teil, ...]] = field(default_factory=dict)
    titel: Mapping[str, str] = field(default_factory=dict)
    ueberschriften: Mapping[str, str] = field(default_factory=dict)


def concept(blick: Blick, texte: Textstellen) -> Dokument:
    """Return the document for a school, for a Schulform, or for any school.

    Args:
        blick: for whom.
        texte: the passages of the chapters.
    """
    region = blick.bestand.region
    rahmen = f"Rahmenkonzept Schulsozialarbeit {region.im_satz}"
    state = facts.decided(blick.fassung)
    name = f"Fassung {blick.fassung.name}" if blick.fassung else "Entwurf"
    for_whom = _for_whom(blick)
    demo = "Vorführung, keine amtliche Datei." if _demo(blick) else ""
    return Dokument(
        titel="Schuleigenes Konzept Schulsozialarbeit",
        untertitel=for_whom,
        betreff=f"{for_whom}, abgeleitet aus: {rahmen}, {state}",
        kopf=f"{rahmen}, {name}",
        fuss=f"{for_whom}. {demo}".strip(),
        deckblatt=tuple(_cover(blick, rahmen, state)),
        teile=tuple(_parts(blick, texte)),
    )


def _for_whom(blick: Blick) -> str:
    if blick.schule is not None:
        number = blick.schule.schulnummer
        return f"{blick.schule.name}, Schulnummer {number}" if number else blick.schule.name
    if blick.schulform is not None:
        return f"Muster für die Schulform {blick.schulform.name}"
    return "Muster für alle Schulen"


def _demo(blick: Blick) -> bool:
    return blick.bestand.region.status is Regionsstatus.VORFUEHRUNG


def _cover(blick: Blick, rahmen: str, state: str) -> Iterator[Teil]:
    yield facts.facts("Die Schule", facts.school_rows(blick))
    derived = f"Abgeleitet aus: {rahmen}, {state}"
    if blick.fassung is not None:
        derived += f" ({blick.fassung.beschlossen_von})"
    yield Absatz(f"{derived}.")
    yield Absatz(("Beschlossen von der Schule: ", ergaenzen("Gremium und Tag")))
    if _demo(blick):
        yield Absatz(
            Lauf(
                "Vorführung, keine amtliche Datei: Die Angaben zeigen, wie ein Muster aussieht.",
                fett=True,
            )
        )


def _parts(blick: Blick, texte: Textstellen) -> Iterator[Teil]:
    yield Absatz("So arbeiten Sie mit dieser Datei", Art.KENNZEICHNUNG)
    yield Liste(_SCHRITTE, nummern=True, art=Art.HINWEIS)
    annexes = False
    for number, section in enumerate(blick.bestand.alle(Konzeptabschnitt)):
        # What hangs on a wall is printed on its own; the first annex is put in from elsewhere.
        alone = section.ist_anlage and section.pflicht is Pflicht.PFLICHT and annexes
        if not number or alone:
            yield Seitenumbruch()
        annexes = annexes or section.ist_anlage
        yield from _section(section, blick, texte)


def _section(section: Konzeptabschnitt, blick: Blick, texte: Textstellen) -> Iterator[Teil]:
    yield Ueberschrift(section.ueberschrift, 1, f"abschnitt-{section.id}")
    questions = texte.teile.get(section.leitfragen or "", ())
    yield Absatz(_mark(section, questions, texte), Art.KENNZEICHNUNG)
    yield Absatz(section.hinweis, Art.HINWEIS)
    for part in questions:
        if isinstance(part, Liste):
            yield replace(part, art=Art.HINWEIS)
    yield from _blocks(section, texte)
    for angabe in section.angaben:
        if len(section.angaben) > 1:
            yield Ueberschrift(angabe.label, 2)
        yield from _TEILE[angabe](blick)
    if not section.ist_anlage and Angabe.DOKUMENT not in section.angaben:
        yield Absatz(ergaenzen(f"Ihr Text zu „{section.titel}“"))
    answers = forms.answers(blick, section.standards, section.titel)
    if answers:
        yield Ueberschrift("Darauf antwortet dieser Abschnitt", 2)
        yield from answers


def _mark(section: Konzeptabschnitt, questions: tuple[Teil, ...], texte: Textstellen) -> str:
    words = [section.pflicht.label, section.umgang.label]
    for part in questions:
        if isinstance(part, Absatz) and (text := plain(part.text)).startswith(UMFANG):
            words.append(text.removeprefix(UMFANG).rstrip("."))
    chapter = texte.titel.get(section.kapitel)
    if chapter:
        words.append(f"Kapitel „{chapter}“")
    return " · ".join(words)


def _blocks(section: Konzeptabschnitt, texte: Textstellen) -> Iterator[Teil]:
    for place in section.bausteine:
        found = texte.teile.get(place)
        if not found:
            page = place.partition("#")[0]
            yield Absatz(
                f"Hier steht Text aus dem Kapitel „{texte.titel.get(page, page)}“ des "
                "Rahmenkonzepts. Übernehmen Sie ihn von der Website.",
                Art.HINWEIS,
            )
            continue
        if heading := texte.ueberschriften.get(place):
            yield Ueberschrift(heading, 2)
        for part in found:
            yield replace(part, art=Art.BAUSTEIN) if isinstance(part, Absatz | Liste) else part
