"""The invariants of ARCHITECTURE.md, kept by the suite rather than by memory."""

import ast
import re
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "basylym"
MODULES = sorted(PACKAGE.rglob("*.py"))
SEES_ALL = {
    "pipeline",
    "normalize",
    "receive",
    "citing",
    "opening",
    "journals",
    "rescripting",
    "submitting",
    "collate",
    "doctor",
    "manual",
    "upstream",
    "explaining",
    "console",
    "project",
    "cli",
    "certificate",
    "renew",
    "witnesses",
}
MAY_IMPORT = {
    "model": {"model"},
    "registry": set(),
    "languages": {"model", "languages"},
    "lexicons": set(),
    "romanizations": {"model", "romanizations"},
    "evidence": {"model", "evidence"},
    "repairs": {"model", "repairs"},
    "readers": {"model", "readers", "adapters"},
    "stages": {"model", "stages"},
    "adapters": {"model", "adapters"},
    "editions": {"model", "adapters", "stages", "editions"},
    "project": {"model"},
    "console": {"model"},
    "__init__": set(),
    "__main__": {"cli"},
}
PURE = {"model", "stages", "repairs", "languages", "evidence", "romanizations"}
WORLD = set("os subprocess tempfile time socket random shutil io pathlib threading importlib".split())
TOUCHES = set("read_text write_text read_bytes write_bytes unlink now today utcnow environ".split())
HOMES_ELSEWHERE = {"typer": "cli.py", "click": "cli.py", "rich": "console.py"}
FORBIDDEN_NAMES = set("utils util helpers helper common base manager handler processor data info".split())


def name(path):
    return str(path.relative_to(PACKAGE))


def layer(path):
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def tree(path):
    return ast.parse(path.read_text("utf-8"))


@cache
def nodes(path):
    return list(ast.walk(tree(path)))


def imports(path):
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom) and node.module == "basylym":
            yield from (f"basylym.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "an import says whence"
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def every_module(holds):
    """One test that names all modules of which ``holds`` is not true: thousands of tests take their time."""

    def test():
        wrong = {}
        for path in MODULES:
            try:
                holds(path)
            except AssertionError as error:
                wrong[name(path)] = str(error).splitlines()[0]
        assert wrong == {}

    test.__name__ = holds.__name__
    return test


@every_module
def test_imports_flow_one_way(path):
    inner = {found.split(".")[1] for found in imports(path) if found.startswith("basylym.")}
    if layer(path) not in SEES_ALL or layer(path) in MAY_IMPORT:
        assert inner <= MAY_IMPORT[layer(path)]


def test_nothing_imports_what_sees_all_but_the_command_line_and_its_like():
    for path in MODULES:
        inner = {found.split(".")[1] for found in imports(path) if found.startswith("basylym.")}
        if layer(path) not in SEES_ALL | {"__main__"}:
            assert not inner & (SEES_ALL - {"project"}), name(path)


def test_each_tool_has_one_home():
    homes = {}
    for path in MODULES:
        for found in {found.split(".")[0] for found in imports(path)}:
            if found not in sys.stdlib_module_names and found not in ("basylym", "__future__"):
                homes.setdefault(found, set()).add(name(path))
    assert {tool: files for tool, files in homes.items() if len(files) > 1} == {}
    strays = {
        tool: files
        for tool, files in homes.items()
        if not all(file.startswith("adapters/") or HOMES_ELSEWHERE.get(tool) == file for file in files)
    }
    assert strays == {}


@every_module
def test_modules_stay_small(path):
    assert len(path.read_text("utf-8").splitlines()) <= 300


@every_module
def test_pure_layers_do_not_see_the_world(path):
    if layer(path) not in PURE:
        return
    assert not {found.split(".")[0] for found in imports(path)} & WORLD
    assert "urllib.request" not in set(imports(path))
    touched = {node.attr for node in nodes(path) if isinstance(node, ast.Attribute)}
    calls = [node.func for node in nodes(path) if isinstance(node, ast.Call)]
    called = {function.id for function in calls if isinstance(function, ast.Name)}
    assert not (touched | called) & (TOUCHES | {"print", "input", "exec", "eval", "__import__"})
    assert "open" not in called


@every_module
def test_clock_is_asked_by_nobody(path):
    touched = {node.attr for node in nodes(path) if isinstance(node, ast.Attribute)}
    assert not touched & {"now", "today", "utcnow"}


@every_module
def test_processes_are_started_only_by_the_child_adapter(path):
    if name(path) not in ("adapters/child.py", "doctor.py"):
        assert not {found.split(".")[0] for found in imports(path)} & {"subprocess", "multiprocessing"}


@every_module
def test_module_says_first_what_goes_in_and_what_comes_out(path):
    told = ast.get_docstring(tree(path))
    if path.name != "__init__.py":
        assert told
        assert told.splitlines()[0].endswith((".", ":", ";", ",")) or "\n" in told


@every_module
def test_names_are_of_the_trade(path):
    assert not set(path.stem.strip("_").split("_")) & FORBIDDEN_NAMES


@every_module
def test_values_that_flow_are_frozen(path):
    if layer(path) != "model":
        return
    for node in nodes(path):
        if isinstance(node, ast.ClassDef):
            for decorator in node.decorator_list:
                if isinstance(decorator, ast.Call) and getattr(decorator.func, "id", "") == "dataclass":
                    set_true = {
                        word.arg for word in decorator.keywords if getattr(word.value, "value", False)
                    }
                    assert {"frozen", "slots"} <= set_true, node.name


def code_map():
    """The paths that the code map of ARCHITECTURE.md names, from its indentation."""
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    block = re.search(r"## Code map\n+```\n(.*?)```", text, re.DOTALL)
    assert block, "ARCHITECTURE.md has a section 'Code map' with a tree"
    folders, paths = [], []
    for line in block.group(1).splitlines():
        if not line.strip():
            continue
        depth = (len(line) - len(line.lstrip())) // 2
        named = re.split(r"\s{2,}", line.strip() + "   ")[0]
        for part in re.split(r"\s*,\s+|\s{2,}", named):
            paths.append("".join([*folders[:depth], part]))
        folders[depth:] = [named]
        names = re.findall(r"^\S+(?:  \S+)*(?=\s{2,}|$)", line.strip())
        for extra in names[0].split("  ")[1:] if names else []:
            if re.fullmatch(r"[\w.-]+/?", extra) and ("/" in extra or "." in extra):
                paths.append(extra)
    return paths


def test_code_map_is_true():
    missing = [path for path in code_map() if not (ROOT / path.rstrip("/")).exists()]
    assert missing == []


def test_code_map_is_whole():
    told = {path.rstrip("/") for path in code_map()}
    there = {f"src/basylym/{path.name}" for path in PACKAGE.iterdir()}
    there -= {
        f"src/basylym/{path}"
        for path in ("__init__.py", "__main__.py", "__pycache__", "templates", "py.typed")
    }
    assert there - told == set()
