"""Rules about the catalogue: standards, terms, figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from macros.model import figure_ids
from macros.model.findings import Befund, Stufe, regel
from macros.model.nearest import fold
from macros.model.records import Begriff, Kennzahl, Standard, Thema
from macros.model.records.katalog import Dimension
from macros.model.rules.check import per_record, whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.model.bestand import Bestand

_ID: Final = re.compile(r"^qs-([spe])-\d{2}$")
_LETTER: Final = {"s": Dimension.STRUKTUR, "p": Dimension.PROZESS, "e": Dimension.ERGEBNIS}

STANDARD_KENNUNG = regel(
    "R-360",
    Stufe.FEHLER,
    "Standards heißen qs-s-01, qs-p-01 oder qs-e-01",
    "Die Nummer ist dauerhaft. Ihr Buchstabe nennt die Dimension: Struktur, Prozess, Ergebnis.",
    "id: qs-s-01\n  dimension: prozess",
    "id: qs-s-01\n  dimension: struktur",
)
OHNE_NACHWEIS = regel(
    "R-361",
    Stufe.WARNUNG,
    "Standards nennen Nachweise",
    "Ohne Nachweis kann eine Schule nicht zeigen, dass sie den Standard erfüllt.",
    "- id: qs-s-01 (ohne nachweise)",
    "nachweise:\n  - Vereinbarung liegt vor",
)
BEGRIFF_DOPPELT = regel(
    "R-362",
    Stufe.FEHLER,
    "Jeder Begriff ist einmal erklärt",
    "Zwei Erklärungen für dasselbe Wort widersprechen sich früher oder später.",
    "begriff: Fachaufsicht (zweimal)",
    "begriff: Fachaufsicht (einmal)",
)
KENNZAHL_BERECHNET = regel(
    "R-363",
    Stufe.FEHLER,
    "Berechnete Kennzahlen werden nicht von Hand eingetragen",
    "Die Seite zählt selbst; eine eingetragene Zahl würde bald abweichen.",
    "- id: anzahl-schulen",
    "- id: anzahl-schulen-laut-ministerium",
)
KENNZAHL_STAND = regel(
    "R-349",
    Stufe.FEHLER,
    "Jede Kennzahl sagt, von wann sie ist",
    "Eine Zahl ohne Stand kann niemand einordnen. Ist der Tag nicht bekannt, steht das in "
    "„stand_text“.",
    'wert: "31" (ohne stand)',
    "stand_text: Februar 2016",
)
STANDARD_LUECKE = regel(
    "R-364",
    Stufe.FEHLER,
    "Die Nummern der Standards haben keine Lücke",
    "Eine Nummer verschwindet nie: Ein zurückgezogener Standard bleibt mit Datum und Grund stehen. "
    "Eine Lücke heißt, dass einer gelöscht oder eine Nummer vertippt wurde.",
    "- id: qs-s-01\n- id: qs-s-03",
    "- id: qs-s-01\n- id: qs-s-02\n- id: qs-s-03",
)
BEGRIFF_KURZ = regel(
    "R-365",
    Stufe.FEHLER,
    "Ein Begriff ist ein Wort, kein Satz",
    "Begriff und Erklärung werden leicht vertauscht.",
    "begriff: Wer fachlich verantwortlich ist und anleitet.",
    "begriff: Fachaufsicht",
)
ABKUERZUNG_KURZ = regel(
    "R-367",
    Stufe.FEHLER,
    "Eine Abkürzung ist kürzer als ihr Begriff",
    "Abkürzung, Begriff und Erklärung werden leicht vertauscht.",
    "begriff: IeF\nabkuerzung: Insoweit erfahrene Fachkraft",
    "begriff: Insoweit erfahrene Fachkraft\nabkuerzung: IeF",
)
FRAGEZEICHEN = regel(
    "R-366",
    Stufe.FEHLER,
    "Eine Frage endet mit einem Fragezeichen",
    "Die Frage steht als Überschrift über den Ergebnissen; der Name des Themas ist keine.",
    "frage: Schulpsychologie",
    "frage: Wer hilft bei Lern- und Verhaltensproblemen?",
)
TERM_MAX: Final = 80


@whole
def numbers_without_gap(bestand: Bestand) -> Iterable[Befund]:
    """Find standards whose predecessor has no record."""
    ids = {standard.id for standard in bestand.alle(Standard)}
    for standard in bestand.alle(Standard):
        found = _ID.match(standard.id)
        number = int(standard.id[-2:]) if found else 1
        before = f"{standard.id[:-2]}{number - 1:02d}"
        if number > 1 and before not in ids:
            yield STANDARD_LUECKE.befund(
                bestand.ort(standard, "id"),
                f"Vor {standard.nummer} fehlt {before.upper()}.",
                f"Den gelöschten Standard mit „zurueckgezogen“ wieder eintragen, oder id: {before}",
                path=standard.id,
            )


@per_record(Begriff)
def term_is_short(begriff: Begriff, bestand: Bestand) -> Iterable[Befund]:
    """Find a sentence where a term should be."""
    if len(begriff.begriff) > TERM_MAX or re.search(r"\w{3}\.$", begriff.begriff):
        yield BEGRIFF_KURZ.befund(
            bestand.ort(begriff, "begriff"),
            f"„{begriff.begriff[:40]}…“ ist ein Satz. Sind Begriff und Erklärung vertauscht?",
            "Bei „begriff“ nur das Wort eintragen, den Satz bei „definition“",
            path=f"{begriff.id}.begriff",
        )


@per_record(Begriff)
def abbreviation_is_shorter(begriff: Begriff, bestand: Bestand) -> Iterable[Befund]:
    """Find an abbreviation that is longer than what it stands for."""
    if begriff.abkuerzung is not None and len(begriff.abkuerzung) >= len(begriff.begriff):
        yield ABKUERZUNG_KURZ.befund(
            bestand.ort(begriff, "abkuerzung"),
            f"Die Abkürzung „{begriff.abkuerzung[:40]}“ ist nicht kürzer als der Begriff "
            f"„{begriff.begriff[:40]}“. Sind zwei Felder vertauscht?",
            "Bei „abkuerzung“ nur die Kurzform eintragen",
            path=f"{begriff.id}.abkuerzung",
        )


@per_record(Thema)
def question_ends_as_one(thema: Thema, bestand: Bestand) -> Iterable[Befund]:
    """Find a question without its mark."""
    if thema.frage is not None and not thema.frage.endswith("?"):
        yield FRAGEZEICHEN.befund(
            bestand.ort(thema, "frage"),
            f"„{thema.frage[:60]}“ endet nicht mit einem Fragezeichen. Ist das die Frage?",
            "Bei „frage“ einen Fragesatz eintragen, bei „name“ das Thema",
            path=f"{thema.id}.frage",
        )


@per_record(Standard)
def standard_id(standard: Standard, bestand: Bestand) -> Iterable[Befund]:
    """Find standards whose number has another form or contradicts the dimension."""
    found = _ID.match(standard.id)
    if found is None:
        yield STANDARD_KENNUNG.befund(
            bestand.ort(standard, "id"),
            f"„{standard.id}“ ist keine Nummer eines Standards.",
            "id: qs-s-01",
            path=standard.id,
        )
    elif _LETTER[found.group(1)] is not standard.dimension:
        right = _LETTER[found.group(1)]
        yield STANDARD_KENNUNG.befund(
            bestand.ort(standard, "dimension"),
            f"„{standard.id}“ gehört zur Dimension „{right.value}“, "
            f"nicht zu „{standard.dimension.value}“.",
            f"dimension: {right.value}",
            path=f"{standard.id}.dimension",
        )


@per_record(Standard)
def has_evidence(standard: Standard, bestand: Bestand) -> Iterable[Befund]:
    """Find standards nobody can prove."""
    if not standard.nachweise and standard.zurueckgezogen is None:
        yield OHNE_NACHWEIS.befund(
            bestand.ort(standard),
            f"Der Standard {standard.nummer} nennt keinen Nachweis.",
            path=standard.id,
        )


@whole
def terms_once(bestand: Bestand) -> Iterable[Befund]:
    """Find a term explained twice."""
    first: dict[str, Begriff] = {}
    for begriff in bestand.alle(Begriff):
        key = fold(begriff.begriff)
        if key in first:
            yield BEGRIFF_DOPPELT.befund(
                bestand.ort(begriff, "begriff"),
                f"Der Begriff „{begriff.begriff}“ ist schon erklärt "
                f"(Zeile {bestand.ort(first[key]).line}).",
                "Die beiden Erklärungen zusammenführen",
                path=begriff.id,
            )
        first.setdefault(key, begriff)


@per_record(Kennzahl)
def computed_stays_computed(kennzahl: Kennzahl, bestand: Bestand) -> Iterable[Befund]:
    """Find a hand-made figure under the name of a computed one."""
    if kennzahl.id in figure_ids.COMPUTED:
        yield KENNZAHL_BERECHNET.befund(
            bestand.ort(kennzahl, "id"),
            f"„{kennzahl.id}“ wird aus den Daten berechnet.",
            "Den Eintrag löschen oder ihm eine andere Kennung geben",
            path=kennzahl.id,
        )


@per_record(Kennzahl)
def figure_says_when(kennzahl: Kennzahl, bestand: Bestand) -> Iterable[Befund]:
    """Find a figure that says neither its day nor in words from when it is, or both."""
    if (kennzahl.stand is None) == (kennzahl.stand_text is None):
        both = kennzahl.stand is not None
        yield KENNZAHL_STAND.befund(
            bestand.ort(kennzahl, "stand_text") if both else bestand.ort(kennzahl),
            f"„{kennzahl.name}“ nennt " + ("ihren Stand doppelt." if both else "keinen Stand."),
            "Die Zeile „stand_text“ löschen" if both else 'stand: "2026-07-31"',
            path=f"{kennzahl.id}.stand",
        )
