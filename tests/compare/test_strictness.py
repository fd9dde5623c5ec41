"""The table of cases: what a changed sentence is called, and when the program does not know."""

from __future__ import annotations

from collections import Counter

import pytest

from macros.compare.kinds import GEAENDERT, GELOCKERT, REDAKTIONELL, VERSCHAERFT, Art
from macros.compare.strictness import Wortschatz, judge

TIGHTER, LOOSER, SAME, UNKNOWN = VERSCHAERFT, GELOCKERT, REDAKTIONELL, GEAENDERT

CASES: list[tuple[str, str, Art]] = [
    # must, should, may
    ("Die Schule soll einen Raum stellen.", "Die Schule muss einen Raum stellen.", TIGHTER),
    ("Die Schulen müssen fragen.", "Die Schulen sollen fragen.", LOOSER),
    ("Die Schule kann fragen.", "Die Schule soll fragen.", TIGHTER),
    ("Sie muss nicht fragen.", "Sie soll nicht fragen.", UNKNOWN),
    ("Sie darf fragen.", "Sie muss fragen.", UNKNOWN),
    # figures
    ("Es gibt mindestens zwei Termine.", "Es gibt mindestens drei Termine.", TIGHTER),
    ("Es gibt mindestens 4 Termine.", "Es gibt mindestens 3 Termine.", LOOSER),
    ("Höchstens drei Schulen je Stelle.", "Höchstens zwei Schulen je Stelle.", TIGHTER),
    ("Bis zu zehn Kinder nehmen teil.", "Bis zu zwölf Kinder nehmen teil.", LOOSER),
    ("Mehr als drei Orte kommen nicht vor.", "Mehr als zwei Orte kommen nicht vor.", TIGHTER),
    ("Mehr als drei Kinder nehmen teil.", "Mehr als vier Kinder nehmen teil.", UNKNOWN),
    ("Es gibt zwei Räume.", "Es gibt drei Räume.", UNKNOWN),
    ("Mindestens zwei Fälle.", "Höchstens zwei Fälle.", UNKNOWN),
    ("Er darf höchstens zwei Tage fehlen.", "Er darf höchstens drei Tage fehlen.", UNKNOWN),
    ("Es fehlen nicht mindestens zwei.", "Es fehlen nicht mindestens drei.", UNKNOWN),
    # spans
    ("Antwort innerhalb von zwei Wochen.", "Antwort innerhalb von drei Wochen.", LOOSER),
    ("Antwort innerhalb von zwei Wochen.", "Antwort innerhalb von zehn Tagen.", TIGHTER),
    ("Prüfung spätestens nach fünf Jahren.", "Prüfung spätestens nach drei Jahren.", TIGHTER),
    ("Einladung spätestens eine Woche vorher.", "Einladung spätestens zwei Wochen vorher.",
     TIGHTER),
    ("Geprüft in den letzten sechs Monaten.", "Geprüft in den letzten zwölf Monaten.", LOOSER),
    ("Antwort innerhalb von fünf Werktagen.", "Antwort innerhalb von fünf Tagen.", UNKNOWN),
    ("Die Pause dauert zwei Wochen.", "Die Pause dauert drei Wochen.", UNKNOWN),
    # how often
    ("Das Gespräch findet jährlich statt.", "Das Gespräch findet halbjährlich statt.", TIGHTER),
    ("Das Team tagt jede Woche.", "Das Team tagt jeden Monat.", LOOSER),
    ("Die Angaben werden einmal im Jahr geprüft.",
     "Die Angaben werden alle sechs Monate geprüft.", TIGHTER),
    ("Es gibt mindestens zwei Termine im Schulhalbjahr.",
     "Es gibt mindestens einen Termin im Monat.", TIGHTER),
    ("Es gibt mindestens einen Termin im Monat.",
     "Es gibt mindestens ein Gespräch im Monat.", UNKNOWN),
    ("Mindestens alle zwei Jahre wird gefragt.", "Mindestens jedes Jahr wird gefragt.", TIGHTER),
    ("Das Team tagt monatlich.", "Das Team tagt jeden Monat.", SAME),
    # softening words
    ("Die Schule prüft das.", "Die Schule prüft das in der Regel.", LOOSER),
    ("Die Schule prüft das möglichst im Mai.", "Die Schule prüft das im Mai.", TIGHTER),
    # negations, limits, swapped words
    ("Die Schule darf das.", "Die Schule darf das nicht.", UNKNOWN),
    ("Daten ohne Namen.", "Daten mit Namen.", UNKNOWN),
    ("Ein Raum für alle.", "Kein Raum für alle.", UNKNOWN),
    ("Die Schule fragt den Träger.", "Der Träger fragt die Schule.", UNKNOWN),
    ("Die Schule fragt.", "Nur die Schule fragt.", UNKNOWN),
    # several at once
    ("Sie soll mindestens zwei Orte prüfen.", "Sie muss mindestens drei Orte prüfen.", TIGHTER),
    ("Sie soll mindestens drei Orte prüfen.", "Sie muss mindestens zwei Orte prüfen.", UNKNOWN),
    # spelling
    ("Der Raum ist frei, hell und leise.", "Der Raum ist frei, hell, und leise.", SAME),
    ("Das gilt z.B. im Mai.", "Das gilt z.\u00a0B. im Mai.", SAME),
    ('Er heißt "Insel".', "Er heißt „Insel“.", SAME),
    ("Sie schreibt eine E-Mail, daß es gilt.", "Sie schreibt eine Email, dass es gilt.", SAME),
    ("Fragen sie die Schule.", "Fragen Sie die Schule.", UNKNOWN),
    ("Die Angaben haben den Stand Mai 2025.", "Die Angaben haben den Stand Juni 2026.", SAME),
    ("Das gilt ab Mai 2025.", "Das gilt ab Mai 2026.", UNKNOWN),
]  # fmt: skip


