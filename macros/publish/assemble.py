"""Hands finished trees to mike in a scratch repository and takes the assembled one out again."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mike import commands as mike  # type: ignore[import-untyped]
from mike import git_utils

from macros.publish.faults import PublishFaultError, no_space, said_no_space
from macros.publish.git_tree import read_tree, run_git
from macros.publish.names import CURRENT, sort_key
from macros.site.order import Art

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from macros.publish.order_files import Werkstatt

# Never the name of a file or folder: git would take the branch for it.
_BRANCH: Final = "rahmen-ausgabe"
_REDIRECT: Final = Path(__file__).parent / "templates" / "weiterleitung.html.j2"
_VERSIONS: Final = "versions.json"
# Root pages take the place of these; a sitemap names the day of the build.
_LEFT_OUT: Final = ("404.html", "sitemap.xml", "sitemap.xml.gz")
_ROOM: Final = 1024 * 1024


@dataclass(frozen=True)
class Baum:
    """A built tree.

    Attributes:
        name: its folder in the publication.
        art: what it is.
        dateien: content by path below that folder.
        fehlerseite: its page for unknown addresses.
    """

    name: str
    art: Art
    dateien: Mapping[str, bytes]
    fehlerseite: bytes

    @property
    def adressen(self) -> frozenset[str]:
        """Addresses of its pages below its folder: ``""``, ``standards/``."""
        return frozenset(
            path.removesuffix("index.html")
            for path in self.dateien
            if path == "index.html" or path.endswith("/index.html")
        )


def collect(werkstatt: Werkstatt) -> Baum:
    """Take over a finished tree and leave out what a publication has only once."""
    files = {
        path.relative_to(werkstatt.site).as_posix(): path
        for path in sorted(werkstatt.site.rglob("*"))
        if path.is_file()
    }
    error_page = files["404.html"].read_bytes() if "404.html" in files else b""
    for name in _LEFT_OUT:
        if name in files:
            files.pop(name).unlink()
    for path in files.values():
        path.chmod(0o644)
    return Baum(
        werkstatt.name,
        werkstatt.plan.art,
        {name: path.read_bytes() for name, path in files.items()},
        error_page,
    )


class Zusammenbau:
    """The scratch repository in which a publication is put together."""

    def __init__(self, folder: Path, zeit: int) -> None:
        """Make an empty repository.

        Args:
            folder: where; must not exist.
            zeit: time of all commits, so that equal trees get equal ids everywhere.
        """
        self._folder = folder
        self._env = _clean_environment() | {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "LC_ALL": "C",
        }
        run_git(folder.parent, "init", "-q", "--bare", "-b", _BRANCH, str(folder), env=self._env)
        self._env |= {
            "GIT_DIR": str(folder),
            "GIT_COMMITTER_NAME": "Publikation",
            "GIT_COMMITTER_EMAIL": "publikation@example.org",
            "GIT_COMMITTER_DATE": f"{zeit} +0000",
        }

    def add_trees(self, werkstaetten: Sequence[Werkstatt]) -> None:
        """Hand all trees to mike, the oldest first.

        Raises:
            PublishFaultError: the disk is full, or git refused something.
        """
        for werkstatt in sorted(werkstaetten, key=_age):
            plan = werkstatt.plan
            draft = plan.art is Art.ENTWURF
            with (
                self._git(),
                mike.deploy(
                    {"site_dir": str(werkstatt.site), "use_directory_urls": True},
                    plan.name,
                    "Entwurf" if draft else f"Fassung {plan.name}",
                    [CURRENT] if plan.art is Art.AKTUELL else [],
                    alias_type=mike.AliasType.redirect,
                    template=str(_REDIRECT),
                    branch=_BRANCH,
                    message=plan.name,
                ),
            ):
                pass  # The tree is finished; mike only files it.

    def add_files(self, files: Mapping[str, bytes], message: str) -> None:
        """Add files below the root, or replace them.

        Raises:
            PublishFaultError: the disk is full, or git refused something.
        """
        with self._git(), git_utils.Commit(_BRANCH, message, allow_empty=True) as commit:
            for path, data in files.items():
                commit.add_file(git_utils.FileInfo(path, data))

    def files(self) -> dict[str, bytes]:
        """Return all files of the assembled tree, sorted by path."""
        return read_tree(self._folder, _BRANCH, env=self._env)

    def tree_id(self) -> str:
        """Return git's id of the assembled tree: the same for the same files."""
        name = run_git(self._folder, "rev-parse", f"{_BRANCH}^{{tree}}", env=self._env)
        return name.decode().strip()

    @contextmanager
    def _git(self) -> Iterator[None]:
        """Give mike the scratch repository; it knows only the environment of this process."""
        before = dict(os.environ)
        os.environ.clear()
        os.environ.update(self._env)
        try:
            yield
        except (git_utils.GitError, BrokenPipeError) as error:
            status = os.statvfs(self._folder)
            if said_no_space(str(error)) or status.f_bavail * status.f_frsize < _ROOM:
                raise no_space("Die Fassungen ließen sich nicht zusammensetzen") from error
            raise PublishFaultError(
                "Die Fassungen ließen sich nicht zusammensetzen: "
                f"git meldet „{(str(error).splitlines() or [''])[-1].strip()[:200]}“."
            ) from error
        finally:
            os.environ.clear()
            os.environ.update(before)


def _clean_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}


def _age(werkstatt: Werkstatt) -> tuple[int, int, int]:
    if werkstatt.plan.art is Art.ENTWURF:
        return (1, 0, 0)
    return (0, *sort_key(werkstatt.name))


def sorted_versions(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return versions.json with sorted aliases; mike keeps them in a set.

    Args:
        files: the assembled tree.
    """
    versions: list[dict[str, Any]] = json.loads(files[_VERSIONS])
    for entry in versions:
        entry["aliases"] = sorted(entry["aliases"])
    text = json.dumps(versions, ensure_ascii=False, indent=2)
    return {_VERSIONS: f"{text}\n".encode()}
