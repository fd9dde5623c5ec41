"""What the machine can do to a publication, said in German: full disk, missing rights, no git."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class PublishFaultError(Exception):
    """Machine or folder do not allow to publish; the text is German and names the remedy."""


_NO_SPACE: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_RIGHT: Final = frozenset({errno.EACCES, errno.EPERM})
_STAYS: Final = "Die bisherige Veröffentlichung ist unverändert."


def no_space(place: str) -> PublishFaultError:
    """Return the fault for a disk without room.

    Args:
        place: what lies on the disk, for the message.
    """
    return PublishFaultError(
        f"Der Speicherplatz reicht nicht: {place}. {_STAYS} "
        "Schaffen Sie Platz und veröffentlichen Sie noch einmal."
    )


def from_os_error(error: OSError, place: Path) -> PublishFaultError | None:
    """Return the German fault for an error of the system, or None if it is a mistake of ours.

    Args:
        error: what the system said.
        place: the target folder, for the message.
    """
    if error.errno in _NO_SPACE:
        return no_space(str(place))
    if error.errno == errno.EROFS:
        return PublishFaultError(
            f"Der Ordner {place} lässt sich nicht beschreiben: Das Laufwerk erlaubt nur Lesen. "
            f"{_STAYS} Wählen Sie mit --ziel einen anderen Ordner."
        )
    if error.errno in _NO_RIGHT:
        return PublishFaultError(
            f"Der Ordner {place} lässt sich nicht beschreiben: Sie haben dort keine Rechte. "
            f"{_STAYS} Lassen Sie sich das Schreibrecht geben, oder wählen Sie mit --ziel einen "
            "anderen Ordner."
        )
    if error.errno in (errno.ENOTDIR, errno.EEXIST, errno.ELOOP, errno.ENAMETOOLONG):
        return PublishFaultError(
            f"{place} ist kein Ordner, in den sich schreiben lässt. {_STAYS} "
            "Wählen Sie mit --ziel einen anderen Ordner."
        )
    return None


def said_no_space(text: str) -> bool:
    """Tell whether a program's message speaks of a full disk."""
    return any(words in text for words in ("No space left on device", "[Errno 28]",
                                           "Disk quota exceeded", "File too large"))  # fmt: skip


@contextmanager
def in_german(place: Path) -> Iterator[None]:
    """Turn errors of the system into German faults.

    Raises:
        PublishFaultError: the system refused something for a known reason.
    """
    try:
        yield
    except OSError as error:
        fault = from_os_error(error, place)
        if fault is None:
            raise
        raise fault from error
