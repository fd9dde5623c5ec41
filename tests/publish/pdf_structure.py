"""Reads what a tagged PDF says of itself, with a library other than the one that wrote it."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any

import pypdf
from pypdf.generic import ArrayObject, DictionaryObject


@dataclass(frozen=True)
class Link:
    """A link annotation: what it says to those who do not see it, and whether it is tagged."""

    beschreibung: str
    in_struktur: bool


class Aufbau:
    """The structure of a PDF."""

    def __init__(self, data: bytes) -> None:
        self._reader = pypdf.PdfReader(io.BytesIO(data))
        root: Any = self._reader.trailer["/Root"]
        self.titel = self._reader.metadata.title if self._reader.metadata else None
        self.sprache = root.get("/Lang")
        self.markiert = bool(root["/MarkInfo"]["/Marked"])
        self.zeigt_titel = bool(root["/ViewerPreferences"]["/DisplayDocTitle"])
        xmp = root["/Metadata"].get_object().get_data().decode()
        found = re.search(r'pdfuaid:part(?:>|=")(\d)', xmp)
        self.pdfua = found[1] if found else ""
        self.seiten = [page.extract_text() for page in self._reader.pages]
        self.blaetter = list(self._reader.pages)
        self.ueberschriften: list[tuple[int, DictionaryObject]] = []
        self.bilder: list[str] = []
        self.tabellen: list[int] = []
        self.zellen_ohne_kopf = 0
        self._walk(root["/StructTreeRoot"]["/K"])
        self.lesezeichen = list(self._titles(self._reader.outline))
        self.links = [
            Link(str(a.get("/Contents", "")), "/StructParent" in a)
            for page in self._reader.pages
            for a in (entry.get_object() for entry in page.get("/Annots", ()))
            if a.get("/Subtype") == "/Link"
        ]

    @property
    def schriften_ohne_datei(self) -> list[str]:
        """Names of the fonts that are not embedded."""
        missing = set()
        for page in self._reader.pages:
            resources: Any = page["/Resources"]
            for font in resources.get("/Font", {}).values():
                inner = font.get_object()["/DescendantFonts"][0].get_object()
                if "/FontFile2" not in inner["/FontDescriptor"].get_object() and (
                    "/FontFile3" not in inner["/FontDescriptor"].get_object()
                ):
                    missing.add(str(inner["/BaseFont"]))
        return sorted(missing)

    def _walk(self, start: Any) -> None:
        todo = [start]
        while todo:
            node = todo.pop().get_object() if hasattr(todo[-1], "get_object") else todo.pop()
            if isinstance(node, ArrayObject):
                todo.extend(reversed(node))
            elif isinstance(node, DictionaryObject):
                self._note(node)
                if "/K" in node:
                    todo.append(node["/K"])

    def _note(self, node: DictionaryObject) -> None:
        kind = str(node.get("/S", ""))
        if re.fullmatch(r"/H[1-6]", kind):
            self.ueberschriften.append((int(kind[2]), node))
        elif kind == "/Figure":
            self.bilder.append(str(node.get("/Alt", "")))
        elif kind == "/Table":
            self.tabellen.append(0)
        elif kind == "/TH":
            self.tabellen[-1] += 1
        elif kind == "/TD" and not node.get("/A", {}).get("/Headers"):
            self.zellen_ohne_kopf += 1

    def _titles(self, outline: Any) -> Any:
        for entry in outline:
            if isinstance(entry, list):
                yield from self._titles(entry)
            else:
                yield entry.title
