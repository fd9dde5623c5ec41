"""Lists that were decided with the wording: norms of the own Land, sections of the Konzept."""

from __future__ import annotations

from pathlib import Path

from macros.compare.kinds import ENTFALLEN, GEAENDERT, NEU, REDAKTIONELL
from macros.compare.lists import LISTEN
from macros.compare.reading import read_wording
from macros.model.records.region import Land
from macros.model.wordings import Eintrag

from .states import compared, wording

ROOT = Path(__file__).resolve().parents[2]
NORMS = "Rechtsgrundlagen"
SECTIONS = "Abschnitte des schuleigenen Konzepts"


def entry(text: str, titel: str = "§\u00a01") -> Eintrag:
    return Eintrag(titel, (("Inhalt", text), ("Hinweis", "")))


def test_entries_are_new_changed_or_gone() -> None:
    alt = {"a": entry("Das gilt."), "b": entry("Das auch."), "c": entry("Nur hier.")}
    neu = {"a": entry("Das gilt!"), "b": entry("Das nicht."), "d": entry("Neu ist das.")}
    vergleich = compared(wording("1", listen={NORMS: alt}), wording("2", listen={NORMS: neu}))
    found = {a.kennung: (a.art, a.handeln) for a in vergleich.aenderungen}
    assert found == {
        "a": (REDAKTIONELL, False),
        "b": (GEAENDERT, True),
        "c": (ENTFALLEN, True),
        "d": (NEU, False),
    }
    assert {a.kapitel for a in vergleich.aenderungen} == {NORMS}


def test_a_new_section_of_the_concept_concerns_every_school() -> None:
    alt, neu = {"a": entry("Eins.")}, {"a": entry("Eins."), "b": entry("Zwei.")}
    vergleich = compared(wording("1", listen={SECTIONS: alt}), wording("2", listen={SECTIONS: neu}))
    assert [a.handeln for a in vergleich.aenderungen] == [True]


def test_a_list_that_early_fassungen_lack_is_not_compared() -> None:
    neu = wording("2", listen={NORMS: {"a": entry("Das gilt.")}})
    assert compared(wording("1", listen={NORMS: {}}), neu).aenderungen == ()
    assert compared(wording("1"), neu).aenderungen == ()


def test_the_shipped_lists_are_read_with_the_norms_of_one_land() -> None:
    files = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in (ROOT / "data/katalog").glob("*.yml")
    }
    found = read_wording("entwurf", files, {}, Land.NW).listen
    assert list(found) == [typ.datei.mehrzahl for typ in LISTEN]
    assert all(found.values())
    every = read_wording("entwurf", files, {}).listen
    assert len(found[NORMS]) < len(every[NORMS])
    for entries in found.values():
        assert all(e.titel and any(text for _, text in e.felder) for e in entries.values())


def test_other_words_for_a_task_are_another_task() -> None:
    def task(was: str) -> Eintrag:
        return Eintrag(was, (("Monat", "September"),), titel_ist_inhalt=True)

    alt = {"a": task("Zwei Ziele vereinbaren"), "b": task("Bericht abgeben")}
    neu = {"a": task("Den Bericht abgeben"), "b": task("Bericht abgeben!")}
    older, newer = (wording(n, listen={"Aufgaben": x}) for n, x in (("1", alt), ("2", neu)))
    vergleich = compared(older, newer)
    assert [a.art for a in vergleich.aenderungen] == [GEAENDERT, REDAKTIONELL]
