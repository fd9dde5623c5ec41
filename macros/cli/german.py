"""German words for click's own messages; click asks gettext, and here is what it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.termui
import click.types

if TYPE_CHECKING:
    from types import ModuleType

MODULES: Final[tuple[ModuleType, ...]] = (
    click.core,
    click.decorators,
    click.exceptions,
    click.formatting,
    click.parser,
    click.termui,
    click.types,
)

WORDS: Final[dict[str, str]] = {
    "Aborted!": "Abgebrochen.",
    "deprecated": "veraltet",
    "Missing command.": "Der Befehl fehlt.",
    "Options": "Optionen",
    "Positional arguments": "Angaben",
    "Commands": "Befehle",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}": (
        "Der Befehl „{name}“ ist veraltet.{extra_message}"
    ),
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}": (
        "„{name}“ ist veraltet.{extra_message}"
    ),
    "Got unexpected extra argument ({args})": "Überzählige Angabe: {args}",
    "Got unexpected extra arguments ({args})": "Überzählige Angaben: {args}",
    "Value must be an iterable.": "Hier wird eine Liste erwartet.",
    "env var: {var}": "Umgebungsvariable: {var}",
    "default: {default}": "Vorgabe: {default}",
    "(dynamic)": "(wird ermittelt)",
    "required": "Pflicht",
    "Takes {nargs} values but 1 was given.": "{nargs} Angaben nötig, eine gegeben.",
    "Takes {nargs} values but {len} were given.": "{nargs} Angaben nötig, {len} gegeben.",
    "Do you want to continue?": "Fortfahren?",
    "Confirm the action without prompting.": "Ohne Rückfrage ausführen.",
    "%(prog)s, version %(version)s": "%(prog)s, Version %(version)s",
    "Show the version and exit.": "Zeigt die Version.",
    "Show this message and exit.": "Zeigt diese Hilfe.",
    "Did you mean {possibility}?": "Meinten Sie {possibility}?",
    "(Did you mean one of: {possibilities}?)": "(Meinten Sie: {possibilities}?)",
    "Missing argument": "Es fehlt die Angabe",
    "Missing option": "Es fehlt die Option",
    "Missing parameter": "Es fehlt die Angabe",
    "Missing {param_type}": "Es fehlt: {param_type}",
    "Missing parameter: {param_name}": "Es fehlt die Angabe {param_name}",
    "unknown error": "unbekannter Fehler",
    "Invalid value for {param_hint}: {message}": "Ungültiger Wert für {param_hint}: {message}",
    "Invalid value: {message}": "Ungültiger Wert: {message}",
    "Could not open file {filename!r}: {message}": (
        "Die Datei „{filename}“ lässt sich nicht öffnen: {message}"
    ),
    "Error: {message}": "Fehler: {message}",
    "Try '{command} {option}' for help.": "Hilfe zeigt: {command} {option}",
    "No such option {name!r}.": "Die Option {name} gibt es nicht.",
    "No such command {name!r}.": "Den Befehl „{name}“ gibt es nicht.",
    "Usage:": "Aufruf:",
    "Invalid start character for option ({option})": "So beginnt keine Option: {option}",
    "Option {name!r} does not take a value.": "Die Option {name} nimmt keinen Wert.",
    "Option {name!r} requires an argument.": "Die Option {name} braucht einen Wert.",
    "Option {name!r} requires {nargs} arguments.": "Die Option {name} braucht {nargs} Werte.",
    "Argument {name!r} takes {nargs} values.": "{name} braucht {nargs} Werte.",
    "Press any key to continue...": "Weiter mit einer Taste …",
    "Repeat for confirmation": "Zur Bestätigung wiederholen",
    "Error: The two entered values do not match.": "Die beiden Eingaben sind nicht gleich.",
    "Unknown color {colour!r}": "Die Farbe „{colour}“ gibt es nicht.",
    "Error: invalid input": "Diese Eingabe ist nicht gültig.",
    "file": "Datei",
    "directory": "Ordner",
    "path": "Pfad",
    "Choose from:\n\t{choices}": "Zur Wahl stehen:\n\t{choices}",
    "Choice({choices})": "Auswahl: {choices}",
    "{value!r} is not {choice}.": "„{value}“ ist nicht {choice}.",
    "{value!r} is not one of {choices}.": "„{value}“ gehört nicht zu: {choices}.",
    "{value!r} does not match the format {format}.": "„{value}“ passt nicht zur Form {format}.",
    "{value!r} does not match the formats {formats}.": (
        "„{value}“ passt zu keiner dieser Formen: {formats}."
    ),
    "{value} is not in the range {range}.": "{value} liegt nicht im Bereich {range}.",
    "{value!r} is not a valid boolean. Recognized values: {states}": (
        "„{value}“ ist weder ja noch nein. Möglich: {states}"
    ),
    "{len_type} values are required, but {len_value} was given.": (
        "{len_type} Werte sind nötig, {len_value} gegeben."
    ),
    "{len_type} values are required, but {len_value} were given.": (
        "{len_type} Werte sind nötig, {len_value} gegeben."
    ),
    "{value!r} is not a valid {number_type}.": "„{value}“ ist keine gültige Zahl.",
    "{value!r} is not a valid UUID.": "„{value}“ ist keine UUID.",
    "{name} {filename!r} is a file.": "{name} „{filename}“ ist eine Datei.",
    "{name} {filename!r} is a directory.": "{name} „{filename}“ ist ein Ordner.",
    "{name} {filename!r} is not readable.": "{name} „{filename}“ ist nicht lesbar.",
    "{name} {filename!r} is not writable.": "{name} „{filename}“ ist nicht beschreibbar.",
    "{name} {filename!r} is not executable.": "{name} „{filename}“ ist nicht ausführbar.",
    "{name} {filename!r} does not exist.": "{name} „{filename}“ gibt es nicht.",
}


def _one(message: str) -> str:
    return WORDS.get(message, message)


def _many(singular: str, plural: str, n: int) -> str:
    return _one(singular if n == 1 else plural)


def speak_german() -> None:
    """Let click answer in German, whatever the machine's locale is."""
    for module in MODULES:
        for name, function in (("_", _one), ("ngettext", _many)):
            if hasattr(module, name):
                setattr(module, name, function)
