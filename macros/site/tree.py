"""From the Bauauftrag to what pages and links have to know about the tree being built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.exports.files import export_paths
from macros.model.page_path import address_for
from macros.model.records import Gemeinde
from macros.pages.comparisons import comparison_uris
from macros.pages.neighbours import is_live_page
from macros.pages.towns import FOLDER
from macros.pages.tree import Zielbaum
from macros.site.order import Art, AuftragFehler

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.model.bestand import Bestand
    from macros.site.order import Bauauftrag


def target_tree(auftrag: Bauauftrag, bestand: Bestand) -> Zielbaum:
    """Return the tree that an order asks for.

    Args:
        auftrag: the order.
        bestand: the region's data of today.

    Raises:
        AuftragFehler: the region does not have this Fassung.
    """
    fassungen = {f.name: f for f in bestand.region.fassungen}
    if auftrag.fassung is not None and auftrag.fassung not in fassungen:
        raise AuftragFehler(f"Die Fassung {auftrag.fassung} steht nicht in region.yml.")
    draft = next((f for f in auftrag.fassungen if f.art is Art.ENTWURF), None)
    chapters = frozenset(uri for uri in draft.seiten if not is_live_page(uri)) if draft else None
    return Zielbaum(
        fassung=fassungen[auftrag.fassung] if auftrag.fassung else None,
        abgeloest=auftrag.art is Art.ABGELOEST,
        live=auftrag.live,
        live_seiten=live_pages(auftrag, bestand),
        umbenannt=auftrag.umbenannt,
        entwurf=draft.adresse_relativ if draft else "",
        entwurf_seiten=chapters or frozenset(),
    )


def live_pages(auftrag: Bauauftrag, bestand: Bestand) -> frozenset[str]:
    """Return the live pages of the tree that holds them, those from data among them."""
    link = auftrag.aktuelle or auftrag.eigene
    towns = {f"{FOLDER}/{gemeinde.id}.md" for gemeinde in bestand.alle(Gemeinde)}
    written = {uri for uri in link.seiten if is_live_page(uri)}
    return frozenset(written | towns | comparison_uris(bestand))


def beyond(auftrag: Bauauftrag, bestand: Bestand) -> Callable[[str], bool]:
    """Return what tells whether a path that leaves the tree leads to a page of another one.

    Pictures and documents of another tree are not known here; they are looked at when all trees
    lie side by side.

    Args:
        auftrag: the order.
        bestand: the region's data of today.
    """
    known: set[str] = set()
    for link in auftrag.fassungen:
        uris = set(link.seiten)
        if link.art is not Art.ABGELOEST:
            uris |= live_pages(auftrag, bestand)
            known |= {f"{link.adresse_relativ}{path}" for path in export_paths(bestand)}
        known |= {f"{link.adresse_relativ}{address_for(uri)}".rstrip("/") for uri in uris}
    trees = tuple(link.adresse_relativ for link in auftrag.fassungen if link.adresse_relativ)

    def leads_to_a_page(path: str) -> bool:
        name = path.rpartition("/")[2]
        is_file = "." in name and f"{path}/" not in trees
        return path in known or (is_file and path.startswith(trees))

    return leads_to_a_page
