"""The tables of a concept that the school fills in: rows are proposed, cells say what to add."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.exports.concept_document import Absatz, Liste, Tabelle, ergaenzen
from macros.exports.concept_facts import facts, known
from macros.model.records import Schuljahresaufgabe, Standard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.exports.concept_document import Teil
    from macros.exports.concept_facts import Blick
    from macros.exports.word.elements import Text

FELDER = (
    "Beratung und Einzelfallhilfe",
    "Gruppen und Klassen",
    "Offene Angebote",
    "Zusammenarbeit mit Eltern",
    "Prävention",
    "Übergänge",
    "Mitwirkung an der Schulentwicklung",
)


def _form(
    titel: str, kopf: tuple[str, ...], erste: Sequence[str], anteile: tuple[int, ...] = ()
) -> Tabelle:
    """Return a table whose first column is given and whose other cells are to be filled in."""
    rows: tuple[tuple[Text, ...], ...] = tuple(
        (name, *(ergaenzen() for _ in kopf[1:])) for name in erste
    )
    return Tabelle(titel, kopf, rows, anteile, zeilenkopf=True)


def document(blick: Blick) -> tuple[Teil, ...]:
    """Return who decides on the concept and when it is looked at again."""
    return (
        facts(
            "Angaben zum Dokument",
            (
                ("Geschrieben von", ergaenzen("Funktionen der Schreibgruppe")),
                ("Beraten", ergaenzen("Gremium und Tag")),
                ("Beschlossen", ergaenzen("Gremium und Tag")),
                ("Gemeldet", ergaenzen("Tag der Meldung an die Koordinierungsstelle")),
                ("Nächste Überprüfung", ergaenzen("nach einem Schuljahr, Monat und Jahr")),
                ("Neuer Beschluss", ergaenzen("spätestens nach drei Jahren, Monat und Jahr")),
            ),
        ),
    )


def short_text(blick: Blick) -> tuple[Teil, ...]:
    """Return the questions a child asks, with what is known of the answers."""
    times = "; ".join(e.praesenz for _, e in blick.einsaetze if e.praesenz)
    when: Text = (
        (f"Jemand ist da: {times}. ", ergaenzen("offene Zeiten ohne Termin"))
        if times
        else ergaenzen("Tage und Uhrzeiten")
    )
    return (
        facts(
            "Kurz und klar",
            (
                ("Wo?", ergaenzen("Raum und Weg dorthin")),
                ("Wann?", when),
                ("Wobei?", ergaenzen("drei Beispiele in Worten, die Zehnjährige verstehen")),
                ("Im Unterricht?", ergaenzen("Zeichen, mit dem man gehen darf")),
                ("Wer erfährt davon?", ergaenzen("ein Satz zur Vertraulichkeit und ihrer Grenze")),
                ("Und für Eltern?", ergaenzen("Zeit und dienstliche Nummer")),
            ),
        ),
    )


def school(blick: Blick) -> tuple[Teil, ...]:
    """Return what describes the school and its surroundings."""
    place = blick.schule.gemeinde.ziel.name if blick.schule else None
    stages = ", ".join(s.label for s in blick.schulform.stufen) if blick.schulform else None
    told = blick.schule.sozialindex if blick.schule else None
    index = f"Stufe {told.stufe}, Schuljahr {told.schuljahr}" if told else None
    return (
        facts(
            "Die Schule in Zahlen",
            (
                ("Gemeinde", place or ergaenzen("Gemeinde")),
                ("Schulstufen", stages or ergaenzen("Schulstufen")),
                ("Junge Menschen", ergaenzen("Zahl der Schülerinnen und Schüler, Schuljahr")),
                ("Klassen", ergaenzen("Zahl der Klassen oder Jahrgänge")),
                ("Beschäftigte", ergaenzen("Lehrkräfte, Ganztag, weitere Fachkräfte")),
                ("Einzugsgebiet", ergaenzen("Ortsteile und Wege")),
                ("Sozialindex", known(index, "Stufe und Jahr, wo das Land einen Index führt")),
                ("Beratung gibt es schon", ergaenzen("Teams und Angebote")),
            ),
        ),
    )


def needs(blick: Blick) -> tuple[Teil, ...]:
    """Return who has been asked, and the topics that follow."""
    asked = ("Kinder und Jugendliche", "Eltern", "Kollegium und Ganztag", "Partner")
    return (
        _form("Wen wir gefragt haben", ("Wen", "Wie und wann", "Rücklauf"), asked),
        Liste(tuple(ergaenzen(f"Thema {n} mit Grund") for n in (1, 2, 3)), nummern=True),
    )


def aims(blick: Blick) -> tuple[Teil, ...]:
    """Return the aims for three years."""
    head = ("Ziel", "Wert heute", "Wert in drei Jahren", "Woran wir es merken")
    return (_rows("Ziele für drei Jahre", head, 3),)


def _rows(titel: str, kopf: tuple[str, ...], count: int) -> Tabelle:
    rows = tuple(
        tuple(ergaenzen("" if i else f"{was} {n}") for i, was in enumerate(kopf))
        for n in range(1, count + 1)
    )
    return Tabelle(titel, kopf, rows)


def offers(blick: Blick) -> tuple[Teil, ...]:
    """Return a row for each field of work."""
    head = ("Handlungsfeld", "Angebot", "Für wen", "Wie oft", "Mit wem")
    bewusst = Absatz(
        ("Bewusst nicht: ", ergaenzen("was Sie nicht anbieten und wohin Sie vermitteln"))
    )
    return (_form("Angebote je Handlungsfeld", head, FELDER), bewusst)


def room(blick: Blick) -> tuple[Teil, ...]:
    """Return what a room and its equipment are measured by."""
    wanted = (
        "Beratungsraum, vertraulich und erreichbar",
        "Raum für Gruppen",
        "Diensttelefon und dienstliche E-Mail",
        "Geschützter Rechner",
        "Abschließbarer Schrank",
        "Geld für Material und Gruppen",
    )
    head = ("Was", "Stand", "Was fehlt, wer, bis wann")
    return (_form("Raum und Ausstattung", head, wanted),)


def habits(blick: Blick) -> tuple[Teil, ...]:
    """Return the fixed meetings inside the school."""
    meetings = (
        "Regelgespräch mit der Schulleitung",
        "Beratungsteam",
        "Lehrerkonferenz",
        "Schulkonferenz",
        "Absprache mit dem Ganztag",
        "Krisenteam",
    )
    head = ("Anlass", "Wann", "Wer lädt ein", "Rolle der Fachkraft")
    return (_form("Feste Absprachen", head, meetings),)


def partners(blick: Blick) -> tuple[Teil, ...]:
    """Return the partners the school chooses."""
    return (_rows("Unsere wichtigsten Partner", ("Partner", "Wofür", "Kontakt hält"), 5),)


def lead(blick: Blick) -> tuple[Teil, ...]:
    """Return who does what at the school when a child may be in danger."""
    tasks = (
        "Federführung",
        "Vertretung der Federführung",
        "Weg A oder Weg B je Fachkraft",
        "Insoweit erfahrene Fachkraft anrufen",
        "Schutzkonzept: Stand und Ort",
        "Krisenteam: Aufgabe der Schulsozialarbeit",
    )
    head = ("Aufgabe", "Funktion oder Angabe", "Geprüft am")
    return (_form("Wer im Kinderschutz was tut", head, tasks, (4, 5, 2)),)


def papers(blick: Blick) -> tuple[Teil, ...]:
    """Return which forms and records there are."""
    kinds = (
        "Einwilligung und Entbindung von der Schweigepflicht",
        "Notizen aus Beratungen",
        "Zählbogen ohne Namen",
        "Unterlagen zum Kinderschutz",
        "Zahlen für die Schulleitung",
    )
    head = ("Unterlage", "Wer führt sie", "Wo sie liegt", "Wann sie gelöscht wird")
    return (_form("Vordrucke und Unterlagen", head, kinds),)


def dates(blick: Blick) -> tuple[Teil, ...]:
    """Return when what is evaluated."""
    events = (
        "Ziele vereinbaren",
        "Stand der Ziele besprechen",
        "Bögen zur Selbstevaluation ausfüllen",
        "Jahresbericht besprechen",
        "Befragung wiederholen",
    )
    return (_form("Termine der Auswertung", ("Was", "Wann", "Wer", "Geht an"), events),)


def year(blick: Blick) -> tuple[Teil, ...]:
    """Return the year's plan of the catalogue."""
    rows: tuple[tuple[Text, ...], ...] = tuple(
        (
            task.monat.label,
            task.was,
            ", ".join(rolle.label for rolle in task.wer),
            ergaenzen(),
        )
        for task in blick.bestand.alle(Schuljahresaufgabe)
    )
    if not rows:
        return (_rows("Jahresplan", ("Monat", "Was", "Wer", "Termin"), 6),)
    return (Tabelle("Jahresplan", ("Monat", "Was", "Wer", "Termin"), rows, (2, 4, 3, 3), True),)


