"""Findings and the numbered rules behind them: the one form in which anything wrong is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


class Stufe(StrEnum):
    """How serious a finding is. Only a Fehler blocks (exit code 1)."""

    FEHLER = "Fehler"
    WARNUNG = "Warnung"
    HINWEIS = "Hinweis"


_RANK: Final = {Stufe.FEHLER: 0, Stufe.WARNUNG: 1, Stufe.HINWEIS: 2}


@dataclass(frozen=True)
class Regel:
    """A numbered rule that input has to keep; the help page is made from these.

    Attributes:
        nummer: permanent number, ``R-014``; never reused.
        stufe: what a breach is worth.
        titel: the rule in one short German sentence.
        erklaerung: why the rule exists and what it prevents.
        falsch: an example that breaks the rule, as it would stand in the file.
        richtig: the same example, mended.
    """

    nummer: str
    stufe: Stufe
    titel: str
    erklaerung: str
    falsch: str
    richtig: str

    def befund(
        self,
        ort: Ort,
        message: str,
        remedy: str = "",
        *,
        path: str = "",
        stufe: Stufe | None = None,
    ) -> Befund:
        """Return a finding of this rule.

        Args:
            ort: file and position the finding points at.
            message: what is wrong, one or two German sentences.
            remedy: how to mend it; the rule's right example where empty.
            path: the record and field, such as ``gs-am-see.plz``.
            stufe: another level than the rule's own, where a rule has a lighter case.
        """
        return Befund(
            stufe=stufe or self.stufe,
            file=ort.file,
            line=ort.line,
            column=ort.column,
            path=path,
            rule=self.nummer,
            message=message,
            remedy=remedy or self.richtig,
        )


@dataclass(frozen=True, order=True)
class Ort:
    """A place in a file.

    Attributes:
        file: path relative to the project's root, with forward slashes; never absolute.
        line: counted from 1.
        column: counted from 1, in characters.
    """

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True)
class Befund:
    """One finding; everything a person needs to mend the file.

    Attributes:
        stufe: Fehler, Warnung or Hinweis.
        file: path relative to the project's root.
        line: counted from 1.
        column: counted from 1, in characters.
        path: record and field, may be empty.
        rule: number of the rule.
        message: what is wrong.
        remedy: how to mend it.
    """

    stufe: Stufe
    file: str
    line: int
    column: int
    path: str
    rule: str
    message: str
    remedy: str

    def sort_key(self) -> tuple[str, int, int, int, str, str]:
        """Order by place, then by weight: so a person mends a file from top to bottom."""
        return (self.file, self.line, self.column, _RANK[self.stufe], self.rule, self.message)


@dataclass
class Register:
    """All rules of the project by number; a number is given once."""

    regeln: dict[str, Regel] = field(default_factory=dict)

    def add(self, regel: Regel) -> Regel:
        """Register a rule and return it.

        Raises:
            ValueError: the number is taken.
        """
        if regel.nummer in self.regeln:
            raise ValueError(f"Regel {regel.nummer} gibt es schon")
        self.regeln[regel.nummer] = regel
        return regel

    def sorted(self) -> list[Regel]:
        """Return all rules in the order of their numbers."""
        return [self.regeln[nummer] for nummer in sorted(self.regeln)]


REGISTER: Final = Register()


def regel(
    nummer: str, stufe: Stufe, titel: str, erklaerung: str, falsch: str, richtig: str
) -> Regel:
    """Define and register a rule; the arguments are those of :class:`Regel`."""
    return REGISTER.add(Regel(nummer, stufe, titel, erklaerung, falsch, richtig))


def sorted_befunde(befunde: list[Befund]) -> list[Befund]:
    """Return the findings without repetitions, sorted by file, line and weight."""
    return sorted(set(befunde), key=Befund.sort_key)


def has_fehler(befunde: list[Befund]) -> bool:
    """Tell whether any finding blocks."""
    return any(b.stufe is Stufe.FEHLER for b in befunde)
