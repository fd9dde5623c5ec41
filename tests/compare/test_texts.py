"""Chapters and sections: what is new, gone, moved, renamed, rewritten; one sentence, one change."""

from __future__ import annotations

import pytest

from macros.compare.changes import Aenderung, Gegenstand
from macros.compare.kinds import (
    ENTFALLEN,
    GEAENDERT,
    GELOCKERT,
    NEU,
    REDAKTIONELL,
    VERSCHAERFT,
    VERSCHOBEN,
    Art,
)

from .states import compared, page, texts, wording

BODY = """
# Beratung

Beratung ist freiwillig. Sie kostet nichts.

## Ablauf

1. Die Fachkraft hört zu.
2. Beide vereinbaren ein Ziel.

## Fristen

Die Fachkraft antwortet innerhalb von zwei Wochen auf jede Anfrage aus der Schule.

| Wer | Bis wann |
| --- | --- |
| Schule | Mai |
"""
MOVED = "Die Fachkraft antwortet innerhalb von zwei Wochen auf jede Anfrage aus der Schule."


def only(aenderungen: tuple[Aenderung, ...]) -> Aenderung:
    assert len(aenderungen) == 1, [(a.titel, a.art.name) for a in aenderungen]
    return aenderungen[0]


def test_the_same_text_has_no_change() -> None:
    assert texts(BODY, BODY).aenderungen == ()


@pytest.mark.parametrize(
    ("old", "new", "section", "art"),
    [
        ("zwei Wochen", "einer Woche", "Fristen", VERSCHAERFT),
        ("zwei Wochen", "vier Wochen", "Fristen", GELOCKERT),
        ("hört zu", "hört genau zu", "Ablauf", GEAENDERT),
        ("| Schule | Mai |", "| Schule | Juni |", "Fristen", GEAENDERT),
        ("kostet nichts.", "kostet nichts. Sie ist vertraulich.", "Einleitung", NEU),
        (" Sie kostet nichts.", "", "Einleitung", ENTFALLEN),
        ("2. Beide vereinbaren ein Ziel.\n", "", "Ablauf", ENTFALLEN),
        ("2. Beide", "2. Sie planen Zeit ein.\n3. Beide", "Ablauf", NEU),
        ("freiwillig.", "freiwillig!", "Einleitung", REDAKTIONELL),
        ("## Ablauf", "## Der Ablauf", "Der Ablauf", REDAKTIONELL),
    ],
)
def test_one_changed_place_is_one_change(old: str, new: str, section: str, art: Art) -> None:
    changed = only(texts(BODY, BODY.replace(old, new)).aenderungen)
    assert (changed.gegenstand, changed.titel) == (Gegenstand.ABSCHNITT, section)
    assert changed.art is art
    assert len(changed.stellen) == 1


def test_several_kinds_in_one_section_have_to_be_read() -> None:
    new = BODY.replace("zwei Wochen", "einer Woche").replace(
        "| Schule | Mai |", "| Schule | Juli |"
    )
    changed = only(texts(BODY, new).aenderungen)
    assert changed.art is GEAENDERT
    assert len(changed.stellen) == 2


def test_markup_is_no_text() -> None:
    new = (
        BODY.replace("Beratung ist", "**Beratung** ist")
        .replace("Die Fachkraft hört", "Die [Fachkraft](x.md#y) hört")
        .replace("## Fristen", "## Fristen { #fristen }")
        .replace("Sie kostet", "Sie\nkostet")
    )
    assert texts(BODY, new).aenderungen == ()


def test_a_paragraph_that_moves_to_another_chapter_is_moved() -> None:
    other = "# Zeiten\n\n## Antworten\n\nJede Frage zählt."
    alt = wording("1", {"beratung.md": page(BODY), "zeiten.md": page(other, title="Zeiten")})
    neu = wording(
        "2",
        {
            "beratung.md": page(BODY.replace(MOVED, "")),
            "zeiten.md": page(f"{other}\n\n{MOVED}", title="Zeiten"),
        },
    )
    changed = only(compared(alt, neu).aenderungen)
    assert changed.art is VERSCHOBEN
    assert (changed.kapitel, changed.titel) == ("Zeiten", "Antworten")
    assert changed.stellen[0].von == "„Beratung“, Abschnitt „Fristen“"
    assert not changed.handeln


def test_a_renamed_page_is_the_same_chapter() -> None:
    alt = wording("1", {"alt.md": page(BODY)})
    neu = wording("2", {"neu/ganz.md": page(BODY)})
    assert compared(alt, neu, {"alt.md": "neu.md", "neu.md": "neu/ganz.md"}).aenderungen == ()
    assert VERSCHOBEN in {a.art for a in compared(alt, neu).aenderungen}


