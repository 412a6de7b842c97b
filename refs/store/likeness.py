"""How alike two items are: evidence for and against their being one work, as points out of 100.

Each variable that both have speaks for or against; one that either lacks is silent. The points and the threshold
are explained, with figures, in docs/duplicates.md.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from refs.alike import ratio, ratio_of_words
from refs.model.identifier import Scheme
from refs.model.item import ItemType
from refs.store.periodical import are_same_container
from refs.store.traits import Traits

THRESHOLD = 70.0
"""From here on two items count as one work."""
_UNLIKE = 65
_WITHOUT_TITLE = 44.0
"""The most points of two items with titles less like than that: −60, and for all else together 104."""

# part 2, ii, phase iv: numbers that tell one title from another
_NUMBER = re.compile(r"\b(?:\d+|ii|iii|iv|vi|vii|viii|ix|xi|xii)\b")
# an editorial notice about a work is not the work
_NOTICE = re.compile(
    r"\b(?:erratum|corrigendum|correction to|retraction|retracted|withdrawn|expression of concern|reply to|response to"
    r"|comment on|author s reply|commentary on)\b"
)
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
    likeness = ratio(a, b)
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
    return bool(ratio(one, other, _UNLIKE)) or long.startswith(short + " ")


def are_compatible(one: Traits, other: Traits, scheme: str) -> bool:
    """Whether two items that share an identifier can be one work.

    A DOI or number of a registry needs only something in common; many works may share a URL or the ISBN of their book.
    """
    if not one.title or not other.title:
        return True
    likeness = ratio_of_words(one.title, other.title)
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
        share = max(share, ratio_of_words(" ".join(sorted(a)), " ".join(sorted(b))) / 100 - 0.1)
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
