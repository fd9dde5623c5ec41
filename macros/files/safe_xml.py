"""XML from strangers as a flat list of elements; document types and entities are refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

_SEPARATOR: Final = "\n"


class XmlRefusedError(ValueError):
    """The XML declares a document type or entities."""


class XmlBrokenError(ValueError):
    """The text is no well-formed XML.

    Attributes:
        line: where the parser stumbled, from 1.
    """

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


@dataclass
class Element:
    """An element with the text directly in it; names without namespace.

    Attributes:
        name: without namespace.
        attributes: in file order; ``href`` may stand twice, from two namespaces.
        depth: 0 for the root.
        text: without that of the elements inside.
    """

    name: str
    attributes: tuple[tuple[str, str], ...]
    depth: int
    text: str = ""


@dataclass
class XmlText:
    """What the checks need of an XML text.

    Attributes:
        elements: all elements in document order.
        instructions: targets of processing instructions.
    """

    elements: list[Element] = field(default_factory=list)
    instructions: list[str] = field(default_factory=list)


def parse_xml(data: bytes) -> XmlText:
    """Return the elements of an XML text.

    Expat itself is asked, not a search in the bytes: so no other encoding hides a declaration.

    Raises:
        XmlRefusedError: there is a document type or an entity declaration.
        XmlBrokenError: the text is not well-formed.
    """
    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    parser.buffer_text = True
    found = XmlText()
    open_elements: list[Element] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        pairs = tuple((_local(key), value) for key, value in attributes.items())
        element = Element(_local(name), pairs, len(open_elements))
        found.elements.append(element)
        open_elements.append(element)

    def end(_name: str) -> None:
        open_elements.pop()

    def text(data: str) -> None:
        if open_elements:
            open_elements[-1].text += data

    def instruction(target: str, _data: str) -> None:
        found.instructions.append(target)

    def refuse(*_arguments: object) -> None:
        raise XmlRefusedError

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.ProcessingInstructionHandler = instruction
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise XmlBrokenError(error.lineno) from error
    except (LookupError, ValueError) as error:
        if isinstance(error, XmlRefusedError):
            raise
        raise XmlBrokenError(1) from error
    return found


def _local(name: str) -> str:
    return name.rpartition(_SEPARATOR)[2]