def test_a_new_title_with_the_same_text_is_editorial() -> None:
    alt = wording("1", {"beratung.md": page(BODY)})
    neu = wording("2", {"beratung.md": page(BODY, title="Beraten")})
    changed = only(compared(alt, neu).aenderungen)
    assert changed.art is REDAKTIONELL
    assert changed.grund == "Das Kapitel hieß bisher „Beratung“."


@pytest.mark.parametrize(
    ("before", "after", "art"),
    [
        ("information", "verbindlich", VERSCHAERFT),
        ("verbindlich", "anzupassen", GELOCKERT),
    ],
)
def test_how_binding_a_chapter_is_counts(before: str, after: str, art: Art) -> None:
    alt = wording("1", {"beratung.md": page(BODY, bindung=before)})
    neu = wording("2", {"beratung.md": page(BODY, bindung=after)})
    assert only(compared(alt, neu).aenderungen).art is art


def test_an_early_fassung_without_marks_is_not_judged_by_them() -> None:
    alt = wording("1", {"beratung.md": page(BODY)})
    neu = wording("2", {"beratung.md": page(BODY, bindung="verbindlich")})
    assert compared(alt, neu).aenderungen == ()


def test_a_new_chapter_is_one_change_with_its_main_headings() -> None:
    neu = wording("2", {"beratung.md": page(f"{BODY}\n### Klein\n\nText.", bindung="anzupassen")})
    changed = only(compared(wording("1"), neu).aenderungen)
    assert (changed.gegenstand, changed.art) == (Gegenstand.KAPITEL, NEU)
    assert changed.teile == ("Ablauf", "Fristen")
    assert changed.stellen == ()
    assert "Fragen" in changed.zu_tun


def test_a_chapter_that_is_gone_is_one_change() -> None:
    changed = only(compared(wording("1", {"beratung.md": page(BODY)}), wording("2")).aenderungen)
    assert changed.art is ENTFALLEN


def test_a_rewritten_chapter_is_not_shown_sentence_by_sentence() -> None:
    before = "\n\n".join(f"Der alte Satz mit der Nummer {n} steht hier." for n in range(9))
    after = "\n\n".join(f"Ganz anders klingt es jetzt in Absatz {n}." for n in range(9))
    changed = only(texts(f"## A\n\n{before}", f"## B\n\n{after}").aenderungen)
    assert (changed.gegenstand, changed.art) == (Gegenstand.KAPITEL, GEAENDERT)
    assert changed.stellen == ()


def test_a_chapter_that_only_informs_asks_for_nothing() -> None:
    new = BODY.replace("zwei Wochen", "einer Woche")
    changed = only(texts(BODY, new, bindung="information").aenderungen)
    assert (changed.art, changed.handeln) == (VERSCHAERFT, False)


def test_the_start_page_binds_nobody() -> None:
    alt = wording("1", {"index.md": page("Hallo.\n\n## Was\n\nDas gilt.")})
    neu = wording("2", {"index.md": page("Willkommen.\n\n## Was\n\nDas muss gelten.")})
    changed = only(compared(alt, neu).aenderungen)
    assert (changed.titel, changed.art) == ("Startseite", REDAKTIONELL)


def test_where_a_text_stood_is_told_by_the_names_of_then() -> None:
    other = "# Zeiten\n\n## Antworten\n\nJede Frage zählt."
    old = BODY.replace("## Fristen", "## Zeiten für Antworten")
    alt = wording("1", {"alt.md": page(old, title="Alte Beratung"), "zeiten.md": page(other)})
    new = BODY.replace(MOVED, "")
    neu = wording(
        "2",
        {"neu.md": page(new, title="Neue Beratung"), "zeiten.md": page(f"{other}\n\n{MOVED}")},
    )
    moved = [a for a in compared(alt, neu, {"alt.md": "neu.md"}).aenderungen if a.art is VERSCHOBEN]
    assert only(tuple(moved)).stellen[0].von == "„Alte Beratung“, Abschnitt „Zeiten für Antworten“"


def test_another_order_within_a_section_is_told() -> None:
    steps = ["Die Fachkraft spricht mit dem Kind.", "Das Team berät noch am selben Tag."]
    old, new = (f"# Ablauf\n\n- {a}\n- {b}" for a, b in (steps, steps[::-1]))
    changed = only(texts(old, new).aenderungen)
    assert changed.art is VERSCHOBEN
    assert {s.von for s in changed.stellen} == {"diesem Abschnitt an anderer Stelle"}


def test_a_slip_in_the_head_of_a_page_does_not_end_the_comparison() -> None:
    neu = wording("2", {"neu.md": page(BODY, bindung="verbindlicht")})
    assert only(compared(wording("1"), neu).aenderungen).handeln
