"""Telephone numbers, mail and web addresses: accepted in any usual spelling, shown in one."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Final
from urllib.parse import urlsplit

import phonenumbers
from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import core_schema

from macros.model import value_rules as r
from macros.model.fault import fault, shown

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

_PHONE_MAX: Final = 60
_MAIL_MAX: Final = 254
_WEB_MAX: Final = 2000
_DASHES: Final = str.maketrans(
    dict.fromkeys("–—‐‑−", "-") | dict.fromkeys("\u00a0\u202f\u2009", " ")
)
_SHORT: Final = re.compile(r"^(11[0-9]|11[68]\d{3})$")
_MOBILE: Final = re.compile(r"^01(5|6|7)")


@dataclass(frozen=True)
class Telefonnummer:
    """A telephone number.

    Attributes:
        text: as shown, DIN 5008: area code, space, number, hyphen before the extension.
        uri: the target of a ``tel:`` link, ``+493023125100``; short numbers as they are.
        roh: as it stands in the file.
    """

    text: str
    uri: str
    roh: str

    @property
    def mobil(self) -> bool:
        """Whether this is a German mobile number."""
        return bool(_MOBILE.match(self.text))

    def __str__(self) -> str:
        return self.text

    @classmethod
    def parse(cls, raw: str) -> Telefonnummer:
        """Return the number in one spelling.

        Args:
            raw: any usual German spelling, such as ``+49 (0) 2307 965-139``.

        Raises:
            PydanticCustomError: words in it, no area code, too short or too long, or two numbers.
        """
        text = raw.translate(_DASHES).strip()
        if not text:
            raise fault(r.LEER, "Hier fehlt ein Wert.")
        if len(text) > _PHONE_MAX:
            raise fault(r.TELEFON, f"{shown(text)} ist zu lang für eine Telefonnummer.")
        _refuse_words(text)
        # „(0)“ is left out behind a country code; alone it is the leading 0 in brackets.
        abroad = text.lstrip("( ").startswith(("+", "00"))
        text = re.sub(r"\(\s*0\s*\)", "" if abroad else "0", text)
        digits = re.sub(r"\D", "", text)
        if text.lstrip("( ").startswith("+"):
            if not digits.startswith("49"):
                raise fault(r.TELEFON, f"{shown(raw)} ist keine deutsche Telefonnummer.")
            digits = "0" + digits[2:].lstrip("0")
        elif digits.startswith("0049"):
            digits = "0" + digits[4:].lstrip("0")
        if _SHORT.match(digits):
            return cls(digits if len(digits) < 5 else f"{digits[:3]} {digits[3:]}", digits, raw)
        if not digits.startswith("0"):
            raise fault(
                r.TELEFON,
                f"Der Nummer {shown(raw)} fehlt die Vorwahl.",
                rat=f"Die Vorwahl davorsetzen, etwa 030 {text.strip('- ')}",
            )
        number = _parsed(digits)
        if number is None:
            size = "kurz" if len(digits) < 9 else "lang"
            raise fault(
                r.TELEFON, f"Die Nummer {shown(raw)} ist zu {size} ({len(digits)} Ziffern)."
            )
        area = _area_length(number, text)
        subscriber = digits[area:]
        extension = re.search(r"-\s*([\d ]+)$", text)
        tail = re.sub(r"\D", "", extension.group(1)) if extension else ""
        if tail and len(tail) <= 5 and len(tail) < len(subscriber):
            subscriber = f"{subscriber[: -len(tail)]}-{tail}"
        uri = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        return cls(f"{digits[:area]} {subscriber}", uri, raw)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls.parse,
            core_schema.str_schema(strict=True),
            serialization=core_schema.plain_serializer_function_ser_schema(lambda v: v.text),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": r"^[0-9+(][0-9 ()/.–-]+$"}


_LETTERS_FOR_DIGITS: Final = str.maketrans("OolI", "0011")
_ANOTHER: Final = re.compile(r"\d[\d ()-]{4,}/\s*[(+0]\s*\d")


def _refuse_words(text: str) -> None:
    """Refuse what is no single number.

    Raises:
        PydanticCustomError: words, two numbers, or signs that stand in no number.
    """
    if not re.search(r"\d", text):
        raise fault(
            r.TELEFON,
            f"{shown(text)} ist keine Telefonnummer.",
            rat="Die Nummer eintragen oder die Zeile löschen, wenn es keine gibt",
        )
    mended = text.translate(_LETTERS_FOR_DIGITS)
    if mended != text and re.fullmatch(r"[0-9 ()/.+-]+", mended):
        raise fault(r.TELEFON, f"In {shown(text)} steht ein Buchstabe statt einer Ziffer.", mended)
    if re.search(r"[A-Za-zÄÖÜäöüß,;|&]", text) or _ANOTHER.search(text):
        raise fault(
            r.TELEFON,
            f"{shown(text)} enthält mehr als eine Telefonnummer oder Wörter. "
            "Bitte eine Nummer je Feld, weitere als eigenen Eintrag.",
        )
    if not re.fullmatch(r"[0-9 ()/.+-]+", text, re.ASCII):
        raise fault(r.TELEFON, f"{shown(text)} enthält Zeichen, die nicht in eine Nummer gehören.")


def _parsed(digits: str) -> phonenumbers.PhoneNumber | None:
    if not 6 <= len(digits) <= 15:
        return None
    try:
        number = phonenumbers.parse(digits, "DE")
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_possible_number(number) else None


def _area_length(number: phonenumbers.PhoneNumber, text: str) -> int:
    """Return how many digits, the leading 0 included, belong to the area code."""
    length = int(phonenumbers.length_of_national_destination_code(number))
    if length:
        return length + 1
    written = re.match(r"\(?\s*(0\d{1,5})\s*[)/ -]", text)
    return len(written.group(1)) if written else 4


_LOCAL: Final = re.compile(r"^[A-Za-z0-9_%+-]+(\.[A-Za-z0-9_%+-]+)*$")
_LABEL: Final = "[A-Za-z0-9äöüßÄÖÜ]"  # umlaut domains exist
_DOMAIN: Final = re.compile(
    rf"^({_LABEL}((?:{_LABEL}|-){{0,61}}{_LABEL})?\.)+([A-Za-z]{{2,24}}|xn--[A-Za-z0-9-]+)$"
)


def _mail(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = value.strip()
    if not text:
        raise fault(r.LEER, "Hier fehlt ein Wert.")
    local, at, domain = text.partition("@")
    if at and _LOCAL.match(local) and _DOMAIN.match(domain) and len(text) <= _MAIL_MAX:
        return text
    if len(text) > _MAIL_MAX:
        raise fault(r.MAIL, f"{shown(value)} ist zu lang für eine E-Mail-Adresse.")
    if len(re.findall(r"[^\s,;<>]@[^\s,;<>]", text)) > 1:
        raise fault(
            r.MAIL,
            f"{shown(value)} enthält mehr als eine E-Mail-Adresse. Bitte eine je Feld.",
            re.split(r"[\s,;]+", text)[0],
        )
    proposal = _mended_mail(text)
    missing = "" if at else " Das @ fehlt."
    raise fault(r.MAIL, f"{shown(value)} ist keine gültige E-Mail-Adresse.{missing}", proposal)


def _mended_mail(text: str) -> str:
    inner = re.search(r"<([^<>]+@[^<>]+)>", text)
    if inner:
        text = inner[1]
    mended = re.sub(r"\s*[(\[{]\s*(at|ät|@)\s*[)\]}]\s*", "@", text.lower())
    mended = re.sub(r"\s*[(\[{]\s*(dot|punkt)\s*[)\]}]\s*", ".", mended)
    local, at, domain = mended.partition("@")
    for umlaut, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        local = local.replace(umlaut, plain)
    mended = (
        f"{local}{at}{domain}".replace(",", ".")
        .replace(" ", "")
        .removeprefix("mailto:")
        .strip(".;")
    )
    local, at, domain = mended.partition("@")
    return mended if at and _LOCAL.match(local) and _DOMAIN.match(domain) else ""


_SECRET: Final = re.compile(r"(token|passw|secret|apikey|api_key|session)[^&]*=", re.IGNORECASE)
_INTERNAL: Final = (".local", ".intern", ".internal", ".lan", ".home", ".corp", "localhost")


def check_web(value: str) -> str:
    """Return a public http(s) address.

    Raises:
        PydanticCustomError: another scheme, credentials, an internal host, or odd characters.
    """
    text = value.strip()
    if not text:
        raise fault(r.LEER, "Hier fehlt ein Wert.")
    if len(text) > _WEB_MAX:
        raise fault(r.WEB, f"{shown(text)} ist zu lang für eine Webadresse.")
    if re.search(r"[\s\x00-\x1f\x7f<>\"'`\\{}|^]", text) or not re.match(
        r"^https?://", text, re.ASCII
    ):
        raise fault(
            r.WEB,
            f"{shown(text)} ist als Webadresse nicht erlaubt. Sie beginnt mit https:// und enthält "
            "keine Leerzeichen.",
            _mended_web(text),
        )
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        raise fault(r.WEB, "Diese Webadresse ist nicht vollständig.") from None
    if parts.username or parts.password or "@" in parts.netloc or _SECRET.search(parts.query):
        clean = f"https://{host}{parts.path}"
        raise fault(
            r.WEB,
            "Diese Webadresse enthält Zugangsdaten. Bitte entfernen Sie sie.",
            clean if _DOMAIN.match(host) else "",
        )
    if _is_internal(host):
        raise fault(
            r.WEB,
            f"{shown(host)} ist von außen nicht erreichbar.",
            rat="Die öffentliche Adresse eintragen oder die Zeile löschen",
        )
    if not _DOMAIN.match(host) or re.fullmatch(r"www\.[^.]+", host):
        raise fault(r.WEB, f"{shown(host)} ist kein vollständiger Name eines Webauftritts.")
    return text


def _mended_web(text: str) -> str:
    """Return the address that was probably meant, or an empty text."""
    bare = re.sub(r"^(https?\s*:?\s*/{1,2}|//)", "", text.replace(" ", ""), flags=re.IGNORECASE)
    host = bare.split("/", 1)[0]
    safe = not re.search(r"[\s<>\"'`\\{}|^@:]", bare)
    return f"https://{bare}" if safe and _DOMAIN.match(host) else ""


def _is_internal(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return host.endswith(_INTERNAL) or "." not in host


Mailadresse = Annotated[
    str, BeforeValidator(_mail), WithJsonSchema({"type": "string", "format": "email"})
]
Webadresse = Annotated[
    str,
    BeforeValidator(lambda v: check_web(v) if isinstance(v, str) else v),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https?://"}),
]
