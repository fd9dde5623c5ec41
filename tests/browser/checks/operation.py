"""Checks that operate a page: menu, list of Fassungen, search, and the page without scripts."""

from __future__ import annotations

import re
from typing import Final

from playwright.sync_api import Error, Locator, expect

from tests.browser.checks.registry import Umfang, pruefung
from tests.browser.visit import Visit

_MS: Final = 5000
_TYPE: Final = Umfang.SEITENART
_TAKES_FOCUS: Final = """(part) => [...part.querySelectorAll('a, summary')].some((stop) => {
  stop.focus();
  return stop === document.activeElement;
})"""


def _button(visit: Visit, name: str) -> Locator:
    return visit.page.get_by_role("button", name=name, exact=True)


def _focused(element: Locator) -> bool:
    found: bool = element.evaluate("(e) => e === document.activeElement")
    return found


@pruefung("T20", "Menü: öffnen, schließen, Fokus zurück", "WCAG 2.1.1, 4.1.2", _TYPE)
def _menu(visit: Visit) -> list[str]:
    navigation = visit.page.locator("nav.navigation")
    button = _button(visit, "Menü")
    if not button.count() or not button.is_visible():
        return [] if navigation.is_visible() else ["Weder Menü noch Schaltfläche zu sehen."]
    faults = []
    for key in ("Enter", "Space"):
        button.focus()
        if navigation.is_visible() or button.get_attribute("aria-expanded") != "false":
            faults.append("Das Menü ist nicht zu Beginn geschlossen.")
        visit.page.keyboard.press(key)
        if not navigation.is_visible() or button.get_attribute("aria-expanded") != "true":
            faults.append(f"{key} öffnet das Menü nicht.")
            continue
        if visit.overflow():
            faults.append("Das offene Menü ist breiter als das Fenster.")
        navigation.locator("a:visible, summary:visible").first.focus()
        visit.page.keyboard.press("Escape")
        if navigation.is_visible() or not _focused(button):
            faults.append("Escape schließt nicht oder gibt den Fokus nicht zurück.")
    if navigation.evaluate(_TAKES_FOCUS):
        faults.append("Das geschlossene Menü nimmt den Fokus.")
    return faults


@pruefung(
    "T21", "Fassungen: auf- und zuklappen, jetzige gekennzeichnet", "WCAG 2.1.1, 4.1.2", _TYPE
)
def _versions(visit: Visit) -> list[str]:
    choice = visit.page.locator("nav.fassungen")
    if not choice.count():
        return []
    summary = choice.locator("summary")
    links = choice.get_by_role("link")
    if summary.count() != 1:
        return ["Die Liste der Fassungen lässt sich nicht aufklappen."]
    if links.count():
        return ["Die Liste der Fassungen steht schon offen."]
    summary.focus()
    visit.page.keyboard.press("Enter")
    faults = []
    if links.count() < 2:
        faults.append("Die Liste der Fassungen öffnet nicht.")
    if choice.locator("[aria-current]").count() != 1:
        faults.append("Die jetzige Fassung ist nicht gekennzeichnet.")
    visit.page.keyboard.press("Space")
    if links.count():
        faults.append("Die Liste der Fassungen schließt nicht.")
    return faults


def _open_search(visit: Visit) -> Locator:
    """Open the dialog by keyboard and return it."""
    dialog = visit.page.get_by_role("dialog", name="Suche")
    if not dialog.count() or not dialog.is_visible():
        _button(visit, "Suche").focus()
        visit.page.keyboard.press("Enter")
        expect(dialog).to_be_visible(timeout=_MS)
    return dialog


def _hits(visit: Visit, query: str, status: re.Pattern[str]) -> list[str]:
    """Type a query and wait for the status line; return what is missing."""
    dialog = _open_search(visit)
    try:
        dialog.get_by_role("searchbox").fill(query, timeout=_MS)
        expect(dialog.get_by_role("status")).to_have_text(status, timeout=_MS)
    except (AssertionError, Error):
        return [f"Zu „{query}“ sagt der Stand nicht „{status.pattern}“."]
    return []


_FOUND: Final = re.compile(r"\d+ Seiten? gefunden")


