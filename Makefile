# `make help` lists what there is to make.
SHELL := /bin/sh
PYTHON := $(shell for each in python3 python3.11 python3.12 python3.13 python3.14; do \
	$$each -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$each && break; done)
BIN := .venv/bin
NODE := tests/node/node_modules
LANGUAGES := fi sv
CATALOGUES := $(wildcard $(LANGUAGES:%=resources/locale/%/LC_MESSAGES/coordinator.po))
# What marks a message: N_("…") where it is written, words("…") and words.count("…", "…", n) where it is shown.
KEYWORDS := N_ words _words count:1,2
PO_STYLE := --width=140 --ignore-obsolete
PYTEST = QT_QPA_PLATFORM=$${QT_QPA_PLATFORM:-offscreen} $(BIN)/python -m pytest
PRACTICE := build/practice
# The made-up town forgets a thing or two, as towns do; its summary leaves once the checks have an answer.
ANSWERS := uncounted=forgot_to_count unrecorded=forgot_to_count jump=really_so silent=break volunteers=really_so

export PYTHON
.DEFAULT_GOAL := help
.PHONY: help run practice test check bench faults screens pictures bundle words clean program tools
.DELETE_ON_ERROR:

help: ## List what there is to make
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sort | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

run: program ## Open the window; without a display, do the main job on the practice town
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then exec $(BIN)/coordinator; else exec $(MAKE) --no-print-directory practice; fi

practice: program ## Make the practice town's summary and schedule, without the window
	@rm -rf $(PRACTICE) && mkdir -p $(PRACTICE)
	@set -e; export COORDINATOR_PASSPHRASE="only for the practice town"; \
	month=$$(date +%-m); year=$$(date +%Y); quarter=$$(( (month + 2) / 3 - 1 )); \
	[ $$quarter -gt 0 ] || { quarter=4; year=$$((year - 1)); }; \
	$(BIN)/coordinator sample $(PRACTICE)/book --years 1 --practice; \
	$(BIN)/coordinator summary $(PRACTICE)/book --quarter $${year}Q$$quarter --to $(PRACTICE) --unsealed $(ANSWERS:%=--answer %); \
	$(BIN)/coordinator print $(PRACTICE)/book poster --to $(PRACTICE)/schedule.pdf; \
	echo "The summary file and the schedule of the practice town lie here:"; \
	ls $(CURDIR)/$(PRACTICE)/*.summary $(CURDIR)/$(PRACTICE)/schedule.pdf

test: tools ## Pass the tests
	$(PYTEST) -n 2 --dist loadfile

check: tools ## Formatting, lint, types, contracts, translations and tests: all that has to hold
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo --no-cache
	COORDINATOR_BOOKS=200 $(PYTEST) -n 2 --dist loadfile

bench: tools ## Measure start, memory and work, side by side with the bare thing
	$(PYTEST) tests/bench -m bench -s

faults: tools ## Kills, power cuts, full disks and bit flips in full number (up to 40 minutes)
	$(PYTEST) tests/faults --full --hypothesis-profile thorough

screens: tools ## Draw every screen in every language into screens/
	QT_QPA_PLATFORM=$${QT_QPA_PLATFORM:-offscreen:configfile=tests/screens/screen.json} $(BIN)/python -m pytest tests/screens/test_pictures.py -m pictures

pictures: tools ## Draw the pictures of docs/screens.md
	$(PYTEST) tests/screens/test_documented.py -m pictures

bundle: program ## Make the program as one folder for people without Python, in build/bundle
	$(BIN)/pyinstaller build.spec --noconfirm --log-level ERROR --distpath build/bundle --workpath build/pyinstaller
	build/bundle/coordinator/coordinator --version

words: .venv/made ## Collect the messages of the code into the catalogues to translate
	@mkdir -p build
	@$(BIN)/pybabel -q extract $(KEYWORDS:%=-k %) --no-default-keywords --sort-output --add-location=file --project=coordinator_app \
		--version=1 --copyright-holder="The coordinator_app authors" --width=140 -o build/coordinator.pot coordinator_app
	@for language in $(LANGUAGES); do \
		po=resources/locale/$$language/LC_MESSAGES/coordinator.po; \
		if [ -e $$po ]; then $(BIN)/pybabel -q update $(PO_STYLE) --no-fuzzy-matching --ignore-pot-creation-date -i build/coordinator.pot -l $$language -o $$po; \
		else mkdir -p $$(dirname $$po); $(BIN)/pybabel -q init --width=140 -i build/coordinator.pot -l $$language -o $$po; fi; \
		sed -i -E '/^"(Report-Msgid-Bugs-To|Last-Translator|Language-Team|Generated-By):/d' $$po; done

clean: ## Remove everything that was made
	rm -rf .venv build dist screens $(NODE) $(CATALOGUES:.po=.mo) .mypy_cache .ruff_cache .pytest_cache .hypothesis .benchmarks
	find . -name __pycache__ -prune -exec rm -rf {} +

program: .venv/made $(CATALOGUES:.po=.mo)

tools: program $(NODE)/.made
	@.ci/system-packages test

# The environment is made again only when the pinned requirements have changed.
.venv/made: requirements.txt
	@.ci/system-packages run
	@[ -n "$$PYTHON" ] || { echo "Python 3.11 or newer is needed: sudo apt-get install python3" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

%.mo: %.po | .venv/made
	@$(BIN)/pybabel -q compile -i $< -o $@

$(NODE)/.made: tests/node/package-lock.json
	@.ci/system-packages test
	@if command -v npm >/dev/null; then cd tests/node && npm ci --no-audit --no-fund --silent; else mkdir -p $(NODE); fi
	@touch $@
