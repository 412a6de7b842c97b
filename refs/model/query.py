"""Query: what a search asks for, as a tree."""

from dataclasses import dataclass
from enum import StrEnum


class Comparison(StrEnum):
    """How the value of a field is compared."""

    IS = ":"
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="
    BETWEEN = ".."


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or the words of a phrase in their order; `is_prefix` when more letters may follow the last."""

    text: str
    is_phrase: bool = False
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A field and what is asked of it; `upper` is the second value of a range."""

    name: str
    value: str
    comparison: Comparison = Comparison.IS
    upper: str | None = None
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """What must not hold."""

    node: "Query"


@dataclass(frozen=True, slots=True)
class And:
    """What must hold together; without parts it always holds."""

    nodes: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Of which one must hold."""

    nodes: tuple["Query", ...]


Query = Word | Field | Not | And | Or
