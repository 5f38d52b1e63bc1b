# Everything that a person or a machine needs to run, test and check the project.
# It needs Python 3.11 or newer, git and make; the rest is installed into .venv and .tools.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
BENCH := .tools/bench/bin/python
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
export FINDER_DATA_DIR ?= .finder

.PHONY: run build serve test coverage test-fast bench bench-fast check fix lock messages clean help

help:  ## Say what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /: /'

run: build serve  ## Build the example content and serve it on PORT (8000)

build: $(FINDER_DATA_DIR)/built

serve: .venv/run
	@$(BIN)/finder serve --port $(PORT)

test: .venv/dev .venv/tools  ## Run every test, browser and all
	@$(BIN)/python -m pytest -m "" -n 2 --dist worksteal

coverage: .venv/dev .venv/tools  ## Measure what the tests reach. It takes twice as long
	@$(BIN)/python -m pytest -m "" -n 2 --dist worksteal --cov --cov-report=term --cov-report=xml

test-fast: .venv/dev  ## Run the tests that need no browser and no new environment
	@$(BIN)/python -m pytest -n 2

bench: .tools/bench/installed  ## Compare the search and the pages with others (15 minutes)
	@$(BENCH) -m benchmarks

bench-fast: .tools/bench/installed  ## The same with few activities, to see that it runs
	@$(BENCH) -m benchmarks --fast

check: .venv/dev  ## Run the linters and the types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/djlint templates --lint --quiet
	@$(BIN)/codespell
	@FINDER_TODAY=$(CONTENT_DAY) $(BIN)/finder check --errors-only

fix: .venv/dev  ## Mend what the linters can mend
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

lock: .venv/dev  ## Write the locked requirements anew
	@$(PIP) install uv
	@$(BIN)/uv pip compile --quiet --upgrade --generate-hashes --no-header --no-annotate --python-version 3.11 pyproject.toml -o requirements/run.txt
	@$(BIN)/uv pip compile --quiet --upgrade --generate-hashes --no-header --no-annotate --python-version 3.11 pyproject.toml --group dev -o requirements/dev.txt
	@$(BIN)/uv pip compile --quiet --upgrade --generate-hashes --no-header --no-annotate --python-version 3.11 pyproject.toml --group bench -o requirements/bench.txt

messages: .venv/dev  ## Bring the words to translate in finder/translations up to date
	@mkdir -p .tools
	@$(BIN)/pybabel --quiet extract -F pyproject.toml -k lazy_gettext -c TRANSLATORS: --sort-by-file --no-wrap --add-location=file -o .tools/messages.pot .
	@$(BIN)/pybabel --quiet update -i .tools/messages.pot -d finder/translations --no-fuzzy-matching --no-wrap --ignore-obsolete

clean:  ## Delete what was installed and built
	@rm -rf .venv .tools .finder dist

# The example content says when it was checked, so it is checked against one day.
CONTENT_DAY ?= 2026-11-21

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed." if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv .venv

# The translations are compiled when the project is installed.
.venv/run: requirements/run.txt pyproject.toml $(wildcard finder/translations/*/LC_MESSAGES/*.po) | .venv/bin/python
	@echo "Installing what the site needs. This is only done once."
	@$(PIP) install --require-hashes -r requirements/run.txt
	@$(PIP) install --no-deps --editable .
	@touch $@

.venv/dev: requirements/dev.txt .venv/run
	@echo "Installing what the tests need. This is only done once."
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

.venv/tools: tests/tools/install.sh tests/tools/package-lock.json .venv/dev
	@bash tests/tools/install.sh
	@touch $@

# The others that are compared live in an environment of their own, where no test can see them.
.tools/bench/installed: requirements/bench.txt | .venv/bin/python
	@echo "Installing what the benchmarks need. This is only done once."
	@$(BIN)/python -m venv .tools/bench
	@$(BENCH) -m pip --quiet --disable-pip-version-check install --require-hashes -r requirements/bench.txt
	@$(BENCH) -m pip --quiet --disable-pip-version-check install --no-deps --editable .
	@touch $@

$(FINDER_DATA_DIR)/built: $(shell find content finder -type f -not -name '*.pyc' 2>/dev/null) .venv/run
	@$(BIN)/finder build --quiet
	@touch $@