def projects(blick: Blick) -> tuple[Teil, ...]:
    """Return what the school takes on next."""
    head = ("Vorhaben", "Erster Schritt", "Wen wir brauchen", "Bis wann")
    return (_rows("Entwicklungsvorhaben", head, 3),)


def year_aims(blick: Blick) -> tuple[Teil, ...]:
    """Return the agreement on aims for a school year."""
    head = ("Ziel", "Standard", "Woran wir es erkennen", "Wer trägt was bei", "Ergebnis im Juni")
    return (
        facts(
            "Angaben zur Zielvereinbarung",
            (
                ("Schuljahr", ergaenzen("Schuljahr")),
                ("Vereinbart am", ergaenzen("Tag")),
                ("Beteiligt", "Schulleitung, Fachkraft, Anstellungsträger"),
                ("Ausgewertet am", ergaenzen("Tag")),
            ),
        ),
        _rows("Ziele des Schuljahres", head, 3),
        Absatz(("Dafür fällt weg: ", ergaenzen("was in diesem Jahr ruht"))),
    )


def answers(blick: Blick, nummern: Sequence[str], titel: str) -> tuple[Teil, ...]:
    """Return the standards a section answers, a row for each.

    Args:
        blick: for whom the file is made.
        nummern: ids of the standards; those the Fassung does not have are left out.
        titel: the section's title.
    """
    rows: list[tuple[Text, ...]] = []
    for id in nummern:
        standard = blick.bestand.finde(Standard, id)
        if standard is None or standard.zurueckgezogen is not None:
            continue
        rows.append(
            (
                f"{standard.nummer} {standard.titel} ({standard.verbindlichkeit.label})",
                *(ergaenzen() for _ in range(4)),
            )
        )
    if not rows:
        return ()
    head = ("Standard", "Status", "Nachweis", "Maßnahme", "Frist")
    return (Tabelle(f"Standards zu „{titel}“", head, tuple(rows), (9, 4, 4, 4, 4)),)
