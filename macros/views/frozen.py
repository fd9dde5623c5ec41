"""What live data says on a page whose text cannot change any more: its day, or that it is gone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from macros.views.templating import Fragment, block, inline

if TYPE_CHECKING:
    from macros.views.ansicht import Ansicht
    from macros.views.registry import Makro

_DAY: Final = 'class="stand-heute"'


def unavailable(ansicht: Ansicht, makro: Makro) -> Fragment:
    """Return what stands where a record was that today's data no longer has.

    Args:
        ansicht: the view of the page.
        makro: the macro that was called.
    """
    office = ansicht.bestand.region.koordinierungsstelle.ziel
    show = inline if makro.inline else block
    template = "nicht_verfuegbar_zeile" if makro.inline else "nicht_verfuegbar"
    return show(template, ansicht=ansicht, was=makro.gegenstand, stelle=office)


def with_day(ansicht: Ansicht, fragment: Fragment) -> Fragment:
    """Return a fragment that says „Stand heute“, if it does not say so by itself.

    Args:
        ansicht: the view of a page with an older wording.
        fragment: what a macro gave from today's data.
    """
    if fragment.zeitlos or _DAY in fragment.html:
        return fragment
    show = inline if fragment.inline else block
    dated = show("von_heute", ansicht=ansicht, inhalt=fragment.html, inline=fragment.inline)
    return replace(fragment, html=dated.html)
