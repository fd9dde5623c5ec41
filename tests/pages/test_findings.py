"""Each fault in a page's body is found at its line and column, and nothing else is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from macros.model.findings import REGISTER
from macros.pages import limits

from .fixtures_pages import judge, short

if TYPE_CHECKING:
    from macros.model.bestand import Bestand

LONG = " ".join(["Wort"] * 41)

# body, then the expected findings as (rule, line, column); the body begins on line 7.
FAULTS: Final[list[tuple[str, list[tuple[str, int, int]]]]] = [
    ("{{ config.site_name }}", [("R-404", 7, 1)]),
    ("Text {{ kontakt }} Text", [("R-404", 7, 6)]),
    ('A {{ region("name") }} B {{ 7 }} C {{ x }}', [("R-404", 7, 26), ("R-404", 7, 36)]),
    ("{% for x in y %}x{% endfor %}", [("R-404", 7, 1)]),
    ("Text\n\n{% set x = 1 %}", [("R-404", 9, 1)]),
    ("{{ kontakt(koordination) }}", [("R-404", 7, 1)]),
    ('{{ kontakt(*["x"]) }}', [("R-404", 7, 1)]),
    ('{{ kontakt("koordination" }}', [("R-405", 7, 1)]),
    ('Zeile\n\n{{ kontakt("koordination) }}', [("R-405", 9, 1)]),
    ("{% raw %}{{ x }}", [("R-405", 7, 1)]),
    ('{{ kontakt("kordination") }}', [("R-406", 7, 1)]),
    ('{{ kontak("koordination") }}', [("R-406", 7, 1)]),
    ("{{ kontakt() }}", [("R-406", 7, 1)]),
    ('{{ kontakt("koordination", farbe="rot") }}', [("R-406", 7, 1)]),
    ("{{ kontakt(1) }}", [("R-406", 7, 1)]),
    ('Zwei {{ region("name") }} und {{ region("nahme") }}', [("R-406", 7, 31)]),
    ('## {{ region("name") }}', [("R-407", 7, 4)]),
    ('`{{ region("name") }}`', [("R-407", 7, 2)]),
    ('```\n{{ region("name") }}\n```', [("R-407", 8, 1)]),
    ('[x]({{ region("adresse") }})', [("R-407", 7, 5)]),
    ('![{{ region("name") }}](a.png)', [("R-407", 7, 3), ("R-416", 7, 25)]),
    ('Text {{ kontakt("koordination") }} Text', [("R-407", 7, 6)]),
    ('[{{ kontakt_zeile("koordination") }}](../glossar.md)', [("R-407", 7, 2)]),
    ("Text <b>fett</b>", [("R-408", 7, 6), ("R-408", 7, 13)]),
    ("Text\n\n<script>alert(1)</script>", [("R-408", 9, 1), ("R-408", 9, 17)]),
    ("<!-- Kommentar -->", [("R-408", 7, 1)]),
    ("Code `<![x` im Satz", [("R-408", 7, 7)]),
    ("[x](javascript:alert(1))", [("R-409", 7, 5)]),
    ("Text\n[x][a]\n\n[a]: javascript:x", [("R-409", 10, 6)]),
    ("![Bild](data:image/png;base64,x)", [("R-409", 7, 9)]),
    ("<javascript://x>", [("R-409", 7, 2)]),
    ("[x](//example.org/y)", [("R-409", 7, 5)]),
    ("Text\n{ onclick=x }", [("R-410", 8, 3)]),
    ("Text\n{ style=x }", [("R-410", 8, 3)]),
    ("Text\n{ .md-overlay }", [("R-410", 8, 3)]),
    ('``` { .python onclick="x" }\nx\n```', [("R-410", 7, 15)]),
    ("[](../glossar.md)", [("R-414", 7, 1)]),
    ("[hier](../glossar.md)", [("R-415", 7, 1)]),
    ("[Hier.](../glossar.md)", [("R-415", 7, 1)]),
    ("[zum Glossar](/glossar/)", [("R-413", 7, 15)]),
    ("![](bild.png)", [("R-416", 7, 5)]),
    ("![Bild](https://example.org/x.png)", [("R-417", 7, 9)]),
    ("# Eins\n\n# Zwei", [("R-418", 9, 1)]),
    ("# Eins\n\n### Drei", [("R-419", 9, 1)]),
    ("### Drei", [("R-419", 7, 1)]),
    ("## Eins\n\n**Fette Zeile**\n\nText.", [("R-420", 9, 1)]),
    ("## Ziele\n\n## Ziele", [("R-421", 9, 1)]),
    ("| A | B |\n| - | - |\n| 1 |", [("R-422", 9, 1)]),
    ("| A | B |\n| - | - |\n| 1 | 2 | 3 |", [("R-422", 9, 1)]),
    ("Text.\n\n" + LONG + ".", [("R-427", 9, 1)]),
    ("Text.\n\nImpressum nach § 5 TMG", [("R-370", 9, 20)]),
    ("[Das Telemediengesetz](../glossar.md) und § 55 RStV", [("R-370", 7, 6), ("R-370", 7, 48)]),
    ("Text &#8238; Text", [("R-429", 7, 6)]),
    ("Text &zwj; Text", [("R-429", 7, 6)]),
    ("## Ziele { #x }\n\n## Mehr { #x }", [("R-430", 9, 11)]),
    ("[" * 30, [("R-431", 7, 1)]),
    ("x" * 5000, [("R-431", 7, 1)]),
    ("# a\n\n" * (limits.MAX_HEADINGS + 1), [("R-431", 1, 1)]),
    ("Wort " * 5000, [("R-431", 7, 1)]),
    ("Text\u202e", [("R-012", 7, 5)]),
    ("Text \ue000", [("R-008", 7, 6)]),
    ("<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x", [("R-021", 7, 1)]),
]


@pytest.mark.parametrize(("body", "expected"), FAULTS)
def test_a_fault_is_found_at_its_place(
    body: str, expected: list[tuple[str, int, int]], bestand: Bestand
) -> None:
    befunde = judge(body, bestand)
    assert short(befunde) == expected, befunde
    assert all(b.message and b.remedy for b in befunde)


GOOD: Final = [
    "",
    "# Titel\n\nText mit § 8a und „Anführung“.",
    "## Ziele { #ziele-der-schule }\n\n[zu den Zielen](#ziele-der-schule)",
    "## Gleich\n\n## Gleich { #anders }",
    'Im Satz {{ region("name") }} und {{ kontakt_zeile("koordination") }}.',
    'Davor\n\n{{ kontakt("koordination") }}\n\nDanach',
    '{{ kontakt("koordination") }}\n{{ kontakt("koordination") }}',
    '- {{ kontakt_zeile("koordination") }}\n- {{ stand_heute() }}',
    '| A | B |\n| - | - |\n| {{ region("name") }} | 2 |',
    "| A | B |\n| - | - |\n| 1 \\| 2 | 3 |",
    '{{ schulen(gemeinde="seehausen") }}',
    '{% raw %}`{{ kontakt("koordination") }}`{% endraw %}',
    "```\n{% raw %}{{ 7 * 7 }} {% for %}{% endraw %}\n```",
    "Code `<b>` und `javascript:` und `{#id}`",
    "```html\n<script>alert(1)</script>\n<![CDATA[ x\n```",
    "[Anruf](tel:110), [Mail](mailto:a@example.org), [Netz](https://example.org/a?b=c#d)",
    "<https://example.org> und <a@example.org>",
    "Kleiner < als & größer > als, 3 < 4, a<4",
    "&nbsp;&amp;&lt;b&gt; &euro;",
    "Text\n{ .vorspann }",
    "[x-Achse](../glossar.md){ .knopf hreflang=de }",
    '!!! warning "Achtung"\n    Text im Kasten.',
    "Text[^1]\n\n[^1]: Fußnote mit [Glossar](../glossar.md)",
    "Begriff\n: Erklärung",
    "**Wichtig:** im Satz",
    "> Zitat\n\n1. eins\n2. zwei\n    - drei",
    "Wort " * 39 + "Ende.",
    "Früher stand dort `§ 5 TMG`, jetzt § 5 DDG",
]


@pytest.mark.parametrize("body", GOOD)
def test_good_pages_have_no_findings(body: str, bestand: Bestand) -> None:
    assert judge(body, bestand) == []


ELSEWHERE: Final = {
    *("R-401", "R-402", "R-403"),  # test_source.py
    *("R-411", "R-412", "R-423", "R-424", "R-425", "R-428"),  # test_site_of_pages.py
    "R-426",  # below
    *("R-432", "R-433", "R-434", "R-435", "R-436", "R-437", "R-438"),  # test_chapters.py
    *("R-439", "R-440", "R-441", "R-442", "R-443", "R-444", "R-445"),  # test_language.py
}


def test_every_rule_for_pages_is_tried() -> None:
    tried = {rule for _, expected in FAULTS for rule, _, _ in expected} | ELSEWHERE
    # From R-450 on the numbers belong to rules about data again.
    assert {n for n in REGISTER.regeln if "R-400" <= n < "R-450"} <= tried


def test_a_very_long_page_is_told(bestand: Bestand) -> None:
    body = "\n\n".join(["Ein Satz mit sechs Wörtern hier."] * 900)
    assert short(judge(body, bestand)) == [("R-426", 1, 1)]


def test_the_message_for_an_unknown_id_names_the_nearest_one(bestand: Bestand) -> None:
    (befund,) = judge('Text\n\n{{ kontakt("kordination") }}', bestand)
    assert (befund.file, befund.line, befund.column) == ("docs/service/probe.md", 9, 1)
    assert "„kordination“" in befund.message
    assert "Meinten Sie „koordination“?" in befund.message
    assert befund.remedy == '"koordination"'
