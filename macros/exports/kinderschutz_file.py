"""Child protection as one file to keep on the phone: no other file, no script, no request."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from macros.exports.catalog import ORDNER
from macros.exports.templating import ENVIRONMENT, TEMPLATES
from macros.model.bestand import einmal
from macros.model.kinderschutz import ERSTE_SCHRITTE, SEITE, kinderschutz_in
from macros.model.records.region import Regionsstatus

if TYPE_CHECKING:
    from macros.model.bestand import Bestand

DATEI: Final = f"{ORDNER}/kinderschutz.html"


@einmal
def kinderschutz_file(bestand: Bestand) -> bytes:
    """Return the file for the phone: functions and numbers, never persons.

    Args:
        bestand: the checked records of a region.
    """
    style = _style()
    region = bestand.region
    text = ENVIRONMENT.get_template("kinderschutz.html.j2").render(
        region=region,
        vorfuehrung=region.status is Regionsstatus.VORFUEHRUNG,
        k=kinderschutz_in(bestand),
        schritte=ERSTE_SCHRITTE,
        stichtag=bestand.stichtag,
        fassung=bestand.fassung(),
        adresse=f"{region.adresse.rstrip('/')}/{SEITE}",
        # The style is ours and holds nothing from the data.
        style=Markup(style),
        policy=policy(style),
    )
    return f"{text.strip()}\n".encode()


def policy(style: str) -> str:
    """Return the Content-Security-Policy that allows exactly one inline style and nothing else.

    Args:
        style: content of the style element, to the letter.
    """
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _style() -> str:
    return (TEMPLATES / "kinderschutz.css").read_text(encoding="utf-8")
