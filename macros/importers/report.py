"""An import plan in German sentences: what would change, and what stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.records import Organisation, Schule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.importers.difference import Eintrag, Feld, Unterschied
    from macros.importers.plan import Importplan
    from macros.model.record import Record


def render_plan(plan: Importplan) -> str:
    """Return the report of a plan; the findings are not in it.

    Args:
        plan: the plan.
    """
    lines = [f"Schulen einlesen: {plan.region}"]
    if not plan.quelle:
        lines.append("Die Quelle konnte nicht eingelesen werden; die Befunde sagen, warum.")
        return "\n".join(lines)
    lines += [
        f"Quelle: {plan.quelle} ({plan.gelesen})",
        f"Gelesen: {_count(plan.zeilen, 'Zeile', 'Zeilen')}, davon "
        f"{_number(plan.zeilen_region)} in der Region; "
        f"{_number(plan.ausgelassen)} ausgelassen (keine oder aufgelöste Schulen).",
        "Nicht übernommen werden Fax und Schulbetriebsdatum: dafür gibt es hier kein Feld.",
    ]
    lines += _section("Schulen", plan.schulen, Schule)
    lines += _section("Schulträger (Organisationen)", plan.traeger, Organisation)
    lines += ["", _closing(plan)]
    return "\n".join(lines)


def render_index_plan(plan: Importplan) -> str:
    """Return the report of a plan for the Sozialindex; the findings are not in it.

    Args:
        plan: the plan.
    """
    lines = [f"Sozialindex einlesen: {plan.region}"]
    if not plan.quelle:
        lines.append("Die Quelle konnte nicht eingelesen werden; die Befunde sagen, warum.")
        return "\n".join(lines)
    lines += [
        f"Quelle: {plan.quelle} ({plan.gelesen})",
        f"Gelesen: {_count(plan.zeilen, 'Zeile', 'Zeilen')}, davon "
        f"{_count(plan.zeilen_region, 'Schule', 'Schulen')} der Region.",
    ]
    lines += _section("Schulen mit Sozialindex", plan.schulen, Schule)
    lines += ["", _closing(plan)]
    return "\n".join(lines)


def _section(title: str, unterschied: Unterschied, typ: type[Record]) -> list[str]:
    u = unterschied
    lines = [
        "",
        f"{title}: {_number(len(u.neu))} neu, {_number(len(u.geaendert))} geändert, "
        f"{_number(len(u.entfallen))} entfallen, {_number(u.gleich + len(u.nur_stand))} gleich",
    ]
    lines += _list("Neu", "+", u.neu, typ)
    lines += _list("Geändert in der Quelle", "~", [e for e in u.geaendert if not e.abweichend], typ)
    lines += _list(
        "Abweichend (hier von Hand geändert, die Quelle ist dieselbe)",
        "~",
        [e for e in u.geaendert if e.abweichend],
        typ,
    )
    lines += _list("Entfallen", "-", [e for e in u.entfallen if not e.verwendet], typ)
    lines += _list(
        "Entfallen, bleibt aber stehen (wird noch verwendet)",
        "!",
        [e for e in u.entfallen if e.verwendet],
        typ,
    )
    lines += _list("Bleibt, wie es hier steht", "=", u.bleibt, typ)
    if u.nur_stand:
        count = _count(len(u.nur_stand), "Eintrag", "Einträgen")
        lines.append(f"  Bei {count} ändert sich nur der Stand der Quelle.")
    return lines


def _list(title: str, sign: str, entries: Sequence[Eintrag], typ: type[Record]) -> list[str]:
    if not entries:
        return []
    lines = [f"  {title}:"]
    for entry in entries:
        reason = f" – {entry.grund}" if entry.grund else ""
        lines.append(f"    {sign} {entry.nummer} {entry.titel}{reason}")
        lines += [f"        {_change(feld, typ, stays=sign == '=')}" for feld in entry.felder]
        lines += [f"        verwendet von {place}" for place in entry.verwendet]
    return lines


def _change(feld: Feld, typ: type[Record], *, stays: bool) -> str:
    title = _title(feld.name, typ)
    old = f"„{feld.alt}“" if feld.alt else "(ohne Angabe)"
    new = f"„{feld.neu}“" if feld.neu else "(ohne Angabe)"
    return f"{title}: hier {old}, Quelle {new}" if stays else f"{title}: {old} → {new}"


def _title(path: str, typ: type[Record]) -> str:
    """Return the German title of a field; of a nested one both titles."""
    outer, _, inner = path.partition(".")
    title = typ.model_fields[outer].title or outer
    return f"{title} ({inner})" if inner else title


def _closing(plan: Importplan) -> str:
    if not plan.schreibbar:
        return "Es gibt Fehler. Geschrieben wird erst, wenn sie behoben sind."
    if not plan.texte:
        return "Alles ist auf dem Stand der Quelle. Es gibt nichts zu schreiben."
    files = ", ".join(text.file for text in plan.texte)
    return f"Zu ändern: {files}. Geschrieben wird nur mit --schreiben."


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def _count(value: int, one: str, many: str) -> str:
    return f"{_number(value)} {one if value == 1 else many}"
