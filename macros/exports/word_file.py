"""A Word file from a template: three small parts in a ZIP, made without a library."""

from __future__ import annotations

import io
import zipfile
from typing import Any, Final

from macros.exports.templating import ENVIRONMENT

_PARTS: Final = {
    "[Content_Types].xml": "word_inhalt",
    "_rels/.rels": "word_verweise",
    "docProps/core.xml": "word_angaben",
    "word/_rels/document.xml.rels": "word_dokumentverweise",
    "word/styles.xml": "word_formate",
}
# ZIP knows no time before 1980; the same content shall give the same bytes on any day.
_TIME: Final = (1980, 1, 1, 0, 0, 0)


def word_file(template: str, titel: str, **values: Any) -> bytes:
    """Return a Word file.

    Args:
        template: name of the document's template below ``templates/`` without its ending.
        titel: title of the document, for its properties.
        values: what the template needs.
    """
    parts = {path: _render(name, titel=titel) for path, name in _PARTS.items()}
    parts["word/document.xml"] = _render(template, titel=titel, **values)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in parts.items():
            info = zipfile.ZipInfo(path, _TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text)
    return out.getvalue()


def _render(template: str, **values: Any) -> str:
    return ENVIRONMENT.get_template(f"{template}.xml.j2").render(values).strip() + "\n"
