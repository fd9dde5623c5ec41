"""pruefsummen.txt: the SHA-256 of every published file, so that anyone can compare."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAME: Final = "pruefsummen.txt"
_LINE: Final = re.compile(r"([0-9a-f]{64})  (.+)")


def checksums(files: Mapping[str, bytes]) -> bytes:
    """Return the list in the form that ``sha256sum --check`` reads, sorted by path."""
    lines = [f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files)]
    return "".join(lines).encode()


def read_checksums(tree: Path) -> dict[str, str]:
    """Return the checksum of each file as listed in a tree; empty where the list is missing."""
    try:
        text = (tree / NAME).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return {}
    return {match[2]: match[1] for line in text.splitlines() if (match := _LINE.fullmatch(line))}


def damaged(tree: Path) -> list[str]:
    """Return the paths of listed files that are missing or have other bytes, sorted.

    The list itself counts as damaged when it is missing or lists nothing.
    """
    listed = read_checksums(tree)
    if not listed:
        return [NAME]
    return sorted(path for path, checksum in listed.items() if _sum(tree / path) != checksum)


def _sum(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
