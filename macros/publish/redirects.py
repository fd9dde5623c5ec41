"""Which address leads where: without the name of a Fassung, renamed, or moved with the contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.publish.names import CURRENT, DRAFT, page_address, sort_key
from macros.site.order import Art

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from macros.publish.assemble import Baum

_LIVE: Final = "service/"


def main_tree(baeume: Sequence[Baum]) -> Baum:
    """Return the tree to which short addresses lead: the Fassung in force, else the draft."""
    return next(
        (b for b in baeume if b.art is Art.AKTUELL), next(b for b in baeume if b.art is Art.ENTWURF)
    )


def redirects(baeume: Sequence[Baum], umbenannt: Mapping[str, str]) -> dict[str, str]:
    """Return where each address leads that has no page of its own.

    Args:
        baeume: all trees of the publication.
        umbenannt: new page for each renamed one, paths below ``docs``.

    Returns:
        Target by address, both below the root of the publication, both ending in ``/``.
    """
    main = main_tree(baeume)
    renamed = {page_address(old): page_address(new) for old, new in umbenannt.items()}
    short = _short(baeume, main, renamed)
    found = dict(short)
    if main.art is Art.AKTUELL:
        found |= {
            f"{CURRENT}/{address}": target
            for address, target in short.items()
            if address not in main.adressen
        }
    for baum in baeume:
        found |= _within(baum, main, renamed)
    names = {DRAFT, CURRENT, *(b.name for b in baeume)}
    return {
        address: target
        for address, target in sorted(found.items())
        if address and not (address in short and address.split("/")[0] in names)
    }


def _short(baeume: Sequence[Baum], main: Baum, renamed: Mapping[str, str]) -> dict[str, str]:
    """Addresses without a Fassung; what only older ones have leads to the youngest of them."""
    found: dict[str, str] = {}
    for baum in _older(baeume):
        found |= {address: f"{baum.name}/{address}" for address in baum.adressen}
    found |= _renamed_in(main, renamed)
    return found | {address: f"{main.name}/{address}" for address in main.adressen}


def _older(baeume: Iterable[Baum]) -> list[Baum]:
    old = [b for b in baeume if b.art is Art.ABGELOEST]
    return sorted(old, key=lambda b: sort_key(b.name))


def _within(baum: Baum, main: Baum, renamed: Mapping[str, str]) -> dict[str, str]:
    """Addresses below one tree: renamed pages, and live pages that only the main tree has."""
    found = {
        f"{baum.name}/{address}": target for address, target in _renamed_in(baum, renamed).items()
    }
    if baum.art is Art.ABGELOEST:
        live = {a: f"{main.name}/{a}" for a in main.adressen if a.startswith(_LIVE)}
        live |= {a: t for a, t in _renamed_in(main, renamed).items() if a.startswith(_LIVE)}
        found |= {f"{baum.name}/{a}": t for a, t in live.items() if a not in baum.adressen}
    return found


def _renamed_in(baum: Baum, renamed: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for old in renamed.keys() - baum.adressen:
        # A tree knows the page by the name it had then, which may have changed again since.
        names = _later_names(old, renamed)
        if name := next((name for name in names if name in baum.adressen), None):
            found[old] = f"{baum.name}/{name}"
    return found


def _later_names(address: str, renamed: Mapping[str, str]) -> Iterator[str]:
    while address in renamed:
        address = renamed[address]
        yield address


def live_files(baeume: Sequence[Baum]) -> dict[str, bytes]:
    """Return the downloads below ``service/`` for every place from which they were ever linked.

    A download cannot lead on to another address, so it lies at each of them, always of today.
    """
    main = main_tree(baeume)
    files = {
        path: data
        for path, data in main.dateien.items()
        if path.startswith(_LIVE) and not path.endswith("/index.html")
    }
    folders = ["", *(f"{b.name}/" for b in baeume if b.art is Art.ABGELOEST)]
    if main.art is Art.AKTUELL:
        folders.append(f"{CURRENT}/")
    return {f"{folder}{path}": data for folder in folders for path, data in files.items()}
