"""Entering a Fassung changes nothing else in region.yml."""

from datetime import date

import pytest

from macros.publish.region_edit import UneditableError, add_fassung

FELDER = {
    "name": "2026.2",
    "beschlossen_von": "Ausschuss: Jugend # Soziales",
    "beschlossen_am": "2026-11-05",
    "gueltig_ab": "2027-02-01",
}
ENTRY = """- name: "2026.2"
  beschlossen_von: "Ausschuss: Jugend # Soziales"
  beschlossen_am: "2026-11-05"
  gueltig_ab: "2027-02-01"
"""
ENDE = date(2027, 1, 31)


def _indented(text: str, by: int) -> str:
    return "".join(f"{' ' * by}{line}\n" for line in text.splitlines())


BEFORE = """# Kopf
id: x   # Kennung
fassungen:  # alle
  # die erste
  - name: "2026.1"
    gueltig_ab: "2026-08-01"  # Schuljahr
"""
AFTER = "  # Ende der Liste\n\n# Anbieter\nanbieter: {name: x}\n"


def test_an_entry_goes_behind_the_last_one() -> None:
    text = BEFORE + AFTER
    end = '    gueltig_bis: "2027-01-31"\n'
    assert add_fassung(text, FELDER, ENDE) == BEFORE + end + _indented(ENTRY, 2) + AFTER


def test_an_end_that_is_given_stays() -> None:
    text = BEFORE + '    gueltig_bis: "2026-12-31"\n'
    assert add_fassung(text, FELDER, ENDE) == text + _indented(ENTRY, 2)


def test_without_a_day_before_no_end_is_made_up() -> None:
    assert add_fassung(BEFORE, FELDER, None) == BEFORE + _indented(ENTRY, 2)


def test_a_list_at_the_margin_stays_there() -> None:
    text = 'fassungen:\n- name: "2026.1"\nid: x\n'
    end = '  gueltig_bis: "2027-01-31"\n'
    wanted = 'fassungen:\n- name: "2026.1"\n' + end + ENTRY + "id: x\n"
    assert add_fassung(text, FELDER, ENDE) == wanted


def test_the_first_fassung_makes_the_list() -> None:
    assert add_fassung("id: x", FELDER, None) == "id: x\nfassungen:\n" + _indented(ENTRY, 2)


def test_windows_line_ends_stay() -> None:
    text = add_fassung(BEFORE.replace("\n", "\r\n"), FELDER, ENDE)
    assert text.count("\n") == text.count("\r\n")


@pytest.mark.parametrize(
    "text", ["- id: x\n", "fassungen: [{name: x}]\n", "fassungen: x\n", "a: [\n", "fassungen: []\n"]
)
def test_what_cannot_be_edited_is_refused(text: str) -> None:
    with pytest.raises(UneditableError, match=r"[A-Za-zäöüß ]+\."):
        add_fassung(text, FELDER, None)
