"""What macros show on pages whose text was decided: their day, and what has gone since."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from macros.model.bestand import Bestand
from macros.views.ansicht import Ansicht, Baum
from macros.views.errors import MakroFehler, UnbekannteKennung
from macros.views.registry import REGISTRY
from tests.views.kleinkreis import run

VIEWS = Path(__file__).parents[2] / "views" / "golden"
CALLS = sorted({p.read_text(encoding="utf-8").partition("\n")[0] for p in VIEWS.glob("*.html")})
MARK = '<span class="stand-heute">Stand heute: <time datetime="2026-09-15">'


def alt(bestand: Bestand) -> Ansicht:
    """The view of a chapter of a superseded Fassung."""

    def weg(adresse: str) -> str:
        return f"../2026.1/{adresse}" if adresse.startswith("service/") else adresse

    baum = Baum(bestand.region.fassungen[0], abgeloest=True, weg=weg)
    return Ansicht(bestand, "../", baum=baum, gefroren=True)


def test_the_calls_cover_the_macros() -> None:
    called = {source.partition("(")[0] for source in CALLS}
    assert called == REGISTRY.keys() - {"makros", "regeln"}


@pytest.mark.parametrize("source", CALLS)
def test_live_fragments_in_old_chapters_say_stand_heute(source: str, bestand: Bestand) -> None:
    fragment = run(alt(bestand), source)
    live = REGISTRY[source.partition("(")[0]].live
    assert (MARK in fragment.html) == (live and not fragment.zeitlos)


@pytest.mark.parametrize("source", CALLS)
def test_links_of_macros_lead_to_the_live_tree(source: str, bestand: Bestand) -> None:
    html = run(alt(bestand), source).html
    for href in re.findall(r'href="((?!mailto:)[^"]*service/[^"]*)"', html):
        assert href.startswith("../../2026.1/service/")


@pytest.mark.parametrize("source", CALLS)
def test_frozen_but_in_force_reads_as_ever(source: str, bestand: Bestand) -> None:
    ansicht = replace(alt(bestand), gefroren=False)
    plain = Ansicht(bestand, "../", baum=ansicht.baum)
    assert run(ansicht, source) == run(plain, source)


def test_only_names_are_without_a_day(bestand: Bestand) -> None:
    zeitlos = {source for source in CALLS if run(alt(bestand), source).zeitlos}
    assert zeitlos == {"fassung()", *(s for s in CALLS if s.startswith("region(") and "." not in s)}


GOLDEN = {
    'kontakt("weg")': (
        '<div class="karte kontakt">\n'
        '<p><span class="status status--offen">Kontakt nicht mehr verfügbar</span>. Zuständig ist '
        'die <a href="../../2026.1/service/kontakte/#koordination">Koordinierungsstelle</a>, '
        '<a href="tel:+493023125100">030 23125-100</a>.</p>\n'
        f"<p>{MARK}15. September 2026</time></span></p>\n"
        "</div>"
    ),
    'kontakt_zeile("weg")': (
        "Kontakt nicht mehr verfügbar (zuständig ist die "
        '<a href="../../2026.1/service/kontakte/#koordination">Koordinierungsstelle</a>, '
        '<a href="tel:+493023125100">030 23125-100</a>) '
        f"({MARK}15. September 2026</time></span>)"
    ),
    'kennzahl("anzahl-schulen")': (
        '<span class="kennzahl"><strong>4</strong> (Quelle: berechnet aus den Daten dieser Seite, '
        f"{MARK}15. September 2026</time></span>)</span>"
    ),
}


@pytest.mark.parametrize("source", GOLDEN)
def test_word_for_word(source: str, bestand: Bestand) -> None:
    assert run(alt(bestand), source).html.replace("\xa0", " ") == GOLDEN[source].replace(
        "\xa0", " "
    )


GONE = {
    'kontakt("weg")': "Kontakt",
    'kontakt_zeile("weg")': "Kontakt",
    'kontakte("weg")': "Kontakt",
    'organisation("weg")': "Kontakt",
    'organisationen(thema="weg")': "Kontakt",
    'schulen(schulform="weg")': "Angabe",
    'stellen("weg")': "Angabe",
    'zustaendige("weg")': "Angabe",
    'kennzahl("weg")': "Angabe",
    'region("weg")': "Angabe",
}


@pytest.mark.parametrize(("source", "was"), GONE.items())
def test_what_has_gone_is_said_and_no_fault(source: str, was: str, bestand: Bestand) -> None:
    fragment = run(alt(bestand), source)
    assert f"{was} nicht mehr verfügbar" in fragment.html
    assert "Koordinierungsstelle" in fragment.html
    assert MARK in fragment.html
    assert fragment.inline == REGISTRY[source.partition("(")[0]].inline
    with pytest.raises(UnbekannteKennung):
        run(replace(alt(bestand), gefroren=False), source)


@pytest.mark.parametrize(
    "source",
    ['standard("qs-s-99")', 'begriff("weg")', 'kontakt("koordination", "x")', "kontakt()", "weg()"],
)
def test_everything_else_stays_a_fault(source: str, bestand: Bestand) -> None:
    with pytest.raises(MakroFehler):
        run(alt(bestand), source)
