"""Reads the attacks that stand as data beside the tests."""

from __future__ import annotations

from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).parent / "daten"


def payloads(name: str) -> list[str]:
    """Return the attacks of a file, one per line; marks for line breaks and tabs resolved."""
    text = (DATA / f"{name}.txt").read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line.strip() and not line.startswith("# ")]
    # A heading is an attack too; only the first line of a file is a comment.
    lines += [line for line in text.split("\n")[1:] if line.startswith("# ")]
    return [line.replace("¶", "\n").replace("→", "\t") for line in lines]


def characters() -> list[tuple[str, str]]:
    """Return each dangerous character with its name."""
    pairs = [line.split(" ", 1) for line in payloads("zeichen")]
    return [(chr(int(code, 16)), name) for code, name in pairs]


JINJA: Final = payloads("jinja")
HTML: Final = payloads("html")
URLS: Final = payloads("urls")
MARKDOWN: Final = payloads("markdown")
CHARACTERS: Final = characters()
# Each address in each form in which Markdown takes one.
LINKS: Final = [
    form.format(url)
    for url in URLS
    for form in (
        "[x]({})",
        "[x](<{}>)",
        "[x][z]\n\n[z]: {}",
        "![x]({})",
        "<{}>",
        "[x](a.md){{ href={} }}",
        '![x](x.png){{ src="{}" }}',
    )
]
