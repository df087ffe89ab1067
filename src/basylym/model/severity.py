"""What every entry of the catalogue of conditions has: a weight, a meaning and a remedy."""

from __future__ import annotations

from enum import Enum, StrEnum


class Severity(StrEnum):
    """How much a notice weighs: only an error changes the exit code by itself."""

    ERROR = "error"
    WARNING = "warning"
    QUERY = "query"


class Catalogue(Enum):
    """An entry is named as what should hold."""

    def __init__(self, severity: Severity, meaning: str, remedy: str) -> None:
        self.severity, self.meaning, self.remedy = severity, meaning, remedy

    @property
    def slug(self) -> str:
        """The name as printed: lower case, words joined by hyphens."""
        return self.name.lower().replace("_", "-")


Line = tuple[Severity, str, str]


def error(meaning: str, remedy: str) -> Line:
    """A condition without which an article should not be published."""
    return Severity.ERROR, meaning, remedy


def warning(meaning: str, remedy: str) -> Line:
    """A condition that an editor may decide to do without."""
    return Severity.WARNING, meaning, remedy


def query(meaning: str, remedy: str) -> Line:
    """A condition that only the author can bring about."""
    return Severity.QUERY, meaning, remedy
