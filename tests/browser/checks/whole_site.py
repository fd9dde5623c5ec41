"""Checks over all files of a website: titles, redirects, age of the statement."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from pathlib import Path
from typing import Final

from bs4 import BeautifulSoup

from macros.model.german import MONTHS
from tests.browser.checks.registry import Umfang, pruefung
from tests.browser.visit import Visit

OLDEST_DAYS: Final = 365
_TITLE: Final = re.compile(r"<title>(.*?)</title>", re.S)


def is_redirect(file: Path) -> bool:
    """Tell whether a page only leads on."""
    return 'http-equiv="refresh"' in file.read_text(encoding="utf-8")


def _tree(site: Path, file: Path) -> str:
    """Return the Fassung a page belongs to; titles are unique within one."""
    first = file.relative_to(site).parts[0]
    return first if re.fullmatch(r"20\d\d\.\d|entwurf|aktuell", first) else ""


@pruefung("W1", "Jede Seite einer Fassung hat ihren eigenen Titel", "WCAG 2.4.2", Umfang.WEBSITE)
def _unique_titles(visit: Visit) -> list[str]:
    faults = []
    seen: dict[tuple[str, str], str] = {}
    for file in sorted(visit.site.root.rglob("*.html")):
        if is_redirect(file):
            continue
        page = file.relative_to(visit.site.root).as_posix()
        match = _TITLE.search(file.read_text(encoding="utf-8"))
        key = (_tree(visit.site.root, file), unescape(match.group(1)) if match else "")
        if key in seen or not key[1].strip():
            faults.append(f"{page} heißt wie {seen.get(key, 'nichts')}: {key[1]}")
        seen[key] = page
    return faults


@pruefung(
    "W2",
    "Weiterleitungen sind deutsch und haben Link und Überschrift",
    "WCAG 3.1.1, 3.2.5",
    Umfang.WEBSITE,
)
def _redirects(visit: Visit) -> list[str]:
    faults = []
    for file in sorted(visit.site.root.rglob("*.html")):
        if not is_redirect(file):
            continue
        page = file.relative_to(visit.site.root).as_posix()
        soup = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        html, link = soup.find("html"), soup.select_one("body a[href]")
        target = soup.select_one('meta[http-equiv="refresh"]')
        if html is None or html.get("lang") != "de":
            faults.append(f"{page}: ohne lang=de")
        if not soup.h1 or not soup.h1.get_text(strip=True) or link is None:
            faults.append(f"{page}: ohne Überschrift oder Link")
        elif target is not None and str(link["href"]) not in str(target["content"]):
            faults.append(f"{page}: Link und Weiterleitung führen an verschiedene Orte")
        if soup.title is None or not soup.title.get_text(strip=True):
            faults.append(f"{page}: ohne Titel")
        if target is not None and not str(target["content"]).startswith("0;"):
            faults.append(f"{page}: leitet verzögert weiter")
    return faults


_DATE: Final = re.compile(rf"(\d{{1,2}})\.\s({'|'.join(MONTHS)})\s(20\d\d)")


def dates_in(text: str) -> list[date]:
    """Return all dates written out in a German text."""
    return [date(int(y), MONTHS.index(m) + 1, int(d)) for d, m, y in _DATE.findall(text)]


@pruefung(
    "T43",
    "Die Erklärung zur Barrierefreiheit ist höchstens ein Jahr alt",
    "BITV 2.0 § 7",
    Umfang.WEBSITE,
)
def _age_of_the_statement(visit: Visit) -> list[str]:
    statements = [
        file
        for file in sorted(visit.site.root.rglob("service/barrierefreiheit/index.html"))
        if not is_redirect(file)
    ]
    if not statements:
        return ["Die Erklärung zur Barrierefreiheit fehlt."]
    faults = []
    today = visit.site.stichtag
    for file in statements:
        soup = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        body = soup.select_one(".text__koerper")
        days = dates_in(body.get_text(" ") if body else "")
        past = [day for day in days if day <= today]
        page = file.relative_to(visit.site.root).as_posix()
        if not past:
            faults.append(f"{page}: nennt keinen Tag der Prüfung")
        elif (today - max(past)).days > OLDEST_DAYS:
            faults.append(f"{page}: zuletzt geprüft am {max(past):%d.%m.%Y}")
    return faults
