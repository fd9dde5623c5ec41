"""Names cut over three columns of 40 characters become one readable line; no letter is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from macros.model.kennung import KENNUNG_MAX, kennung_from

if TYPE_CHECKING:
    from collections.abc import Iterable

# The rest of a German noun that was cut without a hyphen: „Ersatz“ + „schule“. Nouns are written
# with a capital, so a column that starts with one of these in lower case continues a word.
_TAIL: Final = re.compile(
    r"(?:grund|haupt|real|gesamt|sekundar|gemeinschafts|förder|berufs|ersatz|privat|hoch|volks|"
    r"abend|fach)?(?:schulen?|schulverbund|kollegs?|gymnasiums?|gymnasien)\b|"
    r"(?:stufen?|schwerpunkte?|zentrums?|verbandes|verbands?|verbund|vereins?|trägers?|"
    r"trägerschaft|standorte?n?|werkes?|hauses|born|dorf|hausen|heim|feld|kirchen)\b"
)
# The first part of such a noun; a full stop after it is where the source ran out of room.
_HEAD: Final = re.compile(
    r"(?:^|[\s.\-])(?:Bekenntnis|Gemeinschafts|Ersatz|Förder|Sekundar|Gesamt|Real|Haupt|Grund|"
    r"Berufs|Privat)\.$"
)
_CONNECTING: Final = re.compile(r"(?:und|oder|sowie|bzw|bis|u|o)\b")
_SUSPENDED: Final = re.compile(r"\w-$")
_ROMAN: Final = re.compile(r"(?:^|[\s.])[IV]+-$")
_GENITIVE: Final = re.compile(r"\bdes \S*(?:verband|verein|werk|stift)e?s$")
_ADJECTIVE: Final = re.compile(r"(?:isch|lich|ert|ivat|frei)e[rsnm]?$", re.IGNORECASE)
# A column that starts like this describes the school; what stands before it is its name.
_DESCRIPTION: Final = re.compile(
    r"(?:(?:[Ss]tädt|[Kk]ath|[Ee]v|[Ee]vang|[Gg]em|[Pp]riv|[Ss]taatl|[Öö]ffentl|[Bb]ischöfl)"
    r"(?:\.|\w*(?:isch|lich|at)e[sr]?\b)|"
    r"(?:Gemeinschafts|Bekenntnis|Grund|Haupt|Real|Gesamt|Sekundar|Förder|LWL-Förder|LVR-Förder|"
    r"Ersatz|Klinik|Ganztags|Verbund|Waldorf|Berufsfach|Gemeinschaftsgrund|Bekenntnisgrund)"
    r"sch(?:ule|\.)|Gymnasium\b|Berufskolleg\b|Weiterbildungskolleg\b|Abendgymnasium\b|"
    r"Abendrealschule\b|Aufbaugymnasium\b|Förderschwerp|FSP\b|Schule der\b|Schule für\b|"
    r"Primarst|Sekundarst|Sek\.|Freie\b)"
)


def join_name(parts: Iterable[str], *, commas: bool = True) -> str:
    """Return the official name from the columns it was cut into.

    The words stay as they are; only what stands between them is mended:

    - a word cut with a hyphen is joined („Förder-“ + „schule“), but „Grund-“ + „und“ keeps its
      hyphen and a compound such as „Waldorf-“ + „Förderschule“ too,
    - a noun cut without a hyphen is joined („Ersatz“ + „schule“, list in ``_TAIL``),
    - a comma parts the name from a description that follows („Städt. Gem. Grundschule“),
    - single hyphens become dashes, abbreviations get their space („e.V.“ → „e. V.“).

    Args:
        parts: the columns in order; empty ones are skipped.
        commas: part descriptions of a school from its name; other bodies have none.
    """
    name = ""
    for part in parts:
        piece = _spaced(part)
        if piece:
            keep, glue = _seam(name, piece)
            glue = glue if commas else glue.replace(",", "")
            name = f"{name[:keep]}{glue}{piece}"
    name = re.sub(r"(?:\s*–)+\s*$|^\s*(?:–\s*)+", "", name)
    return re.sub(r",?\s*–(?:\s*–)*\s*", " – ", name).strip()


def _seam(before: str, after: str) -> tuple[int, str]:
    """Return how many letters of the text so far stay, and what comes before the next column."""
    whole, less = len(before), len(before) - 1
    if not before:
        return 0, ""
    lower = after[0].islower()
    if _SUSPENDED.search(before):
        if _ROMAN.search(before):
            return less, " – "
        if _CONNECTING.match(after):
            return whole, " "
        return (less if lower else whole), ""
    if lower and _TAIL.match(after):
        if _HEAD.search(before):
            return less, ""
        if re.search(r"[A-ZÄÖÜ][a-zäöüß]+$", before):
            return whole, ""
    if _DESCRIPTION.match(after) and _complete(before):
        return whole, ", "
    return whole, " "


def _complete(before: str) -> bool:
    """Tell whether the text so far can stand as a name of its own."""
    last = before.split()[-1]
    if last[-1] in ".,;:/&(–-" or _ADJECTIVE.search(last) or _GENITIVE.search(before):
        return False
    return bool(re.search(r"(?:^|[-(])[A-ZÄÖÜ0-9]", last))


def _spaced(part: str) -> str:
    """Return one column with the spaces and dashes German spelling wants."""
    text = " ".join(part.split())
    text = re.sub(r"\(\s+", "(", re.sub(r"\s+\)", ")", text))
    text = re.sub(r" - Schule(?=$| (?!der|für|des|zur)[A-ZÄÖÜa-z])", "-Schule", text)
    text = re.sub(r"(?:^|\s)-(?=\s|$|\w)", " – ", text)
    # „-Primarstufe-“: the second hyphen closes what the first one opened.
    text = re.sub(r"(?<= – )([^–]*?[\w.])-(?=$|\s+[A-ZÄÖÜ])", r"\1 – ", text)
    text = re.sub(r"\b(I{1,3})(u\.)", r"\1 \2", text)
    text = re.sub(r"(?<=[A-Za-zäöüßÄÖÜ])\.(?=[A-Za-zäöüßÄÖÜ])", ". ", text)
    text = re.sub(r",(?=[A-Za-zäöüßÄÖÜ])", ", ", text)
    return " ".join(text.split())


def kennung_for(text: str, number: str, taken: set[str]) -> str:
    """Return a new id for a record: readable, at most 60 characters, not taken yet.

    Args:
        text: the text it is made from; remarks in brackets are left out.
        number: official number, appended where the id alone is taken or empty.
        taken: ids in use; the new one is added.
    """
    words = kennung_from(re.sub(r"\([^)]*\)", " ", text)).split("-")
    room = KENNUNG_MAX - len(number) - 1
    kennung = ""
    for word in words:
        if len(kennung) + len(word) + 1 > room:
            break
        kennung = f"{kennung}-{word}" if kennung else word
    if not kennung or kennung in taken:
        kennung = f"{kennung}-{number}".strip("-")
    taken.add(kennung)
    return kennung
