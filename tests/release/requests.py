"""The release that the tests ask for, and the state of a project before and after."""

from datetime import date
from pathlib import Path

from macros.publish.release import Freigabe, release
from macros.publish.release_checks import Antrag
from tests.publish.project import REGION, STICHTAG, git

NAME = "2026.2"
ANTRAG = Antrag(NAME, "Kreistag: „Ausschuss“", date(2026, 11, 5), date(2027, 2, 1))
FILE = f"data/regionen/{REGION}/region.yml"


def release_of(root: Path, antrag: Antrag = ANTRAG, stichtag: date = STICHTAG) -> Freigabe:
    return release(root, REGION, antrag, stichtag)


def state_of(root: Path) -> dict[str, bytes]:
    """Return everything a release could change: references, index, files."""
    said = "\n".join(
        git(root, *args)
        for args in (["show-ref"], ["rev-parse", "HEAD"], ["ls-files", "-s"], ["status", "-s"])
    )
    files = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".git" not in path.parts
    }
    return {"git": said.encode(), **files}
