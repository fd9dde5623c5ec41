"""Macros for the pages the law asks for; region.yml says for whom, the Land decides which law."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.exports.legal_files import letter, schema_file, statement_file
from macros.model.accessibility import accessibility, landesrecht
from macros.model.records.rechtliches import Bereitstellung
from macros.model.records.region import Regionsstatus
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from macros.views.ansicht import Ansicht


def legal_page(template: str, ansicht: Ansicht, **values: Any) -> Fragment:
    """Render a legal page with what all of them need.

    Args:
        template: file name below ``templates/`` without its ending.
        ansicht: the view of the page.
        values: what only this page needs.
    """
    region = ansicht.bestand.region
    return block(
        template,
        ansicht=ansicht,
        region=region,
        recht=landesrecht(ansicht.bestand),
        vorfuehrung=region.status is Regionsstatus.VORFUEHRUNG,
        **values,
    )


@makro(inline=False, beispiel="impressum()", seite="service/impressum/", live=True)
def impressum(ansicht: Ansicht) -> Fragment:
    """Zeigt das Impressum mit den Angaben aus region.yml unter anbieter.

    Args:
        ansicht: die Seite.
    """
    return legal_page(
        "impressum", ansicht, koordination=ansicht.bestand.region.koordinierungsstelle.ziel
    )


@makro(inline=False, beispiel="datenschutz()", seite="service/datenschutz/", live=True)
def datenschutz(ansicht: Ansicht) -> Fragment:
    """Zeigt die Datenschutzerklärung mit den Angaben aus region.yml unter datenschutz.

    Args:
        ansicht: die Seite.
    """
    form = ansicht.bestand.region.datenschutz
    return legal_page(
        "datenschutz",
        ansicht,
        brief=letter(ansicht.bestand),
        github=form.bereitstellung is Bereitstellung.GITHUB_PAGES,
        auftrag=form.bereitstellung is Bereitstellung.AUFTRAG,
    )


@makro(inline=False, beispiel="barrierefreiheit()", seite="service/barrierefreiheit/", live=True)
def barrierefreiheit(ansicht: Ansicht) -> Fragment:
    """Zeigt die Erklärung zur Barrierefreiheit aus region.yml, Prüfbericht und Selbstbewertung.

    Args:
        ansicht: die Seite.
    """
    return legal_page(
        "barrierefreiheit",
        ansicht,
        lage=accessibility(ansicht.bestand),
        dateien=(statement_file(ansicht.bestand), schema_file()),
    )


@makro(inline=False, beispiel="barriere_melden()", seite="service/barriere-melden/", live=True)
def barriere_melden(ansicht: Ansicht) -> Fragment:
    """Zeigt, wie man eine Barriere meldet, mit vorbereiteter E-Mail und allen Wegen.

    Args:
        ansicht: die Seite.
    """
    return legal_page("barriere_melden", ansicht)
