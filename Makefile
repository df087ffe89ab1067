# Basylym: from the raw article to its PDF, EPUB and web page. `make help` lists the targets.

SHELL       := /bin/sh
PYTHON      ?= python3
VENV        := .venv
BIN         := $(VENV)/bin
BASYLYM     := $(BIN)/basylym
UV_VERSION  := 0.13.9
READY       := $(VENV)/.ready
READY_TEST  := $(VENV)/.ready-test
READY_VALIDATE := $(VENV)/.ready-validate
WORKERS     := --numprocesses=auto --dist=loadfile --no-loadscope-reorder
JATS        := @jats4r/dtds@0.0.10 @jats4r/schematrons@0.0.6
OFFICE      := libreoffice-writer-nogui libreoffice-math-nogui
SCREEN      := vnu-jar@26.9.27 lighthouse@13.5.0 @daisy/ace@1.4.6 foliate-js@1.0.1
PANGO       := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
DEJAVU      := /usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf
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
.PHONY: docs pictures all pdf epub html submission ereader normalize check verify test validate lint bench specimens bench-repair bench-lists clean help

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

# A bare Debian has neither venv nor Pango: $(call debian,what shows that they are there,packages,what is said,end)
# installs them as root; else what is missing is printed with the command, and make ends where `end` says so.
define debian
@{ $(1); } >/dev/null 2>&1 || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $(2); \
	  else echo '$(3) As root: apt-get install $(2)'; $(4); fi; }
endef

$(READY): requirements.lock pyproject.toml
	$(call debian,$(PYTHON) -c 'import ensurepip; import venv',python3-venv,python3 -m venv is missing.,exit 2)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv==$(UV_VERSION)'
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable .
	$(call debian,$(BASYLYM) doctor,$(PANGO),Pango is missing: no PDF until it is there.,true)
	$(call debian,test -e /usr/share/hunspell/en_US.dic,$(SPELLING),No dictionaries: words broken at line ends are asked about.,true)
	@touch $@

$(READY_TEST): $(READY) requirements-test.lock Makefile
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements-test.lock
	$(call debian,command -v npm,npm,npm is missing.,exit 2)
	@npm install --silent --no-save --no-package-lock --ignore-scripts --prefix $(VENV)/jats $(JATS)
	$(call debian,command -v hfst-lexc && command -v lt-comp,$(ANALYSIS),HFST and lttoolbox are missing.,exit 2)
	$(call debian,test -e $(DEJAVU),fonts-dejavu-core,The DejaVu fonts are missing.,exit 2)
	$(call debian,command -v pdftotext,poppler-utils,pdftotext is missing.,exit 2)
	@touch $@

$(READY_VALIDATE): $(READY_TEST) Makefile
	@npm install --silent --no-save --no-package-lock --ignore-scripts --prefix $(VENV)/screen $(SCREEN)
	$(call debian,command -v chromium,chromium,Chromium is missing.,exit 2)
	$(call debian,command -v soffice && test -e /usr/lib/libreoffice/program/libsmlo.so,$(OFFICE),LibreOffice is missing.,exit 2)
	@touch $@

lint: $(READY_TEST) ## style and types
	$(BIN)/ruff format --check src tests benchmarks
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/mypy

test: $(READY_TEST) lint ## style, types, tests, EPUBCheck; every edition word for word
	$(BIN)/pytest $(WORKERS) --ignore=tests/acceptance

validate: $(READY_VALIDATE) ## whole publications before outside validators, browsers, readers and LibreOffice
	$(BIN)/pytest $(WORKERS) tests/acceptance

bench: $(READY_TEST) ## print the benchmarks' tables
	@for table in benchmarks/*.py; do $(BIN)/python $$table || exit 1; done

specimens: $(READY_TEST) ## print every language, journal and form on sheets in build/specimens, with word spaces
	$(BIN)/python benchmarks/printing/specimens.py build/specimens

bench-repair: $(READY_TEST) ## print what repairing mends and breaks; fetches open texts by apt-get and npm
	$(BIN)/python benchmarks/repair.py
	$(BIN)/python benchmarks/citations.py

bench-lists: $(READY_TEST) ## print which entries of lists of references are told; fetches works and styles by apt-get
	$(BIN)/python benchmarks/reference_lists.py

clean: ## remove what was built; the manuscript stays
	rm -rf build .pytest_cache .mypy_cache .ruff_cache .hypothesis

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /|/' | awk -F'|' '{printf "  make %-12s %s\n", $$1, $$2}'

docs: $(READY) ## print docs/ from the code
	$(BIN)/python -m basylym.manual docs

pictures: $(READY_VALIDATE) all ## make the pictures of the README
	$(BIN)/python docs/pictures/make.py build
