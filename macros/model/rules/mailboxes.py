"""Rules about mail addresses: office mailboxes, and domains that are nearly a known one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from macros.model import value_rules as r
from macros.model.records import Fortbildung, Kontakt, Organisation, Person, Region, Schule, Termin
from macros.model.rules.check import whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.model.bestand import Bestand
    from macros.model.findings import Befund

FREEMAIL: Final = frozenset(
    {
        *("gmx.de", "gmx.net", "gmx.at", "web.de", "gmail.com", "googlemail.com", "t-online.de"),
        *("yahoo.de", "yahoo.com", "hotmail.com", "hotmail.de", "outlook.com", "outlook.de"),
        *("live.de", "aol.com", "icloud.com", "freenet.de", "mail.de", "posteo.de", "arcor.de"),
    }
)
_WITH_MAIL: Final[tuple[type[Any], ...]] = (Kontakt, Organisation, Person, Schule)
_WITH_REGISTRATION: Final[tuple[type[Any], ...]] = (Termin, Fortbildung)


@whole
def office_mailboxes(bestand: Bestand) -> Iterable[Befund]:
    """Find freemail addresses and slips in domains that stand right elsewhere."""
    mails = list(_mails(bestand))
    counts: dict[str, int] = {}
    for _, _, mail in mails:
        domain = mail.rpartition("@")[2].lower()
        counts[domain] = counts.get(domain, 0) + 1
    for known in _other_domains(bestand):
        counts[known] = counts.get(known, 0) + 1
    guesses = {domain: _likely_domain(domain, counts) for domain in list(counts)}
    for record, way, mail in mails:
        local, _, domain = mail.rpartition("@")
        domain = domain.lower()
        ort, path = bestand.ort(record, *way), ".".join((record.id, *way))
        if domain in FREEMAIL:
            yield r.PRIVATE_MAIL.befund(
                ort,
                f"Ist das eine private Adresse? Der Anbieter {domain} ist meist privat.",
                "Ein dienstliches Funktionspostfach eintragen",
                path=path,
            )
        guess = guesses[domain]
        if guess:
            yield r.MAIL_DOMAIN.befund(
                ort,
                f"Die Domain „{domain}“ gleicht „{guess}“ fast. Ist sie vertippt?",
                f"email: {local}@{guess}",
                path=path,
            )


def _mails(bestand: Bestand) -> Iterator[tuple[Any, tuple[str, ...], str]]:
    """Yield every mail address with its record and the way to the field."""
    for typ in _WITH_MAIL:
        for record in bestand.alle(typ):
            if record.email:
                yield record, ("email",), record.email
    for typ in _WITH_REGISTRATION:
        for record in bestand.alle(typ):
            if record.anmeldung and record.anmeldung.email:
                yield record, ("anmeldung", "email"), record.anmeldung.email


def _other_domains(bestand: Bestand) -> Iterator[str]:
    """Yield the domains of the region's own mailboxes and of all websites."""
    for region in bestand.alle(Region):
        for part in (region.anbieter, region.datenschutz, region.barrierefreiheit):
            yield part.email.rpartition("@")[2].lower()
    websites = [organisation.website for organisation in bestand.alle(Organisation)]
    websites += [schule.website for schule in bestand.alle(Schule)]
    for website in websites:
        host = urlsplit(website or "").hostname
        if host:
            yield host.removeprefix("www.")


def _likely_domain(domain: str, counts: dict[str, int]) -> str | None:
    """Return a domain at distance 1 or 2 that stands more often, or a known provider."""
    for known in sorted({*counts, *FREEMAIL}):
        more = known in FREEMAIL or counts[known] >= 2 * counts.get(domain, 0)
        if known != domain and domain not in FREEMAIL and more and _close(domain, known):
            return known
    return None


@cache
def _close(left: str, right: str) -> bool:
    """Tell whether two domains are 1 or 2 edits apart (optimal string alignment)."""
    if abs(len(left) - len(right)) > 2 or len(right) < 6:
        return False
    # Each edit brings or takes two letters at most; most pairs need no closer look.
    if len({*left} ^ {*right}) > 4:
        return False
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, start=1):
        now = [i]
        for j, b in enumerate(right, start=1):
            cost = min(row[j] + 1, now[j - 1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            now.append(cost)
        before, row = row, now
    return row[-1] <= 2
