"""How names cut over three columns become one readable line."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.importers.official_names import join_name, kennung_for

CASES = [
    # a word cut with a hyphen
    (["Schule der Sekun-", "darstufen I und II", ""], "Schule der Sekundarstufen I und II"),
    (["Städt.Förder-", "schule"], "Städt. Förderschule"),
    (["Erzbischöfliche Grund-", "und Hauptschule"], "Erzbischöfliche Grund- und Hauptschule"),
    (["FSP Lernen, d.Primar-", "u.Sek I"], "FSP Lernen, d. Primar- u. Sek I"),
    (["Private Waldorf-", "Förderschule"], "Private Waldorf-Förderschule"),
    (["Reinhard-und-Max-", "Muster-Gymnasium"], "Reinhard-und-Max-Muster-Gymnasium"),
    # a noun cut without a hyphen
    (
        ["Gymnasium Musterstadt Privat", "schule als Ersatzsch."],
        "Gymnasium Musterstadt Privatschule als Ersatzsch.",
    ),
    (["Staatl. genehm. Ersatz", "schule des Vereins"], "Staatl. genehm. Ersatzschule des Vereins"),
    (
        ["Schule Süd-Kath.Bekenntnis.", "grundschule d. Stadt Waldau"],
        "Schule Süd-Kath. Bekenntnisgrundschule d. Stadt Waldau",
    ),
    (["Gem. Grundschule", "am See"], "Gem. Grundschule am See"),
    (["Förderschule im Verbund", "der Stadt"], "Förderschule im Verbund der Stadt"),
    # a description behind the name
    (["Schule am See", "Städt. Gem. Grundschule"], "Schule am See, Städt. Gem. Grundschule"),
    (
        ["Don-Muster-Schule", "Förderschule des Kreises", "Förderschwerpunkt Sprache"],
        "Don-Muster-Schule, Förderschule des Kreises, Förderschwerpunkt Sprache",
    ),
    (["Evangelisches", "Gymnasium Waldau"], "Evangelisches Gymnasium Waldau"),
    (["Gemeinschaftsgrundschule der", "Stadt Waldau"], "Gemeinschaftsgrundschule der Stadt Waldau"),
    (
        ["Sekundarschule A/B", "des Schulzweckverbandes", "Sekundarschule A/B"],
        "Sekundarschule A/B des Schulzweckverbandes Sekundarschule A/B",
    ),
    # dashes and brackets
    (["Schule Waldau", "- Primarstufe -", ""], "Schule Waldau – Primarstufe"),
    (
        ["Schule Waldau", "-Sekundarstufe I -", "der Stadt"],
        "Schule Waldau – Sekundarstufe I – der Stadt",
    ),
    (["Schule der Stadt -Primarstufe-"], "Schule der Stadt – Primarstufe"),
    (
        ["Muster-Berufskolleg -Sek.II-", "für Technik"],
        "Muster-Berufskolleg – Sek. II – für Technik",
    ),
    (["St.Muster - Schule Waldau"], "St. Muster-Schule Waldau"),
    (["Schule ( Primarstufe )"], "Schule (Primarstufe)"),
    # abbreviations
    (["Schule des Vereins e.V."], "Schule des Vereins e. V."),
    (["Dr.-Muster-Schule"], "Dr.-Muster-Schule"),
    (["Schule d.Sek.Iu.II"], "Schule d. Sek. I u. II"),
    (["  Schule   am  See ", "", "  "], "Schule am See"),
    (["", "", ""], ""),
]


@pytest.mark.parametrize(("parts", "name"), CASES)
def test_name_reads_well(parts: list[str], name: str) -> None:
    assert join_name(parts) == name


def test_a_body_has_no_comma_in_its_name() -> None:
    assert join_name(["Schulzweckverband", "Sekundarschule A/B"], commas=False) == (
        "Schulzweckverband Sekundarschule A/B"
    )


@given(st.lists(st.text("ABäöü abc.-(),Iu/", max_size=40), max_size=3))
def test_no_letter_is_lost_or_added(parts: list[str]) -> None:
    def letters(text: str) -> str:
        return re.sub(r"[\W_]", "", text)

    assert letters(join_name(parts)) == letters("".join(parts))


@pytest.mark.parametrize(
    ("text", "number", "taken", "wanted"),
    [
        ("Seehausen, GG (Verb.) am See", "990001", set(), "seehausen-gg-am-see"),
        ("Seehausen, GG am See", "990001", {"seehausen-gg-am-see"}, "seehausen-gg-am-see-990001"),
        ("???", "990001", set(), "990001"),
        ("Wort " * 30, "990001", set(), "-".join(["wort"] * 10)),
    ],
)
def test_id_is_readable_short_and_new(text: str, number: str, taken: set[str], wanted: str) -> None:
    assert kennung_for(text, number, taken) == wanted
    assert wanted in taken
