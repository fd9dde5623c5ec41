"""Values that the model would refuse: should one come through all the same, it stays text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from pydantic import BaseModel

from macros.model.bestand import Bestand
from macros.model.contact_values import Telefonnummer
from macros.model.link import link
from macros.model.records import RECORD_TYPES
from macros.model.times import UHRZEIT_PATTERN
from macros.model.values import Auswahl
from macros.model.wordings import Abschnitt, Eintrag, Kapitel, Wortlaute
from macros.views import filters
from macros.views.ansicht import Ansicht
from macros.views.comparison import TEILE
from macros.views.registry import REGISTRY

from .kleinkreis import load, run

PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '" autofocus onfocus="alert(1)',
    "javascript:alert(1)",
    "JaVaScRiPt&colon;alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "{{ 7 * 7 }}",
    "{% for x in ().__class__.__mro__ %}x{% endfor %}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "</td></table><h1>Fremd</h1>",
    "</script><svg/onload=alert(1)>",
    "[x](javascript:alert(1)) | **fett** | `x`",
    "<!-- --><style>*{display:none}</style>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "Grüße, ÄÖÜß – „sehr“ 'gut' & \"günstig\"",
]
# Where a call names a record, the ids stay as they are.
CALLS = [
    'region("name")', 'region("im_satz")', "fassung()", "stand_heute()", 'kennzahl("beratungen")',
    'begriff("asd")', 'kontakt("koordination")', 'kontakt("beratungstelefon")',
    'kontakt("projektbuero")', 'kontakt_zeile("koordination")', 'kontakt_zeile("beratungstelefon")',
    'kontakt_zeile("asd-uferdorf")', "kontakte()", 'kontakte(thema="sucht")', "kinderschutz()",
    'kinderschutz_ort("uferdorf")', "kinderschutz_blatt()", "kinderschutz_mitnehmen()",
    "hilfenummern()", "jugendaemter()", 'netzwerk_ort("uferdorf")', 'andere_gemeinden("uferdorf")',
    'organisation("beratung")', "organisationen()", 'zustaendige("uferdorf")',
    'zustaendige("kleinstadt")', "zustaendigkeiten()", "schulen()", 'schulen(gemeinde="uferdorf")',
    'schulen(schulform="grundschule")', "stellen()", 'stellen(gemeinde="kleinstadt")',
    "gemeinden()", 'standard("qs-s-01")', 'standard("qs-s-02")', "standards()", "glossar()",
    "impressum()", "datenschutz()", "barrierefreiheit()", "quellen()", "downloads()", "muster()",
    "makros()", "regeln()", 'recht("bspg-1")', 'rechtsgrundlagen("bund")',
    'rechtsgrundlagen("land")', 'regionaltext("leitbild")', "standardkatalog()",
    "barriere_melden()", "pruefbericht()", "selbstbewertung()", "checkliste()",
    "verarbeitungsverzeichnis()", "vergleiche()", "beratung()",
    *(f'vergleich("2025.1", "2026.1", "{teil}")' for teil in TEILE),
    'bild("schuljahr")', 'bild("akteure")',
    'diagramm("stellen-nach-traeger")', 'diagramm("schulen-nach-gemeinde")',
    "stellenzahlen()", 'zahlentafel("umfang-nach-schulform-und-traeger")',
    'diagramm("stellen-nach-programm")',
    'kennzahlen("beratungen, anzahl-schulen")', "zeitstrahl()", "a_bis_z()",
    'schulen_nach("schulform")', 'schulen_nach("schulstufe")', 'schulen_nach("anstellungstraeger")',
    'angebote_nach("thema")', 'angebote_nach("alter")', 'angebote_nach("sozialraum")',
    'schulwechsel("weiter")', 'schulwechsel("zurueck")', "anstellungstraeger()", "schultraeger()",
    'vereinbarung("steuerung")', 'vereinbarung("standort")', "vereinbarungen()",
    "vereinbarungszeit()", "vereinbarungsmuster()", "klauseln()", "klauselvergleich()",
    "beschlussweg()", "beschlussunterlagen()", 'selbstevaluation("schule")', "stufen()",
    "konzepte()",
    "gremien()", "gremienbild()", "termine()", 'termine("geplant")', 'termine("vergangen")',
    'termine(gremium="runde")', "terminreihen()", "themenaufrufe()", "kalender()",
    "fortbildungen()", 'fortbildungen("vergangen")', "meldungen()", 'meldungen("archiv")',
    "schwerpunkte()",
    "handzettel()", "fremde_zahlen()",
    "vorlagen()", "fassungsbeschluesse()", "beteiligungen()", "foerderungen()", "foerderjahre()",
    "vorhaben()", "umfragen()", "aufgaben()", "neu_termine()", "neu_anmeldung()", "neu_blatt()",
]  # fmt: skip
ELEMENTS = {
    "a", "br", "button", "caption", "circle", "code", "dd", "del", "desc", "details", "div", "dl",
    "dt", "figcaption", "figure", "form", "h2", "h3", "h4", "input", "ins", "label", "li", "nav",
    "ol", "option", "p", "path", "pre", "rect", "section", "select", "small", "span", "strong",
    "summary", "svg", "table", "tbody", "td", "text", "th", "thead", "time", "title", "tr", "ul",
    "wbr",
}  # fmt: skip
ATTRIBUTES = {
    "aria-describedby", "aria-hidden", "aria-label", "aria-labelledby", "autocomplete", "class",
    "cx", "cy", "d", "data-alter", "data-anmeldung", "data-art", "data-dimension", "data-filter",
    "data-filter-eintrag", "data-filter-gruppe", "data-filter-kurz", "data-filter-mehrzahl",
    "data-filter-ohne", "data-filter-stand", "data-filter-viele", "data-form", "data-gremium",
    "data-lage", "data-ort", "data-rolle", "data-schulform", "data-search-exclude",
    "data-sozialraum", "data-stelle", "data-stufe", "data-thema", "data-traeger",
    "data-verbindlichkeit", "data-wer", "data-worte", "data-zeichen", "datetime", "download",
    "focusable", "for", "height", "hidden", "href", "id", "name", "preserveaspectratio", "r",
    "rel", "role", "rx", "scope", "spellcheck", "tabindex", "transform", "type", "value",
    "viewbox", "width", "x", "y",
}  # fmt: skip


def _poisoned(value: Any, payload: str) -> Any:
    """Return a value with the payload in every text, however deep; ids, dates, times stay."""
    if isinstance(value, str) and re.fullmatch(UHRZEIT_PATTERN, value):
        return value
    if isinstance(value, Telefonnummer):
        return Telefonnummer(payload, payload, payload)
    if isinstance(value, BaseModel):
        return value.model_copy(
            update={
                name: _poisoned(inner, payload)
                for name, inner in value.__dict__.items()
                if name != "id"
            }
        )
    if isinstance(value, tuple):
        return tuple(_poisoned(inner, payload) for inner in value)
    if isinstance(value, str) and not isinstance(value, Auswahl):
        return payload
    return value


def _poisoned_bestand(payload: str) -> Bestand:
    bestand = load()
    tables = {
        typ: {id: _poisoned(entry, payload) for id, entry in bestand.tables[typ].items()}
        for typ in RECORD_TYPES
    }
    poisoned = replace(bestand, tables=tables, wortlaute=_poisoned_wordings(bestand, payload))
    assert link(poisoned, {}) == []
    return poisoned


def _poisoned_wordings(bestand: Bestand, payload: str) -> Wortlaute:
    """Return wordings with the payload in every text; each has one of its own, so all differ."""
    found = []
    for number, wortlaut in enumerate(bestand.wortlaute.staende):
        text = f"{payload} {number}"
        kapitel = {
            uri: Kapitel(uri, text, text, "", (Abschnitt(text, (text, f"muss {text}")),))
            for uri in wortlaut.kapitel
        }
        found.append(
            replace(
                wortlaut,
                standards={id: _poisoned(s, text) for id, s in wortlaut.standards.items()},
                begriffe={id: _poisoned(b, text) for id, b in wortlaut.begriffe.items()},
                kapitel=kapitel,
                listen={payload: {"a": Eintrag(text, (("Inhalt", text),))}},
            )
        )
    return Wortlaute(tuple(found))


def test_all_macros_are_attacked() -> None:
    assert {source.partition("(")[0] for source in CALLS} == set(REGISTRY)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_value_stays_text(payload: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # So that the filters above long lists are attacked, too.
    monkeypatch.setattr(filters, "WORTH_FILTERING", 1)
    view = Ansicht(_poisoned_bestand(payload), "../")
    seen = False
    for source in CALLS:
        html = str(run(view, source).html)
        assert "{" not in html, source
        soup = BeautifulSoup(html, "html.parser")
        for element in soup.find_all(True):
            assert element.name in ELEMENTS, source
            assert set(element.attrs) <= ATTRIBUTES, source
            href = str(element.get("href", ""))
            assert re.match(r"^(\.\./[a-z]|#[a-z]|tel:|mailto:|https://|$)", href), source
        seen = seen or payload in soup.get_text()
    assert seen, "der Wert kommt nirgends vor"


def test_a_text_in_a_call_stays_text() -> None:
    view = Ansicht(load(), "")
    html = str(run(view, """begriff("asd", text="<b>{{ 1 }}</b>'")""").html)
    assert html == (
        '<a class="begriff" href="glossar/#asd">'
        "&lt;b&gt;&#123;&#123; 1 &#125;&#125;&lt;/b&gt;&#39;</a>"
    )


def test_a_missing_value_in_a_template_is_an_error_and_not_a_gap() -> None:
    from jinja2 import UndefinedError

    from macros.views.templating import ENVIRONMENT

    with pytest.raises(UndefinedError):
        ENVIRONMENT.from_string("{{ schule.namme }}").render(schule=load())
