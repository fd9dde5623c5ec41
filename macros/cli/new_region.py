"""`rahmen neu`: a region of your own, complete and valid from the first day."""

from __future__ import annotations

import shutil
import tempfile
from typing import TYPE_CHECKING

import click

from macros.cli.check import ALLE, check_region
from macros.cli.project import EnvironmentFaultError, project_root, stichtag_option
from macros.exports.new_region import NeueRegion, in_sentence, region_files
from macros.model.findings import Stufe, sorted_befunde
from macros.model.kennung import is_kennung, kennung_from
from macros.model.records.region import Land, Regionsart
from macros.model.report import format_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from macros.model.findings import Befund


@click.command("neu", options_metavar="[OPTIONEN]")
@click.argument("slug", metavar="KENNUNG")
@click.option("--name", required=True, metavar="NAME", help="Wie die Region heißt: „Kreis Soest“.")
@click.option(
    "--art",
    type=click.Choice([a.value for a in Regionsart]),
    required=True,
    help="Kreis oder Stadt.",
)
@click.option(
    "--land", type=click.Choice([a.value for a in Land]), required=True, help="Wessen Recht gilt."
)
@click.option("--im-satz", metavar="TEXT", help="Wie sie im Satz steht: „im Märkischen Kreis“.")
@click.option("--ags", metavar="SCHLÜSSEL", default="", help="Amtlicher Schlüssel, 5 Ziffern.")
@stichtag_option
def neu(
    slug: str, name: str, art: str, land: str, im_satz: str | None, ags: str, stichtag: date
) -> None:
    """Legt eine neue Region an, die sich sofort bauen lässt.

    KENNUNG ist der Name des Ordners unter data/regionen: kleine Buchstaben, Ziffern, Bindestriche.
    Was fehlt, steht als „bitte ergänzen“ in den Dateien; erfunden wird nichts.
    """
    root = project_root()
    if slug == ALLE:
        raise click.BadParameter(
            f"„{ALLE}“ meint bei anderen Befehlen alle Regionen. Bitte wählen Sie eine andere "
            "Kennung.",
            param_hint="KENNUNG",
        )
    if not is_kennung(slug):
        raise click.BadParameter(
            f"„{slug}“ geht nicht als Kennung. Erlaubt sind kleine Buchstaben a–z, Ziffern und "
            f"einzelne Bindestriche: {kennung_from(slug) or 'mein-kreis'}",
            param_hint="KENNUNG",
        )
    if not name.strip():
        raise click.BadParameter("Der Name ist leer.", param_hint="--name")
    folder = root / "data" / "regionen" / slug
    if folder.exists():
        raise click.BadParameter(
            f"Den Ordner data/regionen/{slug} gibt es schon. Es wurde nichts geändert.",
            param_hint="KENNUNG",
        )
    kind = next(a for a in Regionsart if a.value == art)
    law = next(a for a in Land if a.value == land)
    plain = " ".join(name.split())
    sentence = " ".join((im_satz or "").split()) or in_sentence(plain, kind)
    region = NeueRegion(slug, plain, sentence, kind, law, ags.strip())
    _write(folder, region_files(region, stichtag))
    befunde = sorted_befunde(check_region(root, slug, stichtag))
    _refuse_unsound(folder, befunde)
    click.echo(f"Angelegt: data/regionen/{slug}")
    if befunde:
        click.echo(f"\nDas ist noch zu tun:\n\n{format_text(befunde)}")
    click.echo(
        f"\nSo sehen Sie die Website: REGION={slug} make serve\n"
        f"Wie es weitergeht, steht in der Hilfe unter „Für Ihren Kreis übernehmen“."
    )


def _refuse_unsound(folder: Path, befunde: Sequence[Befund]) -> None:
    """Take the folder away again where what somebody typed makes no valid region.

    Raises:
        SystemExit: with 1, and the findings are told.
    """
    below = f"data/regionen/{folder.name}/"
    own = [b for b in befunde if b.file.startswith(below) and b.stufe is Stufe.FEHLER]
    if own:
        shutil.rmtree(folder)
        click.echo(f"{format_text(own)}\n\nNichts wurde angelegt.")
        raise SystemExit(1)


def _write(folder: Path, texts: Mapping[str, str]) -> None:
    """Write all files beside their place and put them there in one step: all or nothing.

    Raises:
        EnvironmentFaultError: the disk refuses.
    """
    try:
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".neu-") as name:
            made = folder.parent / name / folder.name
            for path, text in texts.items():
                file = made / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8", newline="\n")
            shutil.move(made, folder)
    except OSError:
        raise EnvironmentFaultError(
            f"Der Ordner data/regionen/{folder.name} ließ sich nicht schreiben. Prüfen Sie, ob "
            "data/regionen beschreibbar und genug Platz frei ist."
        ) from None
