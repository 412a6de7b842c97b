"""The search box → Query: ``author:basit year:>2020 statpearls -retracted tag:klonopin``.

query   = either
either  = all { "OR" all }
all     = one { [ "AND" ] one }
one     = ( "-" | "NOT" ) one | "(" either ")" | field | word
field   = NAME ":" [ "<" | "<=" | ">" | ">=" | "=" ] value [ ".." value ]
word    = letters [ "*" ] | '"' letters '"'
"""

import re
from difflib import get_close_matches
from typing import NoReturn

from refs.errors import BadQuery
from refs.model.fetched import NoticeKind
from refs.model.identifier import Scheme
from refs.model.item import VARIABLES, ItemType
from refs.model.link import Verdict
from refs.model.query import And, Comparison, Field, Not, Or, Query, Word

_LONGEST = 4_000
_DEEPEST = 40

_SAME: dict[str, str] = {
    "author": "author",
    "authors": "author",
    "by": "author",
    "title": "title",
    "container": "container",
    "journal": "container",
    "key": "key",
    "year": "year",
    "issued": "year",
    "date": "year",
    "type": "type",
    "tag": "tag",
    "collection": "collection",
    "verdict": "verdict",
    "link": "verdict",
    "checked": "checked",
    "accessed": "accessed",
    "verified": "verified",
    "retrieved": "retrieved",
    "added": "added",
    "created": "added",
    "modified": "modified",
    "missing": "missing",
    "flaw": "flaw",
    "notice": "notice",
    "is": "is",
    "has": "has",
    "article": "article",
    "cited": "article",
    "notes": "notes",
    "source": "source",
    "id": "id",
}
IDENTIFIERS = frozenset(str(each) for each in Scheme)
_VARIABLES = {name.lower(): name for name in VARIABLES} | {
    name.lower().replace("_", "-"): name for name in VARIABLES
}
_ORDERED = {"year", "checked", "accessed", "verified", "retrieved", "added", "modified"}
_CHOICES: dict[str, tuple[str, ...]] = {
    "type": tuple(map(str, ItemType)),
    "verdict": (*map(str, Verdict), "unchecked"),
    "notice": tuple(map(str, NoticeKind)),
    "is": (
        "unresolved",
        "complete",
        "cited",
        "uncited",
        "retracted",
        "flawed",
        "tagged",
        "untagged",
        "checked",
        "unchecked",
    ),
    "has": ("note", "attachment", "tag", "url", "abstract", *sorted(IDENTIFIERS - {"url"})),
}

# (one token each) ( ) | - before something | name: | "a phrase" | word
_TOKEN = re.compile(
    r"""\s*(?:
      (?P<open>\() | (?P<close>\)) | (?P<quote>") |
      (?P<minus>-(?=[^\s-])) |
      (?P<field>[A-Za-z][A-Za-z_-]*(?=:(?!//)\S)): |
      (?P<word>[^\s()"]+)
    )""",
    re.VERBOSE,
)
_OPERATOR = re.compile(r"<=|>=|<|>|=")
_VALUE = re.compile(r'"(?P<phrase>[^"]*)"|(?P<bare>[^\s()"]+)')
_DAY = re.compile(r"-?\d{1,4}(?:-\d{1,2}){0,2}(?:T[\d:]+Z?)?$")


def parse_query(text: str) -> Query:
    """The tree of a search; BadQuery underlines what cannot be understood.

    >>> parse_query("author:basit -withdrawn")
    And(nodes=(Field(name='author', value='basit', comparison=<Comparison.IS: ':'>, upper=None, is_prefix=False), \
Not(node=Word(text='withdrawn', is_phrase=False, is_prefix=False))))
    """
    if len(text) > _LONGEST:
        raise BadQuery(
            text[:60] + "…", f"The search has {len(text)} characters; {_LONGEST} is the most", 0, 61
        )
    return _Parser(" ".join(text.splitlines()) if "\n" in text else text).parse()


class _Parser:
    """A reader of one query, at a place of its text."""

    def __init__(self, text: str) -> None:
        self.text, self.place, self.depth = text, 0, 0

    def parse(self) -> Query:
        """Read ``query = either``."""
        if not self.text.strip():
            return And(())
        found = self.either()
        if self.peek():
            self.fail("This parenthesis closes nothing", self.at(), self.at() + 1)
        return found

    def either(self) -> Query:
        """Read ``either = all { "OR" all }``."""
        parts = [self.all()]
        while self.accept("OR"):
            parts.append(self.all())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def all(self) -> Query:
        """Read ``all = one { [ "AND" ] one }``."""
        parts: list[Query] = []
        start = self.at()
        while self.peek() not in {"", ")"} and not self.is_word("OR"):
            if parts and self.accept("AND"):
                start = self.at()
                continue
            parts.append(self.one())
        if not parts or self.text[start:].strip() in {"", ")"}:
            self.fail("Something to look for is missing here", start, start + 1)
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def one(self) -> Query:
        """Read ``one = ( "-" | "NOT" ) one | "(" either ")" | field | word``."""
        if self.accept("NOT"):
            return Not(self.operand("NOT"))
        found = _TOKEN.match(self.text, self.place)
        if found is None:
            self.fail("This cannot be read", self.at(), len(self.text))
        kind, start = found.lastgroup, found.start(str(found.lastgroup))
        self.place = found.end()
        if kind == "open":
            return self.group(start)
        if kind == "quote":
            return Word(self.phrase(start), is_phrase=True)
        if kind == "minus":
            return Not(self.operand("-"))
        if kind == "field":
            return self.field(found["field"], start)
        return _word(found[kind or "word"])

    def operand(self, name: str) -> Query:
        """What is to be left out."""
        if self.peek() in {"", ")"}:
            self.fail(f"{name} stands before nothing", self.at() - len(name), self.at())
        self.deeper(self.at())
        found = self.one()
        self.depth -= 1
        return found

    def group(self, start: int) -> Query:
        """Read the rest of ``"(" either ")"``."""
        self.deeper(start)
        found = self.either()
        if self.peek() != ")":
            self.fail("This parenthesis is not closed", start, start + 1)
        self.place = self.at() + 1
        self.depth -= 1
        return found

    def phrase(self, start: int) -> str:
        """The text up to the closing quotation mark."""
        end = self.text.find('"', self.place)
        if end < 0:
            self.fail("This quotation mark is not closed", start, len(self.text))
        found, self.place = self.text[self.place : end], end + 1
        return found

    def field(self, written: str, start: int) -> Query:
        """Read ``field = NAME ":" [ operator ] value [ ".." value ]``."""
        name = self.field_name(written, start)
        operator = _OPERATOR.match(self.text, self.place)
        if operator:
            self.place = operator.end()
            if operator.group() != "=" and name not in _ORDERED:
                self.fail(
                    f"'{written}' has no order; write {written}:value", operator.start(), operator.end()
                )
        value, where = self.value(written)
        comparison = Comparison(operator.group()) if operator and operator.group() != "=" else Comparison.IS
        if name in _ORDERED:
            return self.ordered(name, value, comparison, where)
        self.check_choice(name, value, where)
        return Field(name, value.rstrip("*"), Comparison.IS, None, value.endswith("*"))

    def field_name(self, written: str, start: int) -> str:
        """The name that a written name stands for."""
        lower = written.lower()
        name = _SAME.get(lower) or (lower if lower in IDENTIFIERS else None) or _VARIABLES.get(lower)
        if name is None:
            close = get_close_matches(lower, [*_SAME, *IDENTIFIERS, *_VARIABLES], n=1)
            hint = (
                f"; did you mean '{close[0]}'?"
                if close
                else "; put quotation marks around words with a colon"
            )
            self.fail(f"No field is called '{written}'{hint}", start, start + len(written))
        return name

    def value(self, name: str) -> tuple[str, tuple[int, int]]:
        """A bare or quoted value, and where it stands."""
        found = _VALUE.match(self.text, self.place)
        if found is None:
            self.fail(
                f"What '{name}' should be is missing, or its quotation mark is not closed",
                self.place - 1,
                self.place,
            )
        self.place = found.end()
        return found["phrase"] if found["phrase"] is not None else found["bare"], found.span()

    def ordered(self, name: str, value: str, comparison: Comparison, where: tuple[int, int]) -> Field:
        """A year or date, or a range of them."""
        low, dots, high = value.partition("..")
        for each in (low, high) if dots else (low,):
            if not (each and _DAY.match(each)) and not (dots and not each):
                self.fail(f"'{each}' is no year or date such as 2024 or 2024-05-31", *where)
        if not dots:
            return Field(name, low, comparison)
        if comparison is not Comparison.IS or not (low or high):
            self.fail("A range is written 2019..2021", *where)
        if not low:
            return Field(name, high, Comparison.AT_MOST)
        return Field(name, low, Comparison.BETWEEN, high) if high else Field(name, low, Comparison.AT_LEAST)

    def check_choice(self, name: str, value: str, where: tuple[int, int]) -> None:
        """Refuse a value that the field cannot have."""
        choices = _CHOICES.get(name)
        if choices and value.lower() not in choices:
            close = get_close_matches(value.lower(), choices, n=1)
            hint = f"did you mean '{close[0]}'?" if close else f"known: {', '.join(choices[:12])}"
            self.fail(f"'{name}' cannot be '{value[:40]}'; {hint}", *where)

    def peek(self) -> str:
        """The next character that is no blank, or nothing."""
        return self.text[self.at() : self.at() + 1]

    def at(self) -> int:
        """Where that character stands."""
        found = re.compile(r"\s*").match(self.text, self.place)
        return found.end() if found else self.place

    def is_word(self, word: str) -> bool:
        """Whether the next word is this one."""
        end = self.at() + len(word)
        return self.text[self.at() : end] == word and self.text[end : end + 1] in {"", " ", "(", ")", '"'}

    def accept(self, word: str) -> bool:
        """Step over this word when it is the next."""
        if not self.is_word(word):
            return False
        self.place = self.at() + len(word)
        return True

    def deeper(self, start: int) -> None:
        """Go one level down."""
        self.depth += 1
        if self.depth > _DEEPEST:
            self.fail("Too many levels of parentheses", start, start + 1)

    def fail(self, message: str, start: int, end: int) -> NoReturn:
        """Raise the error that underlines a span."""
        raise BadQuery(self.text, message, start, end)


def _word(text: str) -> Query:
    """The word; ``retracted`` is also said of a work by a notice, whatever its title says."""
    if text.lower() == "retracted":
        return Or((Word(text), Field("is", "retracted")))
    if text.endswith("*") and len(text) > 1:
        return Word(text.rstrip("*"), is_prefix=True)
    return Word(text)
