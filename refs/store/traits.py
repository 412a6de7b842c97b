"""Traits: what is compared of an item to tell whether it is the same work as another, in plain words and numbers."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar

from refs.model.identifier import Identifier, Scheme
from refs.model.item import Item
from refs.model.name import Name
from refs.store.columns import identify
from refs.text import fold, strip_tags

T = TypeVar("T")

_NOT_WORDS = {
    "unknown",
    "untitled",
    "anonymous",
    "anon",
    "none",
    "null",
    "n a",
    "na",
    "no title",
    "not available",
    "",
}
_GENERIC = re.compile(
    r"(?:book reviews?|reviews?|editorials?|editor s note|introduction|preface|foreword|correspondence|letters?(?: to the editor)?"
    r"|comments?|commentary|repl(?:y|ies)|response|authors? (?:reply|response)|errat(?:um|a)|corrigend(?:um|a)|corrections?"
    r"|abstracts?|news|obituary|index|contents|in memoriam|discussion|conclusions?|summary|annual report|overview|faqs?|home|homepage)$"
)
# 10.1002/14651858.cd002273.pub3, 10.21203/rs.3.rs-1/v2, 10.12688/f1000research.1.2
_DOI_VERSION = re.compile(r"(?:\.pub\d+|/v\d+|\.v\d+)$")
_APOSTROPHES = re.compile("['’]")
# Title words [German].
_LANGUAGE = re.compile(r"(?<=\S)\s*[\[(][A-Z][a-z]+[\])]\.?$")
_NOT_LETTERS = re.compile(r"[\W_]+")
# the same of ASCII: letters small, digits as they are, all else a blank
_LETTERS = {number: chr(number).lower() if chr(number).isalnum() else " " for number in range(128)}


class _once(Generic[T]):  # noqa: N801  # a decorator, as property is
    """A property that is worked out when first asked for; without the lock of cached_property, which costs more."""

    def __init__(self, work: Callable[[Any], T]) -> None:
        self._work = work
        self.__doc__ = work.__doc__

    def __set_name__(self, _: type, name: str) -> None:
        self._name = name

    def __get__(self, one: Any, _: type) -> T:
        value: T = self._work(one)
        one.__dict__[self._name] = value
        return value


class Traits:
    """What is compared of an item, each drawn from it when first asked for."""

    def __init__(self, item: Item, identifiers: Sequence[Identifier] | None = None) -> None:
        self.item = item
        known = identify(item) if identifiers is None else identifiers
        self.identifiers = {each.scheme: each.value for each in known}

    @_once
    def title(self) -> str:
        """The title in plain words, without a bracketed language at its end."""
        return plain_title(self.item.title or "")

    @_once
    def has_generic_title(self) -> bool:
        """Whether many works are called so: Editorial, or the name of the journal."""
        return bool(_GENERIC.match(self.title)) or self.title == self.container or len(self.title) < 8

    @_once
    def container(self) -> str:
        """The journal, book or site in plain words."""
        return plain(
            self.item.container_title or self.item.container_title_short or self.item.event_title or ""
        )

    @_once
    def names(self) -> frozenset[str]:
        """The words of two letters and more in the names of the authors: family names, mostly."""
        return frozenset(self._words)

    @_once
    def first_name(self) -> str:
        """The first such word."""
        names = self.item.author or self.item.editor
        return _first_word(_said(names[0])) if names else ""

    @_once
    def count(self) -> int:
        """How many authors are listed."""
        return len(self.item.author or self.item.editor)

    @_once
    def year(self) -> int | None:
        """The year of issue."""
        return self.item.issued.year if self.item.issued else None

    @_once
    def volume(self) -> str:
        """The volume, as far as it is a number."""
        return _first_number(self.item.volume or "")

    @_once
    def issue(self) -> str:
        """The issue, as far as it is a number."""
        return _first_number(self.item.issue or "")

    @_once
    def pages(self) -> tuple[str, str]:
        """The first and the last page, the last written in full."""
        return read_pages(self.item.page or self.item.page_first or "")

    @_once
    def doi(self) -> str:
        """The DOI without a version at its end."""
        return _DOI_VERSION.sub("", self.identifiers.get(Scheme.DOI, ""))

    @_once
    def _words(self) -> tuple[str, ...]:
        names = self.item.author or self.item.editor
        return tuple(_words_of_names(map(_said, names)))


def plain(text: str) -> str:
    """Letters and digits of a text, folded, the words by single blanks."""
    if "<" in text:
        text = strip_tags(text)
    if "&" in text:
        text = text.replace("&", " and ")
    if text.isascii():
        words = " ".join(text.translate(_LETTERS).split())
    else:
        words = _NOT_LETTERS.sub(" ", fold(text)).strip()
    return "" if words in _NOT_WORDS else words


def plain_title(title: str) -> str:
    """The title in plain words; ``[Translated title]`` loses its brackets, ``Title [German]`` its language."""
    title = title[:1_000]
    return plain(_LANGUAGE.sub("", title) if title[-2:-1] in "])" or title[-1:] in "])" else title)


# 2S5, e123, 105, but not the ff. of 1264ff.
_PAGES_OF = re.compile(r"[a-z]*\d+(?!ff?\b)[a-z]*\d*|\d+(?=ff?\b)")
_DIGITS = re.compile(r"\d+")


def read_pages(text: str) -> tuple[str, str]:
    """First and last page: ``2S5-9`` is 2s5 to 2s9, ``221-8`` is 221 to 228; a missing one is empty."""
    first, _, last = text.partition("-")
    if first.isdecimal() and last.isdecimal() and len(text) < 60:
        found = [first, last]
    else:
        found = _PAGES_OF.findall(text.casefold()[:60])
    if not found or "no pagination" in text:
        return "", ""
    first, last = found[0].lstrip("0"), found[1].lstrip("0") if len(found) > 1 else ""
    if last and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return first, last


def _first_number(text: str) -> str:
    if text.isdecimal() and len(text) < 40:
        return text.lstrip("0")
    found = _DIGITS.search(text[:40])
    return found.group().lstrip("0") if found else ""


def _said(name: Name) -> str:
    return name.literal or name.family or name.given or ""


def _first_word(name: str) -> str:
    if name.isascii() and name.isalpha() and len(name) > 1:
        return "" if (word := name.lower()) in _NOT_WORDS else word
    return next(_words_of_names([name]), "")


def _words_of_names(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        for word in plain(
            _APOSTROPHES.sub("", name[:200]) if "'" in name or "’" in name else name[:200]
        ).split()[:40]:
            if len(word) > 1:
                yield word
