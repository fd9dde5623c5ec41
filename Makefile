# Zwei Befehle genügen: „make serve“ zeigt die Website, „make test“ prüft alles.
# REGION=<kennung> wählt die Region, etwa: REGION=kreis-soest make site

REGION ?= musterkreis
export REGION
# Wohin veröffentlicht wird, wie Befunde aussehen, wohin die fertige Website gepackt wird.
ZIEL ?= veroeffentlichung
FORMAT ?= text
PAKET ?= website
# Ordner mit allen Paketen für einen Rechner ohne Netz, und die Stückliste des Programms.
PAKETE ?= pakete
SBOM ?= sbom.cdx.json
# Git-Stand, mit dem verschwundene Kennungen verglichen werden.
SEIT ?=
export PYTHONUTF8 := 1
export UV_PYTHON_DOWNLOADS := never
# Der Zertifikatsspeicher des Rechners gilt, auch hinter dem Proxy einer Verwaltung.
export UV_SYSTEM_CERTS := 1
export UV_LINK_MODE := copy
# Übersetzte Module sparen bei jedem Aufruf die halbe Zeit.
export UV_COMPILE_BYTECODE := 1
unexport PYTHONDONTWRITEBYTECODE
# Material wirbt sonst bei jedem Bau auf Englisch für seinen Nachfolger.
export NO_MKDOCS_2_WARNING := 1

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.eingerichtet
# HTML_CodeSniffer und Nu Html Checker, mit Prüfsummen festgehalten.
NPM := tests/browser/npm
WERKZEUGE := $(NPM)/node_modules/.package-lock.json

.DEFAULT_GOAL := hilfe
.PHONY: hilfe einrichten serve site test pruefen anmerkungen fassungen veroeffentlichen paket
.PHONY: regionen sbom pakete ohne-netz
.PHONY: leistung leistung-region schema clean pruefwerkzeuge pruefung-voll vergleich

hilfe:
	@echo "make serve            einrichten, prüfen und auf http://127.0.0.1:8000 zeigen"
	@echo "make test             einrichten und alles prüfen"
	@echo "make site             einrichten, prüfen und nach site/ bauen"
	@echo "make pruefen          nur Daten und Texte prüfen"
	@echo "make fassungen        prüfen, ob frühere Fassungen noch so lauten wie beschlossen"
	@echo "make veroeffentlichen alle Fassungen bauen, prüfen und nach ZIEL veröffentlichen"
	@echo "make paket            die veröffentlichte Website in den Ordner PAKET kopieren"
	@echo "make regionen         alle Regionen bauen, mit einer Startseite darüber, nach regionen/"
	@echo "make sbom             die Stückliste der Software schreiben (CycloneDX)"
	@echo "make pakete           alle Pakete für einen Rechner ohne Netz sammeln; dort: make ohne-netz"
	@echo "make pruefung-voll    jede Seite jeder Fassung im Browser prüfen und das Ergebnis festhalten"
	@echo "make leistung         Geschwindigkeit und Speicher messen"
	@echo "make leistung-region  messen, was 500 Schulen und 1.000 Kontakte kosten"
	@echo "make vergleich        dieselben Seiten hier und mit Material im Auslieferungszustand vergleichen"
	@echo "make schema           die Schemas in data/schema neu schreiben"
	@echo "Andere Region: REGION=kreis-soest make serve"

$(READY): uv.lock pyproject.toml setup/uv.txt setup/python.sh
	@sh setup/python.sh "$(PYTHON)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement setup/uv.txt
	@$(BIN)/uv sync --locked --quiet --python $(BIN)/python
	@$(BIN)/python -m compileall -q macros
	@touch $(READY)

einrichten: $(READY)

serve: pruefen
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:8000

site: pruefen
	$(BIN)/mkdocs build --clean --site-dir site

pruefen: $(READY)
	$(BIN)/rahmen pruefen

anmerkungen: FORMAT = github
anmerkungen: $(READY)
	$(BIN)/rahmen pruefen --region alle --format "$(FORMAT)" $(if $(SEIT),--seit "$(SEIT)")

fassungen: $(READY)
	$(BIN)/rahmen fassung pruefen

veroeffentlichen: $(READY)
	@sh setup/mit-personen.sh $(BIN)/rahmen veroeffentlichen --ziel "$(ZIEL)" --format "$(FORMAT)"

paket:
	rm -rf "$(PAKET)"
	cp -RL "$(ZIEL)/oeffentlich" "$(PAKET)"

regionen: $(READY)
	$(BIN)/rahmen regionen --ziel regionen

sbom: $(READY)
	@$(BIN)/uv export --locked --no-dev --format cyclonedx1.5 --quiet --output-file "$(SBOM)" >/dev/null
	@echo "Geschrieben: $(SBOM)"

pakete: $(READY)
	@sh setup/pakete.sh "$(PAKETE)"

ohne-netz:
	@sh setup/ohne-netz.sh "$(PYTHON)" "$(PAKETE)"

# Die Werkzeuge kommen erst, wenn das System Node.js hat; darum kein eigenes Ziel für system.sh.
$(WERKZEUGE): $(NPM)/package-lock.json
	@sh setup/system.sh
	@cd $(NPM) && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $(WERKZEUGE)

pruefwerkzeuge: $(WERKZEUGE)

pruefung-voll: $(READY) $(WERKZEUGE)
	@sh setup/system.sh
	RAHMEN_VOLL=1 $(BIN)/pytest -n0 tests/model/test_mutations.py
	$(BIN)/python -m tests.exports.libreoffice
	$(BIN)/python -m tests.browser.full_check

test: $(READY) $(WERKZEUGE)
	@sh setup/system.sh
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	TMPDIR="$$(sh setup/tempdir.sh)" $(BIN)/pytest

leistung: $(READY)
	$(BIN)/python -m tests.leistung

leistung-region: $(READY)
	@sh setup/system.sh
	$(BIN)/python -m tests.leistung.scale

vergleich: $(READY)
	@sh setup/system.sh
	$(BIN)/python -m tests.leistung.material_comparison

schema: $(READY)
	$(BIN)/rahmen schema

clean:
	rm -rf site veroeffentlichung website regionen pakete sbom.cdx.json .venv $(NPM)/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis
