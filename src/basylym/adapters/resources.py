"""Where the press's own templates, fonts and styles lie: in the wheel, or at the top of a checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
_INSTALLED, _CHECKOUT = PACKAGE / "templates", PACKAGE.parents[1] / "templates"
TEMPLATES = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
FONTS = TEMPLATES / "fonts"
STYLES = TEMPLATES / "styles"
JOURNALS = TEMPLATES / "journals"


def read(name: str) -> str:
    """Text of a file below ``templates/``."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


def read_bytes(name: str) -> bytes:
    """Bytes of a file below ``templates/``."""
    return (TEMPLATES / name).read_bytes()


def styles() -> dict[str, Path]:
    """Name -> path of every CSL style that is shipped."""
    return {path.stem: path for path in sorted(STYLES.glob("*.csl"))}


def journals() -> dict[str, Path]:
    """Name -> path of the file of every journal that is shipped."""
    return {path.stem: path for path in sorted(JOURNALS.glob("*.toml"))}
