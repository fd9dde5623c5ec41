"""Choosing in long lists: what fits stays, the address keeps the choice, links win over it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, expect

from .built_site import Site
from .visit import visiting

RESPONSIBLE: Final = "/service/wer-ist-zustaendig/"
CATALOGUE: Final = "/standards/"
SCHOOLS: Final = "/service/schulen/"
CONTACTS: Final = "/service/kontakte/"


def _chosen(**fields: str) -> str:
    return urlencode({f"zustaendig-{name}": value for name, value in fields.items()})


def test_topic_and_place_leave_the_offices_in_the_order_to_call(
    browser: Browser, musterkreis: Site
) -> None:
    with visiting(browser, musterkreis) as visit:
        visit.open(RESPONSIBLE)
        visit.page.get_by_label("Thema").select_option("Kinderschutz")
        visit.page.get_by_label("Ort", exact=True).select_option("Lüttenmoor")
        shown = visit.page.locator(".zustaendig li:visible")
        expect(shown).to_have_count(4)
        expect(shown.first).to_contain_text("Allgemeiner Sozialer Dienst der Stadt Lüttenmoor")
        expect(shown.first).to_contain_text("eigens für diesen Ort zuständig")
        expect(visit.page.get_by_role("status")).to_have_text("Zuständige Stellen: 4 von 86")
        expect(visit.page.get_by_role("heading", level=2, name="Kinderschutz")).to_be_visible()
        expect(visit.page.get_by_role("heading", level=2, name="Migration")).to_be_hidden()
        assert visit.page.url.endswith(_chosen(thema="Kinderschutz", ort="Lüttenmoor"))


@pytest.mark.parametrize(
    ("schulform", "alter", "first", "not_there"),
    [
        ("Berufskolleg", "16", "Anlaufstelle der Jugendberufsagentur", ""),
        ("Grundschule", "", "Anlaufstelle der Jugendberufsagentur", "Jugendberufsagentur Must"),
        ("", "10", "Anlaufstelle der Jugendberufsagentur", "Jugendberufsagentur Muster"),
    ],
)
def test_schulform_and_age_count_where_they_matter(
    browser: Browser, musterkreis: Site, schulform: str, alter: str, first: str, not_there: str
) -> None:
    choice = _chosen(thema="Übergang Schule – Beruf", schulform=schulform, alter=alter)
    with visiting(browser, musterkreis) as visit:
        visit.open(f"{RESPONSIBLE}?{choice}")
        offices = visit.page.locator(".zustaendig li:visible")
        expect(offices.first).to_contain_text(first)
        if not_there:
            expect(offices.filter(has_text=not_there)).to_have_count(0)


def test_a_link_to_a_standard_wins_over_the_choice(browser: Browser, musterkreis: Site) -> None:
    with visiting(browser, musterkreis) as visit:
        visit.open(f"{CATALOGUE}?standards-rolle=Schule")
        status = visit.page.get_by_role("status")
        expect(status).to_have_text("Standards: 24 von 37")
        expect(visit.page.locator("#qs-e-08")).to_be_hidden()
        visit.open(f"{CATALOGUE}?standards-rolle=Schule#qs-e-08")
        expect(visit.page.locator("#qs-e-08")).to_be_in_viewport()
        expect(status).to_have_text("Standards: 37 von 37")


def test_umlauts_may_be_typed_in_any_way(browser: Browser, musterkreis: Site) -> None:
    with visiting(browser, musterkreis) as visit:
        visit.open(SCHOOLS)
        form = visit.page.get_by_role("form", name="Schulen filtern")
        for word in ("Mühlbrück", "muehlbrueck", "muhlbruck", "MÜHLBRÜCK"):
            form.get_by_label("Wort oder Name").fill(word)
            expect(form.get_by_role("status")).to_have_text("Schulen: 5 von 40")
            expect(visit.page.locator("[data-filter-eintrag]:visible")).to_have_count(5)


def test_the_choice_stands_in_the_address_and_can_be_taken_back(
    browser: Browser, musterkreis: Site
) -> None:
    with visiting(browser, musterkreis) as visit:
        visit.open(SCHOOLS)
        form = visit.page.get_by_role("form", name="Schulen filtern")
        status = form.get_by_role("status")
        expect(status).to_have_text("Schulen: 40 von 40")
        form.get_by_label("Schulform").select_option("Gymnasium")
        expect(status).to_have_text("Schulen: 5 von 40")
        expect(visit.page).to_have_url(re.compile(r"\?schulen-form=Gymnasium$"))
        visit.page.reload()
        expect(status).to_have_text("Schulen: 5 von 40")
        assert visit.axe() == []
        form.get_by_label("Wort oder Name").fill("gibt es nicht")
        expect(status).to_have_text("Schulen: 0 von 40. Weniger Angaben helfen weiter.")
        form.get_by_role("button", name="Alle zeigen").click()
        expect(status).to_have_text("Schulen: 40 von 40")
        expect(visit.page).to_have_url(re.compile(f"{SCHOOLS}$"))
        assert visit.stored() == []


def test_the_button_leads_to_what_was_found(browser: Browser, musterkreis: Site) -> None:
    with visiting(browser, musterkreis) as visit:
        visit.open(SCHOOLS)
        form = visit.page.get_by_role("form", name="Schulen filtern")
        form.get_by_label("Wort oder Name").fill("Gymnasium")
        visit.page.keyboard.press("Enter")
        assert visit.page.evaluate("document.activeElement.className") == "tabelle"


def test_a_link_to_an_entry_is_stronger_than_the_filter(
    browser: Browser, musterkreis: Site
) -> None:
    with visiting(browser, musterkreis) as visit:
        visit.open(f"{CONTACTS}?kontakte-wort=gibtesnicht")
        status = visit.page.get_by_role("form", name="Kontakte filtern").get_by_role("status")
        expect(status).to_contain_text("Kontakte: 0 von")
        visit.page.evaluate("location.hash = '#koordination'")
        expect(visit.page.locator("#koordination")).to_be_visible()


@pytest.mark.parametrize("path", [RESPONSIBLE, CATALOGUE, CONTACTS, SCHOOLS])
def test_without_scripts_the_whole_list_is_there_and_no_form(
    browser: Browser, musterkreis: Site, path: str
) -> None:
    with visiting(browser, musterkreis, scripts=False) as visit:
        visit.open(path)
        expect(visit.page.locator("form.filter")).to_be_hidden()
        entries = visit.page.locator("[data-filter-eintrag]")
        assert entries.count() > 20
        assert all(entry.is_visible() for entry in entries.all())


@pytest.mark.parametrize("scripts", [True, False])
def test_from_the_start_page_two_steps_lead_to_the_number(
    browser: Browser, musterkreis: Site, *, scripts: bool
) -> None:
    """On a phone: the card, then the topic; and a number to tap is there."""
    with visiting(browser, musterkreis, width=320, scripts=scripts) as visit:
        visit.open("/")
        visit.page.get_by_role("link", name="Ansprechpersonen finden").click()
        if scripts:
            visit.page.get_by_label("Thema").select_option("Schulpsychologie")
        else:
            visit.page.get_by_role("link", name="Schulpsychologie", exact=True).click()
        number = visit.page.locator('.zustaendig:visible a[href^="tel:"]:visible')
        expect(number.first).to_be_visible()


# What somebody types, and the first words of the school that it must lead to; empty: to none.
TYPED: Final = [
    ("Süßwasserfelde PRIMUS", "PRIMUS-Schule Süßwasserfelde"),
    ("suesswasserfelde primus", "PRIMUS-Schule Süßwasserfelde"),
    ("susswasserfelde primus", "PRIMUS-Schule Süßwasserfelde"),
    ("primusschule", "PRIMUS-Schule Süßwasserfelde"),
    ("talblick", "Grundschule Talblick"),
    ("alblic", "Grundschule Talblick"),
    ("190012", "Grundschule am See"),
    ("190 012", "Grundschule am See"),
    ("030 23125-210", "Grundschule am See"),
    ("03023125210", "Grundschule am See"),
    ("+49 30 23125 210", "Grundschule am See"),
    ("+49 (0)30 23125210", "Grundschule am See"),
    ("0049 30/23125-210", "Grundschule am See"),
    ("(030) 231 25 210", "Grundschule am See"),
    ("23125-210", "Grundschule am See"),
    ("GS Talblick", "Grundschule Talblick"),
    ("WBK", "Weiterbildungskolleg Musterkreis"),
    ("Tablick", "Grundschule Talblick"),
    ("Tallblick", "Grundschule Talblick"),
    ("Talblikc", "Grundschule Talblick"),
    ("Telblick", "Grundschule Talblick"),
    ("Grundschule Talblck", "Grundschule Talblick"),
    ("Tlblck", ""),
    ("gibtesnicht", ""),
]


def test_what_people_type_leads_to_the_school_they_mean(
    browser: Browser, musterkreis: Site
) -> None:
    with visiting(browser, musterkreis) as visit:
        visit.open(SCHOOLS)
        field = visit.page.get_by_role("form", name="Schulen filtern").get_by_label(
            "Wort oder Name"
        )
        shown = visit.page.locator("[data-filter-eintrag]:visible th")
        found = {}
        for typed, _ in TYPED:
            field.fill(typed)
            names = shown.all_text_contents()
            found[typed] = names[0].partition("\n")[0] if names else ""
            assert len(names) <= 1, (typed, names)
        wrong = {t: found[t] for t, name in TYPED if not _begins(found[t], name)}
        assert wrong == {}


def _begins(shown: str, name: str) -> bool:
    return shown.startswith(name) if name else shown == ""


def test_a_slip_is_forgiven_only_where_nothing_is_written_so(
    browser: Browser, musterkreis: Site
) -> None:
    with visiting(browser, musterkreis) as visit:
        visit.open(SCHOOLS)
        form = visit.page.get_by_role("form", name="Schulen filtern")
        status = form.get_by_role("status")
        form.get_by_label("Wort oder Name").fill("Talblick")
        expect(status).to_have_text("Schulen: 1 von 40")
        form.get_by_label("Wort oder Name").fill("Tablick")
        expect(status).to_have_text(
            "Schulen: 1 von 40. Genau so kommt es nicht vor, gezeigt ist Ähnliches."
        )


# Typed, a word of the list, whether the one may stand for the other.
SLIPS: Final = [
    ("schuel", "schule", True),
    ("schle", "schule", True),
    ("schuule", "schule", True),
    ("schale", "schule", True),
    ("schall", "schule", False),
    ("kind", "rind", True),
    ("kind", "rinde", False),
    ("see", "sie", False),
    ("19001", "19002", False),
    ("sozailarbeit", "schulsozialarbeit", True),
    ("sozailabreit", "schulsozialarbeit", False),
    ("seehauzen", "seehausen", True),
    ("seehausm", "seehausen", False),
]


def test_one_slip_per_word_is_one_letter_missing_added_wrong_or_swapped(
    browser: Browser, musterkreis: Site
) -> None:
    with visiting(browser, musterkreis) as visit:
        visit.open(SCHOOLS)
        module = visit.site.url("/assets/js/match.js")
        judged = visit.page.evaluate(
            "async ([url, pairs]) => { const { isSlipOf } = await import(url);"
            " return pairs.map(([typed, word]) => isSlipOf(typed, word)); }",
            [module, [[typed, word] for typed, word, _ in SLIPS]],
        )
        assert judged == [expected for _, _, expected in SLIPS]


def test_the_way_to_the_next_school_names_the_colleague_there(
    browser: Browser, musterkreis: Site
) -> None:
    with visiting(browser, musterkreis, width=320, scripts=False) as visit:
        visit.open("/service/schulwechsel/")
        row = visit.page.locator("#von-gs-talblick")
        expect(row).to_contain_text("Sekundarschule Mühlbrückhausen")
        assert row.locator('a[href^="tel:"]').count() >= 2
        back = visit.page.locator("#nach-sekundarschule-muehlbrueckhausen")
        expect(back).to_contain_text("Grundschule Talblick")


def test_a_region_without_reported_ways_says_so(
    browser: Browser, built_site: Callable[[str], Site]
) -> None:
    with visiting(browser, built_site("kreis-soest"), scripts=False) as visit:
        visit.open("/service/schulwechsel/")
        expect(
            visit.page.get_by_text("noch nicht erfasst, welche Schule auf welche").first
        ).to_be_visible()
        visit.open("/service/traeger/")
        expect(visit.page.get_by_text("noch keine Stelle gemeldet")).to_be_visible()
