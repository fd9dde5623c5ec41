"""The pages of agreements: the full text where there is one, else a page made from the record.

They stand in every published tree, because agreements are wording. Their texts go into the ledger;
what the macro in them shows is of the day and does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.model.findings import Ort
from macros.model.records import Vereinbarung
from macros.pages import rules as r
from macros.pages.source import Seite, parse_page
from macros.pages.towns import escape_markdown
from macros.views.agreements import FOLDER, page_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model.bestand import Bestand
    from macros.model.findings import Befund

_MACRO: Final = "vereinbarung"
# A front matter takes no more.
_LONGEST_TITLE: Final = 120
_LONGEST_DESCRIPTION: Final = 300


def agreement_pages(bestand: Bestand) -> list[Seite]:
    """Return one page per agreement, in file order."""
    texts = bestand.vereinbarungstexte
    return [
        parse_page(texts[v.id].data, page_of(v), texts[v.id].file) if v.id in texts else _page(v)
        for v in bestand.alle(Vereinbarung)
    ]


def is_agreement_page(uri: str) -> bool:
    """Tell whether a page is that of an agreement."""
    return uri.startswith(f"{FOLDER}/")


def check_agreement(seite: Seite) -> Iterator[Befund]:
    """Find a text that does not show its own record exactly once.

    Args:
        seite: a rendered page.
    """
    if not is_agreement_page(seite.uri):
        return
    own = seite.uri.removeprefix(f"{FOLDER}/").removesuffix(".md")
    calls = [a for a in seite.aufrufe if a.name == _MACRO]
    named = [str(next(iter((*a.args, *a.kwargs.values())), "")) for a in calls]
    if named != [own]:
        wrong = next((a.ort for a, name in zip(calls, named, strict=True) if name != own), None)
        where = wrong or (calls[1].ort if len(calls) > 1 else Ort(seite.file, seite.first_line))
        what = "fehlt" if own not in named else "steht mehrmals oder mit fremder Kennung"
        yield r.OHNE_EIGENES_MAKRO.befund(
            where,
            f"Das Makro „{_MACRO}“ mit der Kennung „{own}“ {what}.",
            f'{{{{ {_MACRO}("{own}") }}}}',
        )


def _page(v: Vereinbarung) -> Seite:
    uri = page_of(v)
    text = "\n".join(
        [
            "---",
            f"title: {_yaml(_short(v.titel, _LONGEST_TITLE))}",
            f"description: {_yaml(_short(f'Vereinbarung: {v.titel}', _LONGEST_DESCRIPTION))}",
            "art: wortlaut",
            "---",
            "",
            f"# {escape_markdown(v.titel)}",
            "",
            f'{{{{ {_MACRO}("{v.id}") }}}}',
            "",
        ]
    )
    return parse_page(text.encode(), uri, f"{uri} (aus den Daten erzeugt)")


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _yaml(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
