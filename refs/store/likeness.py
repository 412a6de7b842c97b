"""How alike two items are: evidence for and against their being one work, as points out of 100.

Each variable that both have speaks for or against; one that either lacks is silent. The points and the threshold
are explained, with figures, in docs/duplicates.md.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from rapidfuzz import fuzz

from refs.model.identifier import Identifier, Scheme
from refs.model.item import Item, ItemType
from refs.model.name import Name
from refs.store.columns import identify
from refs.store.periodical import are_same_container
from refs.text import fold, strip_tags

T = TypeVar("T")

THRESHOLD = 70.0
"""From here on two items count as one work."""
_UNLIKE = 65
_WITHOUT_TITLE = 44.0
"""The most points of two items with titles less like than that: −60, and for all else together 104."""

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
# part 2, ii, phase iv: numbers that tell one title from another
_NUMBER = re.compile(r"\b(?:\d+|ii|iii|iv|vi|vii|viii|ix|xi|xii)\b")
# an editorial notice about a work is not the work
_NOTICE = re.compile(
    r"\b(?:erratum|corrigendum|correction to|retraction|retracted|withdrawn|expression of concern|reply to|response to"
    r"|comment on|author s reply|commentary on)\b"
)
# 10.1002/14651858.cd002273.pub3, 10.21203/rs.3.rs-1/v2, 10.12688/f1000research.1.2
_DOI_VERSION = re.compile(r"(?:\.pub\d+|/v\d+|\.v\d+)$")
_APOSTROPHES = re.compile("['’]")
# Title words [German].
_LANGUAGE = re.compile(r"(?<=\S)\s*[\[(][A-Z][a-z]+[\])]\.?$")
_NOT_LETTERS = re.compile(r"[\W_]+")
# the same of ASCII: letters small, digits as they are, all else a blank
_LETTERS = {number: chr(number).lower() if chr(number).isalnum() else " " for number in range(128)}
_SHARED = {"url", "isbn"}
_ALONE = {
    ItemType.THESIS,
    ItemType.DATASET,
    ItemType.SOFTWARE,
    ItemType.PATENT,
    ItemType.MOTION_PICTURE,
    ItemType.REVIEW_BOOK,
    ItemType.SPEECH,
}
_PAGES = {ItemType.WEBPAGE, ItemType.POST, ItemType.POST_WEBLOG}


@dataclass(frozen=True, slots=True)
class Likeness:
    """The points, 0 to 100, and what they rest on."""

    score: float
    reasons: tuple[str, ...]

    @property
    def is_same(self) -> bool:
        """Whether the two count as one work."""
        return self.score >= THRESHOLD


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


def compare(one: Traits, other: Traits) -> Likeness:
    """How alike two items are, with the reasons."""
    if one.item.replace(id="") == other.item.replace(id=""):
        return Likeness(100.0, ("equal in every variable",))
    points, reasons = 0.0, []
    for name, found in _evidence(one, other):
        points += found
        if found:
            reasons.append(f"{name} {found:+.0f}")
    return Likeness(max(0.0, min(100.0, points)), tuple(reasons))


def _evidence(one: Traits, other: Traits) -> Iterator[tuple[str, float]]:
    yield "title", _weigh_title(one, other)
    yield "authors", _weigh_authors(one, other)
    yield "year", _weigh_year(one, other)
    yield "type", _weigh_type(one, other)
    yield "container", _weigh_container(one, other)
    yield "volume and pages", _weigh_place(one, other)
    yield "identifier", _weigh_identifiers(one, other)


def _weigh_title(one: Traits, other: Traits) -> float:
    a, b = one.title, other.title
    if not a or not b:
        return 0
    if one.has_generic_title or other.has_generic_title:
        return 15 if a == b else -60
    if bool(_NOTICE.search(a)) != bool(_NOTICE.search(b)):
        return -60
    likeness = fuzz.ratio(a, b)
    if likeness < 100 and sorted(_NUMBER.findall(a)) != sorted(_NUMBER.findall(b)):
        likeness -= 15
    full = 45 if min(len(a), len(b)) >= 20 else 40 if a == b else 35
    if likeness >= 95:
        return full
    if likeness >= 88:
        return full - 8
    if _is_head(a, b, one, other):
        return full - 12
    return 10 if likeness >= 78 else -10 if likeness >= _UNLIKE else -60


def has_room(one: str, other: str, threshold: float) -> bool:
    """Whether two plain titles leave room for the threshold, should all else agree."""
    if threshold <= _WITHOUT_TITLE or not one or not other:
        return True
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return bool(fuzz.ratio(one, other, score_cutoff=_UNLIKE)) or long.startswith(short + " ")


def are_compatible(one: Traits, other: Traits, scheme: str) -> bool:
    """Whether two items that share an identifier can be one work.

    A DOI or number of a registry needs only something in common; many works may share a URL or the ISBN of their book.
    """
    if not one.title or not other.title:
        return True
    likeness = fuzz.token_set_ratio(one.title, other.title)
    if scheme in _SHARED:
        kinds = {one.item.type, other.item.type}
        apart = len(kinds) == 2 and ItemType.CHAPTER in kinds
        return likeness >= 75 and not apart and _agree_pages(one.pages, other.pages) is not False
    return likeness >= 60 or (bool(one.names & other.names) and one.year == other.year)


def _is_head(a: str, b: str, one: Traits, other: Traits) -> bool:
    """Whether one title is the other without its subtitle."""
    short, long = sorted((a, b), key=len)
    if len(short) < 20 or not long.startswith(short + " "):
        return False
    full = one.item.title if long == a else other.item.title
    return bool(re.search(r"[:.?!–—-]\s", full or "")) and one.year == other.year


def _weigh_authors(one: Traits, other: Traits) -> float:
    a, b = one.names, other.names
    if not a or not b:
        return 0
    share = len(a & b) / min(len(a), len(b))
    if share < 1:
        share = max(share, fuzz.token_set_ratio(" ".join(sorted(a)), " ".join(sorted(b))) / 100 - 0.1)
    if share < 0.4:
        return -35
    if share < 0.7:
        return 5
    few, many = sorted((one.count, other.count))
    alone = few == 1 and 1 < many <= 3 and min(len(a), len(b)) <= 2
    if one.first_name != other.first_name or alone:
        return 12
    return 20


def _weigh_year(one: Traits, other: Traits) -> float:
    if one.year is None or other.year is None:
        return 5 if one.title == other.title and one.names and one.names == other.names else 0
    apart = abs(one.year - other.year)
    if apart > 1 and _are_in_one_place(one, other):
        return -15  # the same page of the same volume: one of the years is a slip
    return 10 if apart == 0 else 0 if apart == 1 else -15 if apart == 2 else -35


def _are_in_one_place(one: Traits, other: Traits) -> bool:
    """Whether container, volume and page all agree."""
    return (
        _agree(one.volume, other.volume) is True
        and _agree_pages(one.pages, other.pages) is True
        and bool(one.container and other.container)
        and are_same_container(one.container, other.container)
    )


def _weigh_type(one: Traits, other: Traits) -> float:
    """A thesis, data set or programme is not the article of the same name."""
    kinds = {one.item.type, other.item.type}
    return -25 if len(kinds) > 1 and kinds & _ALONE and ItemType.DOCUMENT not in kinds else 0


def _weigh_container(one: Traits, other: Traits) -> float:
    if not one.container or not other.container:
        return 0
    if are_same_container(one.container, other.container):
        return 10
    same_place = _agree(one.volume, other.volume) is True and _agree(one.pages[0], other.pages[0]) is True
    return 0 if same_place else -25


def _weigh_place(one: Traits, other: Traits) -> float:
    volume, issue = _agree(one.volume, other.volume), _agree(one.issue, other.issue)
    page = _agree_pages(one.pages, other.pages)
    points = {True: 6, False: -12, None: 0}[volume] + {True: 3, False: -4, None: 0}[issue]
    if page is False and volume is None and "1" in (one.pages[0], other.pages[0]):
        return points  # online first: the pages of the issue are not yet known
    return points + {True: 15, False: -20, None: 0}[page]


def _weigh_identifiers(one: Traits, other: Traits) -> float:
    if one.doi and other.doi:
        return 40 if one.doi == other.doi else -35
    shared = (
        one.identifiers.keys()
        & other.identifiers.keys()
        & {Scheme.PMID, Scheme.PMCID, Scheme.ARXIV, Scheme.NBK}
    )
    if any(one.identifiers[scheme] == other.identifiers[scheme] for scheme in shared):
        return 40
    return -35 if shared else _weigh_urls(one, other)


def _weigh_urls(one: Traits, other: Traits) -> float:
    a, b = one.identifiers.get(Scheme.URL), other.identifiers.get(Scheme.URL)
    if not a or not b:
        return 0
    if a == b:
        return 35 if a.count("/") > 2 else 10
    return -40 if _PAGES & {one.item.type, other.item.type} else 0


def _agree(one: str, other: str) -> bool | None:
    return one == other if one and other else None


def _agree_pages(one: tuple[str, str], other: tuple[str, str]) -> bool | None:
    first = _agree(one[0], other[0])
    if first is False and one[1] and one[1] == other[1] and len(one[1]) > 2:
        return True
    return first


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