@pruefung(
    "T22", "Suche: öffnen, tippen, wählen, schließen, Fokus zurück", "WCAG 2.1.1, 2.4.3", _TYPE
)
def _search(visit: Visit) -> list[str]:
    button = _button(visit, "Suche")
    if not button.count() or not button.is_visible():
        return ["Die Suche hat keine Schaltfläche."]
    try:
        dialog = _open_search(visit)
    except AssertionError:
        return ["Eingabe öffnet die Suche nicht."]
    faults = []
    if not _focused(dialog.get_by_role("searchbox")):
        faults.append("Der Fokus steht nicht im Suchfeld.")
    faults += _hits(visit, "Kinderschutz", _FOUND)
    if not dialog.get_by_role("link").count():
        faults.append("Kein Treffer ist ein Link.")
    if visit.overflow():
        faults.append("Die Suche ist breiter als das Fenster.")
    # At both ends the focus could get out.
    for key in ("Shift+Tab", "Shift+Tab", "Shift+Tab", "Tab", "Tab", "Tab", "Tab", "Tab"):
        visit.page.keyboard.press(key)
        if not visit.page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        ):
            faults.append("Der Fokus verlässt den offenen Dialog.")
            break
    visit.page.keyboard.press("Escape")
    if dialog.is_visible() or not _focused(button):
        faults.append("Escape schließt nicht oder gibt den Fokus nicht zurück.")
    return faults


@pruefung("T35", "Suche: Die Zahl der Treffer wird angesagt", "WCAG 4.1.3", _TYPE)
def _status(visit: Visit) -> list[str]:
    return _hits(visit, "Schulsozialarbeit", _FOUND)


@pruefung("T36", "Suche ohne Treffer sagt, was hilft", "WCAG 3.3.3", _TYPE)
def _no_hit(visit: Visit) -> list[str]:
    return _hits(visit, "xyzxyz", re.compile("Nichts gefunden. Versuchen Sie"))


@pruefung("T38", "Suche versteht Umlaute", "eigenes Ziel", _TYPE)
def _umlauts(visit: Visit) -> list[str]:
    return [*_hits(visit, "Träger", _FOUND), *_hits(visit, "TRÄGER", _FOUND)]


@pruefung("T37", "Filter: Zahl angesagt, Auswahl in der Adresse", "WCAG 4.1.3", _TYPE)
def _filter(visit: Visit) -> list[str]:
    form = visit.page.locator("form[data-filter]")
    if not form.count():
        return []
    form = form.first
    if not form.is_visible():
        return ["Der Filter erscheint nicht."]
    # Where the search still lies open, its field would take what is typed.
    visit.page.evaluate("document.querySelector('dialog[open]')?.close()")
    faults = []
    field, status = form.get_by_role("searchbox"), form.get_by_role("status")
    for again in (False, True):
        if again:
            visit.page.reload()
        else:
            field.fill("xyzxyz")
            # The address follows when the typing has paused.
            try:
                expect(visit.page).to_have_url(re.compile("xyzxyz"), timeout=_MS)
            except AssertionError:
                faults.append("Die Auswahl steht nicht in der Adresse.")
        try:
            expect(status).to_have_text(re.compile(r": 0 von \d+"), timeout=_MS)
            expect(field).to_have_value("xyzxyz", timeout=_MS)
        except AssertionError:
            faults.append(f"Stand oder Feld stimmen nicht, neu geladen: {again}.")
    form.get_by_role("button", name="Alle zeigen").click()
    try:
        expect(status).to_have_text(re.compile(r": (\d+) von \1$"), timeout=_MS)
    except AssertionError:
        faults.append("„Alle zeigen“ zeigt nicht alle.")
    return faults


# Filters and what they announce come with the script; everything else must be there without.
_WITHOUT: Final = """() => ({
  text: (() => {
    const main = document.querySelector('main').cloneNode(true);
    main.querySelectorAll('form, [role="status"], button').forEach((part) => part.remove());
    return main.textContent.replace(/\\s+/g, '');
  })(),
  shown: document.querySelector('main').innerText.replace(/\\s+/g, '').length,
  links: [...document.querySelectorAll('a[href]')].map((a) => a.getAttribute('href')),
})"""


@pruefung(
    "T32", "Ohne JavaScript: Inhalt, Navigation, Fassungen, Kontakte", "eigenes Ziel", Umfang.SEITE
)
def _without_scripts(visit: Visit) -> list[str]:
    faults = []
    with_scripts = visit.page.evaluate(_WITHOUT)
    plain = visit.plain()
    without = plain.evaluate(_WITHOUT)
    dead = plain.locator("button:visible, form:visible").count()
    hidden = plain.evaluate(
        "[...document.querySelectorAll('main [hidden]:not(button, form)')].length"
    )
    navigation = plain.locator("nav.navigation, nav.start__rechtliches")
    if not navigation.count() or not navigation.first.is_visible():
        faults.append("Ohne JavaScript fehlt die Navigation.")
    if without["text"] != with_scripts["text"] or without["shown"] < 20:
        faults.append("Ohne JavaScript steht anderes im Inhalt.")
    if set(with_scripts["links"]) - set(without["links"]):
        faults.append("Ohne JavaScript fehlen Links.")
    if dead:
        faults.append(f"{dead} Schaltflächen tun ohne JavaScript nichts.")
    if hidden:
        faults.append(f"{hidden} Teile des Inhalts bleiben ohne JavaScript verborgen.")
    return faults
