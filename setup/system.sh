#!/bin/sh
# Installs what the tests need from the system where that is allowed; otherwise says the line to type.
set -eu

log=$(mktemp)
missing=""
# need COMMAND PACKAGE: remembers the package where the command is not there.
need() {
    if ! command -v "$1" >/dev/null 2>&1 && [ ! -x "/usr/sbin/$1" ]; then
        missing="$missing $2"
    fi
}
# Debian's shell is Chromium without its windows: the same pages in half the time.
debian=$(. /etc/os-release 2>/dev/null && [ "${ID:-}" = debian ] && echo yes || true)
if command -v chromium >/dev/null 2>&1; then
    faster=chromium-headless-shell
elif [ -n "$debian" ]; then
    need chromium-headless-shell chromium-headless-shell
else
    need chromium chromium
fi
need nginx nginx-light
need java default-jre-headless
need npm npm
need hunspell hunspell
# The office without its Writer opens no Word file.
office=$(command -v soffice || true)
if [ -z "$office" ] || [ ! -f "$(dirname "$(readlink -f "$office")")/libswlo.so" ]; then
    missing="$missing libreoffice-writer-nogui"
fi
if [ ! -f /usr/share/hunspell/de_DE.dic ]; then
    missing="$missing hunspell-de-de"
fi
# The PDF is set with Pango; its fonts must be there, too.
if ! PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null | grep -q 'libpangoft2-1\.0'; then
    missing="$missing libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
fi
if [ ! -d /usr/share/fonts/truetype/liberation ] && [ ! -d /usr/share/fonts/truetype/liberation2 ]; then
    missing="$missing fonts-liberation"
fi
# What only saves time is tried where nobody has to be asked.
if [ -n "$debian" ] && [ -n "${faster:-}" ] && ! command -v "$faster" >/dev/null 2>&1; then
    if [ "$(id -u)" -ne 0 ] || ! DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$faster" \
            >"$log" 2>&1; then
        echo "Mit dem Paket $faster sind die Prüfungen schneller."
    fi
fi
[ -z "$missing" ] && exit 0

line="sudo apt-get update && sudo apt-get install -y$missing"
if ! command -v apt-get >/dev/null 2>&1; then
    echo "Für die Prüfungen fehlt:$missing. Bitte installieren Sie es mit der Paketverwaltung." >&2
    exit 3
fi
if [ "$(id -u)" -eq 0 ]; then
    root=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    root="sudo -n"
else
    echo "Für die Prüfungen fehlt:$missing. Bitte eingeben:" >&2
    echo "  $line" >&2
    exit 3
fi
echo "Installiere$missing …"
if ! { $root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq $missing; } \
        >"$log" 2>&1; then
    tail -n 5 "$log" >&2
    echo "Das hat nicht geklappt. Bitte eingeben:" >&2
    echo "  $line" >&2
    exit 3
fi