@pytest.mark.parametrize(("alt", "neu", "art"), CASES)
def test_a_changed_sentence_is_called(alt: str, neu: str, art: Art) -> None:
    assert judge(alt, neu).art is art


@pytest.mark.parametrize(
    ("alt", "neu", "art"), [c for c in CASES if c[2] in (VERSCHAERFT, GELOCKERT)]
)
def test_the_way_back_is_called_the_opposite(alt: str, neu: str, art: Art) -> None:
    """Whoever takes a change back undoes it; a rule that says otherwise would be wrong."""
    assert {judge(alt, neu).art, judge(neu, alt).art} == {VERSCHAERFT, GELOCKERT}


@pytest.mark.parametrize(("alt", "neu", "art"), CASES)
def test_what_is_known_is_explained(alt: str, neu: str, art: Art) -> None:
    grund = judge(alt, neu).grund
    assert bool(grund) == (art is not GEAENDERT)
    assert not grund or grund.endswith(".")


def words_of(*texts: str) -> Counter[str]:
    return Counter(word for text in texts for word in text.casefold().split())


def test_a_slip_of_the_pen_is_one_when_only_the_new_word_is_known() -> None:
    slips = ("vertrauliich", "vertarulich", "vertrulich", "vertraulixh")
    known = Wortschatz(words_of("vertraulich", *slips), words_of("vertraulich"))
    neu = "Der Raum ist vertraulich."
    for slip in slips:
        alt = f"Der Raum ist {slip}."
        assert judge(alt, neu, known).art is REDAKTIONELL
        assert judge(neu, alt, known).art is GEAENDERT
        assert judge(alt, neu).art is GEAENDERT
    assert judge("Der Raum ist vretarulich.", neu, known).art is GEAENDERT


@pytest.mark.parametrize(
    ("alt", "neu"),
    [
        ("Die Stelle ist anerkannt.", "Die Stelle ist aberkannt."),
        ("Die Schule prüft.", "Die Schulen prüft."),
        ("Er sieht keine Woche.", "Er sieht seine Woche."),
    ],
)
def test_a_word_of_its_own_is_no_slip(alt: str, neu: str) -> None:
    both = words_of("anerkannt aberkannt Schule Schulen keine seine")
    assert judge(alt, neu, Wortschatz(both, both)).art is GEAENDERT
