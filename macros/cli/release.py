"""`rahmen fassung`: list, release and prove Fassungen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from macros.cli.book import pdf
from macros.cli.project import (
    Stichtag,
    personen_path,
    project_root,
    region_option,
    sound_bestand,
    stichtag_option,
)
from macros.model.findings import has_fehler
from macros.model.german import date_text
from macros.model.report import format_text
from macros.publish.ledger import LedgerError, check_ledgers, read_ledger
from macros.publish.release import release, restore
from macros.publish.release_checks import Antrag
from macros.publish.repository import NoRepositoryError, Repository

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from macros.model.records.region import Fassung


@click.group("fassung", options_metavar="[OPTIONEN]", subcommand_metavar="BEFEHL …")
def fassung() -> None:
    """Zeigt und vergleicht Fassungen, gibt neue frei, prüft den Wortlaut der alten."""


fassung.add_command(pdf)


@fassung.command("liste", options_metavar="[OPTIONEN]")
@region_option
@stichtag_option
def liste(region: str, stichtag: date) -> None:
    """Zeigt alle Fassungen der Region, die neueste zuerst."""
    root = project_root()
    bestand = sound_bestand(region, stichtag, root)
    in_force = bestand.fassung()
    found = bestand.region.fassungen
    if not found:
        click.echo(f"{bestand.region.name} hat noch keine Fassung. Es gibt nur den Entwurf.")
    for entry in reversed(found):
        until = f" bis {date_text(entry.gueltig_bis)}" if entry.gueltig_bis else ""
        click.echo(f"{entry.name}  {_status(entry, in_force, stichtag)}")
        click.echo(f"  beschlossen am {date_text(entry.beschlossen_am)}: {entry.beschlossen_von}")
        click.echo(f"  gültig ab {date_text(entry.gueltig_ab)}{until}")
        click.echo(f"  {_source(root, region, entry)}")


def _status(entry: Fassung, in_force: Fassung | None, stichtag: date) -> str:
    if in_force is not None and entry.name == in_force.name:
        return "gilt"
    return "gilt noch nicht" if entry.gueltig_ab > stichtag else "abgelöst"


def _source(root: Path, region: str, entry: Fassung) -> str:
    try:
        tagged = Repository(root).tag_commit(entry.markierung) is not None
    except NoRepositoryError:
        tagged = False
    where = f"Tag {entry.markierung}" if tagged else "Archiv (Tag fehlt in dieser Kopie)"
    try:
        count = len(read_ledger(root, region, entry.name).seiten)
    except LedgerError as fault:
        return f"{where}. {fault}"
    return f"{where}, Prüfbuch mit {count} {'Seite' if count == 1 else 'Seiten'}"


@fassung.command("freigeben", options_metavar="[OPTIONEN]")
@click.argument("name")
@region_option
@stichtag_option
@click.option(
    "--beschlossen-von", required=True, metavar="GREMIUM", help="Wer die Fassung beschlossen hat."
)
@click.option("--beschlossen-am", required=True, type=Stichtag(), help="Tag des Beschlusses.")
@click.option("--gueltig-ab", required=True, type=Stichtag(), help="Erster Tag, an dem sie gilt.")
@click.option(
    "--tag",
    default="",
    metavar="TAG",
    help="Anderer Name des Tags; nötig, wenn mehrere Regionen in einem Repository freigeben.",
)
def freigeben(
    name: str,
    region: str,
    stichtag: date,
    beschlossen_von: str,
    beschlossen_am: date,
    gueltig_ab: date,
    tag: str,
) -> None:
    """Gibt den Wortlaut, wie er in Git gesichert ist, als Fassung NAME frei.

    Zuerst wird alles geprüft. Erst dann entstehen das Archiv, das Prüfbuch, der Eintrag in
    region.yml, ein Commit und der Tag; alles zusammen oder nichts.
    """
    root = project_root()
    antrag = Antrag(name, beschlossen_von, beschlossen_am, gueltig_ab, tag)
    done = release(root, region, antrag, stichtag, personen_path())
    if has_fehler(done.befunde):
        click.echo(format_text(done.befunde))
        click.echo("\nNichts wurde freigegeben.")
        raise SystemExit(1)
    if done.war_schon:
        click.echo(f"Fassung {name} ist schon freigegeben, mit genau diesem Wortlaut.")
        return
    branch = (Repository(root).branch() or "").removeprefix("refs/heads/")
    click.echo(
        f"Fassung {name} ist freigegeben: {done.seiten} Seiten im Prüfbuch, Tag {done.tag}.\n"
        f"Commit {done.commit[:12]} auf dem Zweig {branch}.\n\n"
        "Veröffentlicht ist sie damit noch nicht. So geht es weiter:\n"
        f"  git push --atomic origin {branch} {done.tag}"
    )


@fassung.command("pruefen", options_metavar="[OPTIONEN]")
@region_option
@stichtag_option
def pruefen(region: str, stichtag: date) -> None:
    """Prüft, ob jede Fassung noch so lautet, wie sie beschlossen wurde."""
    root = project_root()
    fassungen = sound_bestand(region, stichtag, root).region.fassungen
    befunde = check_ledgers(root, region, fassungen, stichtag)
    if befunde:
        click.echo(format_text(befunde))
    if has_fehler(befunde):
        raise SystemExit(1)
    count = len(fassungen)
    if not count:
        click.echo("Es gibt noch keine Fassung, nur den Entwurf.")
        return
    click.echo(
        f"{count} {'Fassung' if count == 1 else 'Fassungen'} geprüft: der Wortlaut ist unverändert."
    )


@fassung.command("wiederherstellen", options_metavar="[OPTIONEN]")
@click.argument("name")
@region_option
@stichtag_option
def wiederherstellen(name: str, region: str, stichtag: date) -> None:
    """Schreibt Archiv und Prüfbuch der Fassung NAME aus ihrem Tag neu, wenn beide fehlen.

    Nötig nur, nachdem die Geschichte in Git umgeschrieben wurde.
    """
    root = project_root()
    found = sound_bestand(region, stichtag, root).region.fassungen
    entry = next((f for f in found if f.name == name), None)
    if entry is None:
        names = ", ".join(f.name for f in found) or "keine"
        raise click.BadParameter(
            f"Die Fassung „{name}“ gibt es nicht. Vorhanden: {names}.", param_hint="NAME"
        )
    befunde = restore(root, region, entry, stichtag)
    if befunde:
        click.echo(format_text(befunde))
        raise SystemExit(1)
    click.echo(
        f"Archiv und Prüfbuch der Fassung {name} sind geschrieben. Sichern Sie beide in Git:\n"
        f"  git add data/regionen/{region}/wortlaut && git commit"
    )
