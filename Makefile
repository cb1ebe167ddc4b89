# Python 3.11 or later, git and make are enough; everything else lands in .venv.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
BIN := $(VENV)/bin
RUN_READY := $(VENV)/.ready-to-run
DEV_READY := $(VENV)/.ready-to-develop
PIP := $(PY) -m pip install --quiet --disable-pip-version-check

# Two processes suit a small machine: each has a browser of its own.
TEST_PROCESSES ?= 2

.DEFAULT_GOAL := help
.PHONY: help run test test-deep lint audit size bench load faults cases letters reading words lock

help: ## Show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/\1\t\2/' | expand -t 14

run: $(RUN_READY) ## Start the app on http://localhost:8000 (PORT=...), with its data in ./data
	SAMENSTROOM_DATA="$${SAMENSTROOM_DATA:-$(CURDIR)/data}" exec $(BIN)/samenstroom serve

# On PostgreSQL: the server in DATABASE_URL, or one of its own that is gone afterwards.
ON_DB := $(if $(filter postgres,$(DB)),$(PY) tools/postgres.py)

test: $(DEV_READY) ## Run every test, also those in a browser (DB=postgres: on PostgreSQL)
	$(PY) tools/install_browser.py
	$(PY) tools/install_validator.py
	$(ON_DB) $(PY) -m pytest -n $(TEST_PROCESSES) --dist loadfile

test-deep: $(DEV_READY) ## Run every test with ten times as many made-up examples
	$(PY) tools/install_browser.py
	$(PY) tools/install_validator.py
	SAMENSTROOM_DEEP=1 $(ON_DB) $(PY) -m pytest -n $(TEST_PROCESSES) --dist loadfile

cases: $(DEV_READY) ## Replay the retold cases and print what was told in time
	$(PY) -m tools.cases

letters: export SAMENSTROOM_DATA := $(CURDIR)/.cache/letters
letters: export DJANGO_SETTINGS_MODULE := samenstroom.config.settings
letters: $(DEV_READY) ## Read the labelled letters along and print precision and recall
	$(PY) -m tools.letters

reading: export SAMENSTROOM_DATA := $(CURDIR)/.cache/reading
reading: export DJANGO_SETTINGS_MODULE := samenstroom.config.settings
reading: $(DEV_READY) ## Read the labelled agreements and print precision and recall per clause
	$(PY) -m tools.reading

lint: export SAMENSTROOM_DATA := $(CURDIR)/.cache/lint
lint: $(DEV_READY) ## Check style, types, import contracts, templates, spelling, translations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/djlint src --lint --quiet
	$(BIN)/lint-imports --no-cache
	$(BIN)/vulture
	$(BIN)/deptry .
	$(BIN)/codespell
	$(BIN)/samenstroom makemigrations --check --dry-run
	$(PY) tools/translations.py check

audit: $(DEV_READY) ## Look for secrets in the repository and weak spots in code and libraries; the last asks the network
	$(PY) tools/leaks.py
	$(BIN)/bandit --quiet --recursive src --configfile pyproject.toml --severity-level medium
	$(BIN)/pip-audit --strict --require-hashes --requirement requirements/run.txt

size: $(DEV_READY) ## Print the numbers to hold
	$(PY) tools/size.py

words: $(DEV_READY) ## Print how long the sentences of the content files are, and how easily they read
	$(PY) tools/readability.py

bench: $(DEV_READY) ## Print page times as a ratio to a bare page of the same framework (DB=postgres)
	$(PY) -m bench $(if $(DB),--db $(DB))

load: $(DEV_READY) ## Let many practices come at once, and hold what was accepted against the database (DB=sqlite)
	$(PY) -m bench.load $(if $(DB),--db $(DB))

faults: $(DEV_READY) ## Break a running instance on purpose, and count what became of what it accepted
	$(PY) -m tools.faults

lock: $(DEV_READY) ## Choose versions again and write requirements/ with hashes
	$(PIP) uv
	$(PY) tools/lock.py

$(PY):
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Samenstroom needs Python 3.11 or later")'
	$(PYTHON) -m venv $(VENV)

$(RUN_READY): requirements/run.txt pyproject.toml | $(PY)
	$(PIP) --require-hashes -r requirements/run.txt
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(DEV_READY): requirements/dev.txt pyproject.toml | $(PY)
	$(PIP) --require-hashes -r requirements/dev.txt
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@ $(RUN_READY)
