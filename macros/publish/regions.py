"""Builds every region, two at a time, below one start page that lists them.

Regions are built as they stand today, without earlier Fassungen: to look at all of them, and to see
that a change leaves none behind. The new folder takes the place of the old one only when all are
sound.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from macros.model.load_region import load_region
from macros.model.records.region import Regionsstatus
from macros.publish.environment import check_target
from macros.publish.faults import PublishFaultError, in_german
from macros.publish.root_pages import ENVIRONMENT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_AT_ONCE: Final = 2
_STYLES: Final = "regionen.css"
_ICON: Final = "favicon.svg"
_SHEETS: Final = ("tokens", "base", "frame")
_START: Final = Path(__file__).parent / "templates" / "start.css"


@dataclass(frozen=True)
class Regionsbau:
    """What became of one region.

    Attributes:
        slug: its folder.
        name: as people call it; its folder where its data is unsound.
        land: the Land it lies in.
        vorfuehrung: whether it is a demonstration.
        meldung: what mkdocs said where the build failed, otherwise empty.
        uebersicht: the line that counts its findings, empty when there are none.
    """

    slug: str
    name: str
    land: str = ""
    vorfuehrung: bool = True
    meldung: str = ""
    uebersicht: str = ""


def build_regions(root: Path, slugs: Sequence[str], ziel: Path, stichtag: date) -> list[Regionsbau]:
    """Build regions and put them in place, unless one of them fails.

    Args:
        root: the project's root.
        slugs: the regions, as the start page lists them.
        ziel: folder that is replaced as a whole.
        stichtag: the day for which dates are judged.

    Returns:
        One entry per region; nothing in ``ziel`` has changed when one has a ``meldung``.

    Raises:
        PublishFaultError: the folder holds something else, or the disk refuses.
    """
    check_target(root, ziel)
    if ziel.exists() and (not ziel.is_dir() or any(ziel.iterdir())) and not _is_ours(ziel):
        raise PublishFaultError(
            f"In {ziel} liegt schon etwas anderes. Wählen Sie mit --ziel einen leeren Ordner."
        )
    with in_german(ziel):
        ziel.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=ziel.parent, prefix=".regionen-") as name:
            work = Path(name) / "neu"
            work.mkdir()
            with ThreadPoolExecutor(_AT_ONCE) as pool:
                built = list(pool.map(lambda slug: _build(root, slug, work, stichtag), slugs))
            if not any(region.meldung for region in built):
                _write_start_page(root, work, built)
                if ziel.exists():
                    ziel.rename(Path(name) / "alt")
                shutil.move(work, ziel)
    return built


def _is_ours(ziel: Path) -> bool:
    return ziel.is_dir() and (ziel / _STYLES).is_file() and (ziel / "index.html").is_file()


def _build(root: Path, slug: str, work: Path, stichtag: date) -> Regionsbau:
    bestand = load_region(root, slug, stichtag).bestand
    # Never -q: it switches strict off.
    done = subprocess.run(
        [sys.executable, "-P", "-m", "mkdocs", "build", "--strict", "--clean",
         "--site-dir", str(work / slug)],
        cwd=root,
        env={
            **os.environ,
            "REGION": slug,
            "RAHMEN_STICHTAG": stichtag.isoformat(),
            "PYTHONUTF8": "1",
            "NO_MKDOCS_2_WARNING": "1",
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )  # fmt: skip
    sound = done.returncode == 0 and (work / slug / "index.html").is_file()
    meldung = "" if sound else done.stdout.strip() or "Der Bau ist misslungen."
    if bestand is None:
        return Regionsbau(slug, slug, meldung=meldung)
    region = bestand.region
    return Regionsbau(
        slug,
        region.name,
        region.land.label,
        region.status is Regionsstatus.VORFUEHRUNG,
        meldung,
        _summary(done.stdout),
    )


def _summary(said: str) -> str:
    """Return what the build counted: „3 Warnungen, 5 Hinweise“."""
    lines = (line.partition("rahmenkonzept: ")[2] for line in said.splitlines())
    return next((line.partition(". ")[0] for line in lines if line), "")


def _write_start_page(root: Path, work: Path, built: Sequence[Regionsbau]) -> None:
    theme = root / "overrides" / "assets"
    sheets = [theme / "css" / f"{name}.css" for name in _SHEETS]
    texts = [path.read_text(encoding="utf-8") for path in (*sheets, _START) if path.is_file()]
    (work / _STYLES).write_text("\n".join(texts), encoding="utf-8", newline="\n")
    icon = theme / _ICON
    if icon.is_file():
        shutil.copyfile(icon, work / _ICON)
    page = ENVIRONMENT.get_template("regionen.html.j2").render(
        regionen=built, symbol=_ICON if icon.is_file() else ""
    )
    (work / "index.html").write_text(page, encoding="utf-8", newline="\n")
