"""A Word document from paragraphs, hints and tables: fast, with real styles, always the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docx.oxml.ns import nsmap, qn
from lxml import etree

from macros.exports.word import styles as s
from macros.exports.word.base import BODY, DECLARATION, DOCUMENT
from macros.exports.word.elements import (
    Zelle,
    add_field,
    add_runs,
    element,
    plain,
    row_element,
    runs_of,
    table_element,
)
from macros.exports.word.package import FIRST_LIST, Angaben, package
from macros.exports.word.style_xml import BULLETS

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from macros.exports.word.base import Grundlage
    from macros.exports.word.elements import Text

_UPRIGHT: Final = 9468
_INDENT: Final = 511


class WordDokument:
    """A document under construction; texts go in from top to bottom."""

    def __init__(
        self,
        grundlage: Grundlage,
        titel: str,
        *,
        betreff: str = "",
        kopf: str = "",
        fuss: str = "",
        quer: bool = False,
    ) -> None:
        """Begin a document.

        Args:
            grundlage: the template.
            titel: title of the document, for its properties.
            betreff: subject, for its properties.
            kopf: what the header says on every page but the first, such as the Fassung.
            fuss: what the footer says.
            quer: landscape.
        """
        self._base = grundlage
        self._angaben = Angaben(titel, betreff, kopf, fuss)
        self._body: list[bytes] = []
        self._links: dict[str, str] = {}
        self._anchors = self._lists = 0
        self._new_page = False
        self._section = etree.fromstring(grundlage.seite)
        self.breite = self._turn(quer=quer)
        self._quer = quer

    def _turn(self, *, quer: bool) -> int:
        """Set the paper's direction and return the width between the margins."""
        size, margins = self._section.find(qn("w:pgSz")), self._section.find(qn("w:pgMar"))
        if size is None or margins is None:
            return _UPRIGHT
        wide, high = sorted((int(size.get(qn("w:w"), 11906)), int(size.get(qn("w:h"), 16838))))
        if quer:
            wide, high = high, wide
            size.set(qn("w:orient"), "landscape")
        size.set(qn("w:w"), str(wide))
        size.set(qn("w:h"), str(high))
        return wide - sum(int(margins.get(qn(f"w:{side}"), 0)) for side in ("left", "right"))

    def heading(self, text: Text, level: int, anker: str = "") -> None:
        """Add a heading.

        Args:
            text: what it says.
            level: 1, 2 or 3.
            anker: name under which a link in the document finds it.
        """
        paragraph = self._paragraph(s.heading_style(level))
        if anker:
            self._anchors += 1
            number = str(self._anchors)
            element("bookmarkStart", paragraph, id=number, name=anker)
            self._runs(paragraph, text)
            element("bookmarkEnd", paragraph, id=number)
        else:
            self._runs(paragraph, text)
        self._put(paragraph)

    def paragraph(self, text: Text, stil: str = s.TEXT) -> None:
        """Add a paragraph.

        Args:
            text: what it says.
            stil: name of its style.
        """
        self._remember(("p", text, stil), lambda: (self._text(text, stil),))

    def hint(self, text: Text) -> None:
        """Add a hint that whoever fills in the document deletes at the end."""
        self.paragraph(text, s.HINWEIS)

    def bullets(self, entries: Sequence[Text], stil: str = "") -> None:
        """Add a list.

        Args:
            entries: its points.
            stil: name of the paragraphs' style, where it is not that of lists.
        """
        self._list(entries, stil or s.LISTE, BULLETS if stil else 0)

    def numbered(self, entries: Sequence[Text], stil: str = "") -> None:
        """Add a list with numbers that begins with 1; arguments as in :meth:`bullets`."""
        self._lists += 1
        self._list(entries, stil or s.NUMMERN, FIRST_LIST + self._lists)

    def _list(self, entries: Sequence[Text], stil: str, number: int) -> None:
        for entry in entries:
            paragraph = self._paragraph(stil)
            if number:
                numbers = element("numPr", paragraph[0])
                element("ilvl", numbers, val="0")
                element("numId", numbers, val=str(number))
            if stil not in (s.LISTE, s.NUMMERN):
                # The style's own indent would win over that of the list.
                element("ind", paragraph[0], left=str(_INDENT), hanging="284")
            self._runs(paragraph, entry)
            self._put(paragraph)

    def page_break(self) -> None:
        """Begin a new page with the next heading or paragraph."""
        self._new_page = True

    def contents(self, entries: Sequence[tuple[str, str]]) -> None:
        """Add a contents list that leads to the headings of the first level.

        Args:
            entries: text and anchor of each heading.
        """
        for text, anker in entries:
            paragraph = self._paragraph(s.TEXT)
            spacing = element("spacing", paragraph[0], after="40")
            tabs = element("tabs")
            element("tab", tabs, val="right", leader="dot", pos=str(self.breite))
            spacing.addprevious(tabs)
            link = element("hyperlink", paragraph, anchor=anker, history="1")
            add_runs(link, text, self._base.stile, {})
            element("tab", element("r", link))
            add_field(link, f"PAGEREF {anker} \\h", "·")
            self._put(paragraph)

    def table(
        self,
        kopf: Sequence[str],
        zeilen: Sequence[Sequence[Text | Zelle]],
        *,
        titel: str,
        beschreibung: str = "",
        anteile: Sequence[int] = (),
        zeilenkopf: bool = False,
    ) -> None:
        """Add a table with a header row that repeats on every page.

        Args:
            kopf: the header row.
            zeilen: the rows; every cell says something.
            titel: what the table is, for those who do not see it.
            beschreibung: more about it; the header row without.
            anteile: how wide the columns are, as shares of any sum; all alike without.
            zeilenkopf: whether the first column heads its rows.

        Raises:
            ValueError: a row has another number of cells than the header row.
        """
        shares = list(anteile) or [1] * len(kopf)
        widths = [self.breite * share // sum(shares) for share in shares]

        def build() -> tuple[etree._Element, ...]:
            table = table_element(
                self._base.stil(s.TABELLE),
                widths,
                titel,
                beschreibung or f"Spalten: {', '.join(kopf)}",
                zeilenkopf=zeilenkopf,
            )
            head = row_element(table, kopf=True)
            for text, width in zip(kopf, widths, strict=True):
                self._cell(head, (text,), width, s.TABELLENKOPF)
            for zeile in zeilen:
                row = row_element(table, kopf=False)
                for inhalt, width in zip(zeile, widths, strict=True):
                    texts = inhalt.absaetze if isinstance(inhalt, Zelle) else (inhalt,)
                    self._cell(row, texts, width, s.TABELLENTEXT)
            # Two tables in a row would melt into one, and a document may not end with a table.
            after = self._paragraph(s.TEXT)
            element("spacing", after[0], before="0", after="60", line="200", lineRule="exact")
            return table, after

        key = ("t", tuple(kopf), tuple(zeilen), tuple(widths), titel, beschreibung, zeilenkopf)
        self._remember(key, build)

    def _remember(self, key: Hashable, build: Callable[[], tuple[etree._Element, ...]]) -> None:
        """Add elements; documents of one kind share most of theirs, so those are built once."""
        if self._new_page:
            self._put(*build())
            return
        try:
            known = self._base.gemerkt.get(key)
        except TypeError:  # A list somewhere inside: it might change.
            self._put(*build())
            return
        if known is None:
            known = b"".join(map(_xml, build()))
            if b"r:id=" not in known:
                self._base.gemerkt[key] = known
        self._body.append(known)

    def _put(self, *elements: etree._Element) -> None:
        for made in elements:
            if self._new_page and made.tag == qn("w:p"):
                made[0].insert(1 if len(made[0]) else 0, element("pageBreakBefore"))
                self._new_page = False
            self._body.append(_xml(made))

    def to_bytes(self) -> bytes:
        """Return the file; the same content gives the same bytes on any day."""
        section = etree.tostring(self._section)
        before, _, after = self._base.bereich.partition(BODY)
        parts = dict(self._base.teile)
        parts[DOCUMENT] = b"".join(
            (DECLARATION, before, b"<w:body>", *self._body, section, b"</w:body>", after)
        )
        return package(parts, self._angaben, self._links, self._lists, quer=self._quer)

    def _text(self, text: Text, stil: str) -> etree._Element:
        paragraph = self._paragraph(stil)
        self._runs(paragraph, text)
        return paragraph

    def _paragraph(self, stil: str) -> etree._Element:
        paragraph = element("p")
        properties = element("pPr", paragraph)
        if stil != s.TEXT:
            element("pStyle", properties, val=self._base.stil(stil))
        return paragraph

    def _cell(self, row: etree._Element, texts: Sequence[Text], width: int, stil: str) -> None:
        cell = element("tc", row)
        properties = element("tcPr", cell)
        element("tcW", properties, w=str(width), type="dxa")
        for text in texts:
            if not plain(text).strip():
                raise ValueError("Eine Zelle ist leer")
            paragraph = self._paragraph(stil)
            self._runs(paragraph, text)
            cell.append(paragraph)

    def _runs(self, paragraph: etree._Element, text: Text) -> None:
        for run in runs_of(text):
            if run.ziel and not run.ziel.startswith("#"):
                self._links.setdefault(run.ziel, f"rahmenLink{len(self._links) + 1}")
        add_runs(paragraph, text, self._base.stile, self._links)


# The root of the document declares these names; there is no need to do so in each paragraph.
_DECLARED: Final = f' xmlns:w="{nsmap["w"]}" xmlns:r="{nsmap["r"]}"'.encode()


def _xml(made: etree._Element) -> bytes:
    return etree.tostring(made).replace(_DECLARED, b"")
