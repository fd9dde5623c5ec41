"""What must never be shown, and what the words on the page depend on."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup

from macros.model.link import link
from macros.model.reachable import erreichbar
from macros.model.records import Kontakt, Person, Region, Stelle
from macros.model.records.region import Land, Regionsstatus
from macros.model.verweis import Verweis
from macros.views.ansicht import Ansicht

from .kleinkreis import run
from .test_structure import LISTS

if TYPE_CHECKING:
    from macros.model.bestand import Bestand
    from macros.model.record import Record


def _changed(bestand: Bestand, typ: type[Record], id: str, **values: Any) -> Bestand:
    """Return a copy of the Bestand with other values in one record."""
    tables = deepcopy(dict(bestand.tables))
    record = tables[typ][id].model_copy(update=values)
    tables[typ] = {**tables[typ], id: record}
    changed = replace(bestand, tables=tables)
    assert link(changed, {}) == []
    return changed


def _text(bestand: Bestand, source: str) -> str:
    html = str(run(Ansicht(bestand, ""), source).html)
    return " ".join(BeautifulSoup(html, "html.parser").get_text().replace("\u00a0", " ").split())


def _everything(bestand: Bestand) -> str:
    # The help pages show examples that have nothing to do with the region.
    data = [source for source in LISTS if source not in {"makros()", "regeln()"}]
    calls = [*data, 'zustaendige("uferdorf")', 'organisation("schutzhaus")']
    return " ".join(_text(bestand, source) for source in calls)


def test_a_secret_address_is_shown_nowhere(bestand: Bestand) -> None:
    everything = _everything(bestand)
    assert "Adresse wird nicht veröffentlicht" in everything
    for part in ("Geheimweg", "09909", "Verborgen"):
        assert part not in everything


def test_a_name_disappears_when_its_time_is_over(bestand: Bestand) -> None:
    assert "Otto Normal" in _everything(bestand)
    assert "Kim Abgelaufen" not in _everything(bestand)
    assert "Kim Abgelaufen" in _everything(replace(bestand, stichtag=date(2026, 7, 31)))


def test_without_the_overlay_functions_remain(bestand: Bestand) -> None:
    nobody = replace(bestand, tables={**bestand.tables, Person: {}})
    everything = _everything(nobody)
    assert "Erika Musterfrau" not in everything
    assert "030 23125-100" in everything


def test_a_mobile_number_is_shown_only_as_a_work_phone(bestand: Bestand) -> None:
    private = _changed(bestand, Person, "p-002", mobil_dienstlich=False)
    private = _changed(private, Kontakt, "bereitschaft", mobil_dienstlich=False)
    assert "0171" in _everything(bestand)
    assert "0171" not in _everything(private)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"befristet_bis": date(2027, 7, 31)}, "besetzt, befristet bis 31. Juli 2027"),
        ({"befristet_bis": date(2026, 9, 15)}, "besetzt, befristet bis 15. September 2026"),
        ({"befristet_bis": date(2026, 9, 14)}, "besetzt, Befristung abgelaufen am 14. September"),
        ({"befristet_ab": date(2026, 10, 1)}, "besetzt, besteht ab 1. Oktober 2026"),
        ({"befristet_ab": date(2026, 9, 15), "befristet_bis": None}, "besetzt Fachkraft"),
    ],
)
def test_a_post_says_how_long_it_lasts(
    bestand: Bestand, values: dict[str, date | None], words: str
) -> None:
    changed = _changed(bestand, Stelle, "st-1", **values)
    shown = BeautifulSoup(
        str(run(Ansicht(changed, ""), 'schulen(gemeinde="kleinstadt")').html), "html.parser"
    ).get_text(" ")
    assert words in " ".join(shown.replace("\u00a0", " ").replace(" ,", ",").split())


def test_a_vacant_post_without_a_stand_in_says_so(bestand: Bestand) -> None:
    alone = _changed(bestand, Stelle, "st-2", vertretung=None)
    assert "Vertretung: noch nicht gemeldet" in _text(alone, "stellen()")


def test_the_day_a_function_ends_it_is_gone(bestand: Bestand) -> None:
    call = 'kontakt_zeile("fachberatung-bis-jahresende")'
    before = replace(bestand, stichtag=date(2026, 12, 30))
    after = replace(bestand, stichtag=date(2026, 12, 31))
    assert "nicht mehr verfügbar" not in _text(before, call)
    assert "zuständig ist jetzt Koordinierungsstelle" in _text(after, call)


def test_functions_that_hand_over_in_a_circle_end_at_the_office(bestand: Bestand) -> None:
    back: Verweis[Kontakt] = Verweis("beratungstelefon", Kontakt)
    circle = _changed(bestand, Kontakt, "zwischenstelle", nachfolge=back)
    first = circle.finde(Kontakt, "beratungstelefon")
    assert first is not None
    found = erreichbar(circle, first)
    assert (found.kontakt.id, found.nachfolge) == ("koordination", False)


def test_what_is_gone_is_in_no_list(bestand: Bestand) -> None:
    assert "Zwischenstelle" not in _text(bestand, "kontakte()")


def test_without_a_fassung_everything_is_a_draft(bestand: Bestand) -> None:
    draft = _changed(bestand, Region, "kleinkreis", fassungen=())
    assert _text(draft, "fassung()") == "Entwurf, noch nicht beschlossen"


@pytest.mark.parametrize("page", ["impressum()", "datenschutz()", "barrierefreiheit()"])
def test_only_a_demonstration_says_that_it_is_one(bestand: Bestand, page: str) -> None:
    official = _changed(bestand, Region, "kleinkreis", status=Regionsstatus.AMTLICH)
    assert "Vorführung, keine amtliche Seite" in _text(bestand, page)
    assert "Vorführung" not in _text(official, page)


def test_the_land_decides_which_law_is_named(bestand: Bestand) -> None:
    south = _changed(bestand, Region, "kleinkreis", land=Land.NI)
    page = "barrierefreiheit()"
    assert "BITVNRW" in _text(bestand, page)
    assert "Ombudsverfahren" in _text(bestand, page)
    assert "NBGG" in _text(south, page)
    assert "Schlichtungsverfahren" in _text(south, page)
    assert "NRW" not in _text(south, page)


def test_laws_that_no_longer_hold_are_not_named(bestand: Bestand) -> None:
    pages = " ".join(_text(bestand, p) for p in ("impressum()", "datenschutz()"))
    for law in ("TMG", "TTDSG", "RStV", "Telemediengesetz"):
        assert law not in pages
