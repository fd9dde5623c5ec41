#!/bin/sh
# Legt die Personendatei aus der Variable PERSONEN für die Dauer eines Befehls bereit.
# Ohne die Variable gilt, was RAHMEN_PERSONEN oder die Region selbst nennt.
set -eu
if [ -z "${PERSONEN:-}" ]; then
    exec "$@"
fi
umask 077
ordner=$(mktemp -d)
trap 'rm -rf "$ordner"' EXIT HUP INT TERM
if [ -f "$PERSONEN" ]; then
    cp "$PERSONEN" "$ordner/personen.yml"
else
    printf '%s\n' "$PERSONEN" > "$ordner/personen.yml"
fi
unset PERSONEN
RAHMEN_PERSONEN="$ordner/personen.yml" "$@"
