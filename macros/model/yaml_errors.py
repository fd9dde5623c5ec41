"""What to say about a parser error that no likely mend explains."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from macros.model import reading_rules as r
from macros.model.findings import Ort

if TYPE_CHECKING:
    from macros.model.findings import Befund


def explain(error: Any, lines: list[str], ort: Ort) -> Befund:
    """Return the finding for a parser error.

    Args:
        error: a ``yaml.YAMLError``, or None for a quoted text that runs over a line end.
        lines: the file's lines.
        ort: where the parser stops.
    """
    problem = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    context_mark = getattr(error, "context_mark", None)
    begins = ort
    if context_mark is not None:
        begins = Ort(
            ort.file, min(context_mark.line + 1, len(lines)), min(context_mark.column + 1, 1_000)
        )
    source = lines[ort.line - 1].strip()[:300]
    if error is None or "quoted scalar" in context:
        return r.ANFUEHRUNG_OFFEN.befund(
            begins, "Dieses Anführungszeichen wird in der Zeile nicht geschlossen."
        )
    if "could not find expected ':'" in problem:
        line = lines[begins.line - 1].strip()[:60]
        return r.SYNTAX.befund(
            begins,
            f"In der Zeile „{line}“ fehlt der Doppelpunkt nach dem Feldnamen, oder sie gehört "
            "noch zum Wert der Zeile davor.",
        )
    if "flow" in context:
        return r.KLAMMER.befund(
            begins, "Diese Klammer wird nicht richtig geschlossen, oder es fehlt ein Komma."
        )
    if "anchor" in context or "alias" in context:
        return r.ANKER.befund(ort, "Anker und Aliasse (& und *) sind verboten.")
    if "tag" in context:
        return r.TAG.befund(ort, "YAML-Tags (mit Ausrufezeichen) sind verboten.")
    if "directive" in context or "document start" in problem:
        return r.GRUNDFORM.befund(
            ort,
            "Diese Zeile passt nicht zum Anfang der Datei: Liste und Felder sind gemischt.",
            "Jeder Eintrag beginnt ganz links mit „- id:“, seine Felder stehen zwei Leerzeichen "
            "eingerückt darunter",
        )
    if re.search(r"expected key|'-' indicator|<block|not allowed in this context", problem):
        return r.EINRUECKUNG.befund(
            ort,
            f"Die Zeile „{source[:60]}“ passt nicht zu den Zeilen darüber. Meist stimmt die "
            "Einrückung nicht oder ein Doppelpunkt fehlt.",
        )
    return r.SYNTAX.befund(
        ort,
        f"Ab der Zeile „{source[:60]}“ ist die Datei nicht lesbar.",
        "Vergleichen Sie die Zeile mit den Einträgen darüber: Feldname, Doppelpunkt, "
        "Leerzeichen, Wert",
    )
