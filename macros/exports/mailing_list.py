"""A mailing list as text to copy and as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.exports.report_formats import Tabelle, as_csv
from macros.model.german import count_text

if TYPE_CHECKING:
    from macros.model.mailing import Verteiler


def mailing_text(verteiler: Verteiler) -> str:
    """Return the mailboxes one below the other, in one line, and who has none."""
    mailboxes, without = verteiler.postfaecher, verteiler.ohne
    if not verteiler.eintraege:
        return "Zu dieser Gruppe gehört niemand."
    found = count_text(len(mailboxes), "Postfach", "Postfächer")
    lines = [f"{found}, jedes einmal:", "", *mailboxes]
    if mailboxes:
        lines += ["", "Für das Adressfeld:", "", "; ".join(mailboxes)]
    if without:
        lines += ["", f"Ohne Postfach ({len(without)}):", ""]
        lines += [f"- {entry.name} ({entry.kennung}): {entry.grund}" for entry in without]
    return "\n".join(lines)


def mailing_csv(verteiler: Verteiler) -> bytes:
    """Return all members of the list as CSV, those without a mailbox included."""
    rows = tuple(
        (entry.name, entry.rolle.label, entry.kennung, entry.postfach, entry.grund)
        for entry in verteiler.eintraege
    )
    columns = ("Name", "Rolle", "Kennung", "Postfach", "Hinweis")
    return as_csv(Tabelle("verteiler", "Verteiler", columns, rows))
