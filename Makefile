# Basylym: from the raw article to its PDF, EPUB and web page. `make help` lists the targets.

SHELL       := /bin/sh
PYTHON      ?= python3
VENV        := .venv
BIN         := $(VENV)/bin
BASYLYM     := $(BIN)/basylym
UV_VERSION  := 0.13.9
READY       := $(VENV)/.ready
READY_TEST  := $(VENV)/.ready-test
JATS        := @jats4r/dtds@0.0.10 @jats4r/schematrons@0.0.6
OFFICE      := libreoffice-writer-nogui libreoffice-math-nogui
SCREEN      := vnu-jar@26.9.27 lighthouse@13.5.0 @daisy/ace@1.4.6 foliate-js@1.0.1
PANGO       := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
ANALYSIS    := hfst lttoolbox lttoolbox-dev
SPELLING    := hunspell-en-us hunspell-ru hunspell-de-de hunspell-tr

MANUSCRIPT  := manuscript/article.md
PRESS       := $(shell find src templates -type f -not -name '*.pyc' 2>/dev/null)
PICTURES    := $(shell find manuscript -type f -not -name '.*' 2>/dev/null)
EDITIONS    := build/article.pdf build/article.epub build/article.html
MADE_FROM   := $(PICTURES) references.bib $(PRESS) $(READY)

# Where it is set, as in many containers, each start of the press would compile all it loads.
unexport PYTHONDONTWRITEBYTECODE

.DELETE_ON_ERROR:
.PHONY: docs pictures all pdf epub html submission ereader normalize check verify test lint bench specimens bench-repair clean help

all: $(READY) $(MANUSCRIPT) ## build the PDF, the EPUB and the web page (the default)
	@$(MAKE) --no-print-directory --question $(EDITIONS) 2>/dev/null || $(BASYLYM) build

pdf: build/article.pdf ## build the PDF only
epub: build/article.epub ## build the EPUB only
html: build/article.html ## build the web page only
submission: build/article-submission.pdf ## build the manuscript for a journal: lines numbered, ragged, 1.5 spaced
ereader: epub build/article-kindle.epub ## build the EPUB, and the one for Kindle

build/article-submission.pdf: $(MANUSCRIPT) $(MADE_FROM)
	$(BASYLYM) build --for submission

build/article-kindle.epub: $(MANUSCRIPT) $(MADE_FROM)
	$(BASYLYM) build --to kindle

build/article.%: $(MANUSCRIPT) $(MADE_FROM)
	$(BASYLYM) build --to $*

normalize: $(READY) ## repair manuscript/source.txt into manuscript/article.md; never overwrites edits
	$(BASYLYM) normalize manuscript/source.txt --into .

# Only where there is no manuscript yet: afterwards article.md is the truth, and edited by people.
$(MANUSCRIPT): | $(READY)
	$(BASYLYM) normalize manuscript/source.txt --into .

references.bib: | $(MANUSCRIPT)

check: $(READY) ## look the article over: citations, references, open queries
	$(BASYLYM) check

verify: $(READY) ## prove that every character of the source is accounted for
	$(BASYLYM) verify

# A bare Debian has neither venv nor Pango; as root they are installed, else the command is printed.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends python3-venv; \
	  else echo 'python3 -m venv is missing. As root: apt-get install python3-venv'; exit 2; fi; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv==$(UV_VERSION)'
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable .
	@$(BIN)/basylym doctor >/dev/null 2>&1 || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $(PANGO); \
	  else echo 'Pango is missing: no PDF until it is there. As root: apt-get install $(PANGO)'; fi; }
	@test -e /usr/share/hunspell/en_US.dic || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $(SPELLING); \
	  else echo 'No dictionaries: words broken at line ends are asked about. As root: apt-get install $(SPELLING)'; fi; }
	@touch $@

$(READY_TEST): $(READY) requirements-test.lock Makefile
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements-test.lock
	@command -v npm >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends npm; \
	  else echo 'npm is missing. As root: apt-get install npm'; exit 2; fi; }
	@npm install --silent --no-save --no-package-lock --ignore-scripts --prefix $(VENV)/npm $(JATS) $(SCREEN)
	@command -v chromium >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium; \
	  else echo 'Chromium is missing. As root: apt-get install chromium'; exit 2; fi; }
	@{ command -v soffice && test -e /usr/lib/libreoffice/program/libsmlo.so; } >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $(OFFICE); \
	  else echo 'LibreOffice is missing. As root: apt-get install $(OFFICE)'; exit 2; fi; }
	@{ command -v hfst-lexc && command -v lt-comp; } >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $(ANALYSIS); \
	  else echo 'HFST and lttoolbox are missing. As root: apt-get install $(ANALYSIS)'; exit 2; fi; }
	@command -v pdftotext >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends poppler-utils; \
	  else echo 'pdftotext is missing. As root: apt-get install poppler-utils'; exit 2; fi; }
	@touch $@

lint: $(READY_TEST) ## style and types
	$(BIN)/ruff format --check src tests benchmarks
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/mypy

test: $(READY_TEST) lint ## everything: style, types, tests, validators
	$(BIN)/pytest --numprocesses=auto --dist=loadfile --no-loadscope-reorder

bench: $(READY_TEST) ## print the benchmarks' tables
	@for table in benchmarks/*.py; do $(BIN)/python $$table || exit 1; done

specimens: $(READY_TEST) ## print every language, journal and form on sheets in build/specimens, with word spaces
	$(BIN)/python benchmarks/printing/specimens.py build/specimens

bench-repair: $(READY_TEST) ## print what repairing mends and breaks; fetches open texts by apt-get and npm
	$(BIN)/python benchmarks/repair.py

clean: ## remove what was built; the manuscript stays
	rm -rf build .pytest_cache .mypy_cache .ruff_cache .hypothesis

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /|/' | awk -F'|' '{printf "  make %-12s %s\n", $$1, $$2}'

docs: $(READY) ## print docs/ from the code
	$(BIN)/python -m basylym.manual docs

pictures: $(READY_TEST) all ## make the pictures of the README
	$(BIN)/python docs/pictures/make.py build
