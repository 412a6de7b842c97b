"""The heading that a reader sees as the title of a page."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from refs.alike import ratio, ratio_of_words
from refs.fetch.decode import words
from refs.fetch.webpage.masthead import bare
from refs.fetch.webpage.page import Page, split_url
from refs.fetch.webpage.visible import Block, marks_of
from refs.text import fold, squeeze

NEAR = 82.0
"""How alike (0 to 100) a heading must be to what the head of the page says to be the page's title."""

_HEADLINE = re.compile(
    r"(?:^|[\s_-])(?:headline|entry-?title|post-?title|article-?title|page-?title|articletitle|posttitle|title)(?:$|[\s_-])",
    re.IGNORECASE,
)
# headline__kicker, topline, article-heading__kicker
_KICKER = re.compile(
    r"kicker|topline|roofline|overline|eyebrow|dachzeile|spitzmarke|(?:^|[\s_-])(?:date|datum|label)",
    re.IGNORECASE,
)
# sr-only, visually-hidden, screen-reader-text
_UNSEEN = re.compile(r"\bsr-only\b|visually-?hidden|screen-?reader", re.IGNORECASE)
# topbar__logo__title, site-title, alternativeHeadline
_OWNER = re.compile(
    r"(?:^|[\s_-])(?:logo|brand|site-?title|blog-?title|masthead|alternative-?headline)(?:$|[\s_-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A title that the page tells machines: the tag, its text, and the text without the site's name."""

    tag: str
    text: str
    title: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading or a part of one: its text, how much it is preferred, and whether it is a whole one of the first rank.

    A named one calls itself the headline by its class.
    """

    text: str
    weight: float
    first: bool = False
    named: bool = False


def heading_of(page: Page, told: list[Told], known: set[str]) -> str | None:
    """The heading that is the title: the one most like what the head tells, or the only one of the first rank."""
    seen = [each for each in headings_of(page) if bare(each.text) not in known and len(each.text) > 2]
    if nearest := _nearest(seen, told):
        return nearest
    return _sole(seen, told, _says) or _piece(page, told) or _sole(seen, told, _begins) or _marked(seen, told)


def _nearest(seen: list[Heading], told: list[Told]) -> str | None:
    """The heading that is most like what the head tells; the first of equals."""
    best, score = None, NEAR
    for each in seen:
        likeness = max((alike(each.text, one.title, whole=not each.first) for one in told), default=0.0)
        if likeness + each.weight > score:
            best, score = each.text, likeness + each.weight
    return best


def _sole(seen: list[Heading], told: list[Told], agree: Callable[[str, str], bool]) -> str | None:
    """The only heading of the first rank, where it agrees with something told."""
    first = list(dict.fromkeys(each.text for each in seen if each.first))
    if len(first) != 1:
        return None
    return first[0] if any(agree(first[0], each.title) for each in told) else None


_ENOUGH = 4
"""The words by which a heading shows that it is the title and not a part of it, when it is no piece between signs."""


def is_other(heading: str, title: str) -> bool:
    """Whether a heading and a title say different things: neither holds the words of the other, nor are they nearly one."""
    own, other = _words(heading.replace("-", "")), _words(title.replace("-", ""))
    return not (_holds(own, other) or _holds(other, own) or alike(heading, title) >= _ONE)


_ONE = 90.0


def _says(heading: str, title: str) -> bool:
    """Whether a heading says all that a title does, or is a piece of it, or enough of its words."""
    own, other = _words(heading), _words(title)
    if _holds(own, other):
        return True
    return _holds(other, own) and (len(own) >= _ENOUGH or _ends(title, heading))


_TOUCHING = 60.0


def _marked(seen: list[Heading], told: list[Told]) -> str | None:
    """The only heading of the first rank that calls itself the headline, where it shares words with something told."""
    first = list(dict.fromkeys(each.text for each in seen if each.first and each.named))
    if len(first) != 1 or len(_words(first[0])) < _ENOUGH:
        return None
    near = max((ratio_of_words(fold(first[0]), fold(each.title)) for each in told), default=0.0)
    return first[0] if near >= _TOUCHING else None


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))


def _holds(words_there: list[str], part: list[str]) -> bool:
    """Whether all words of a part stand among others in the same order."""
    rest = iter(words_there)
    return bool(part) and all(word in rest for word in part)


_SHORT = 8


def _piece(page: Page, told: list[Told]) -> str | None:
    """A lower heading that is word for word what something tells, or the end of it behind a dash."""
    for block in page.blocks:
        text = block.short if block.tag in {"h2", "h3"} else ""
        if len(text) > _SHORT and any(_ends(each.title, text) for each in told):
            return text
    return None


_SIGNS = " ■●▶►»›•*#"


def _ends(title: str, text: str) -> bool:
    """Whether a title is a text, or some other words, a sign and the text."""
    text = fold(text).strip(_SIGNS)
    front = fold(title).removesuffix(text).rstrip()
    return bool(text) and len(front) < len(title.rstrip()) and not front[-1:].isalnum()


def _begins(heading: str, title: str) -> bool:
    """Whether a title is a heading, a sign and some other words: ``Shingles (Zoster): Causes``, of ``Shingles``."""
    title, heading = fold(title), fold(heading)
    return title.startswith(heading) and title[len(heading) :].lstrip()[:1] in _SIGNS_BEHIND


_SIGNS_BEHIND = {":", "(", "|", "-", "–", "—"}


def alike(text: str, other: str, *, whole: bool = False) -> float:
    """How alike two titles are; one that holds the other counts by its length, where asked only as a piece between signs."""
    one, two = fold(text), fold(other)
    front = _CUT.split(two)[0]
    if len(front) > _FRONT and front != two and one.startswith(front):
        return 95.0
    if len(one) > 12 and one in two and not (whole and _is_within(one, two)):
        return 90.0 + 10.0 * len(one) / len(two)
    return ratio(one, two)


# The effect of something on an... [Some Journal 2013] - Some Site
_CUT = re.compile(r"\s?(?:…|\.{3}).*$")
_FRONT = 20
"""The letters of a title that was cut short by which it is known."""


def _is_within(part: str, title: str) -> bool:
    """Whether a part of a title goes on in the midst of its words, or is its lesser half and ends in their midst."""
    before, _, behind = title.partition(part)
    before, behind = before.rstrip(), behind.lstrip()
    return before[-1:].isalnum() or (len(part) * 2 < len(title) and behind[:1].isalnum())


def headings_of(page: Page) -> Iterator[Heading]:
    """The headings seen and their parts, with a small bonus for those that say they are the title."""
    for block in page.blocks:
        if block.tag == "h1" and _is_title(block, page):
            yield from _parts(block, named=bool(_HEADLINE.search(block.marks)))
        elif (
            block.tag in {"h2", "h3", "div", "p", "span"}
            and _HEADLINE.search(block.marks)
            and not _OWNER.search(block.marks)
            and block.short
        ):
            yield Heading(block.short, 1.0)


def _is_title(block: Block, page: Page) -> bool:
    """Whether a heading of the first rank is seen, and is not the name of the site with its logo or a link to its home."""
    if _UNSEEN.search(block.marks) or _OWNER.search(block.marks):
        return False
    link = block.node.find(".//a[@href]")
    if link is None or not page.path or words(link) != block.text:
        return True
    href = split_url(link.get("href", ""), page.url)
    home = href.path.strip("/")
    return bool(href.query) or home == page.path or not f"{page.path}/".startswith(f"{home}/" if home else "")


def _parts(block: Block, *, named: bool) -> Iterator[Heading]:
    """A heading without its kicker and date, and each of its lines alone."""
    heading, weight = block.node, 3.0 if named else 2.0
    text = squeeze("".join(_without_kicker(heading))).lstrip(":|–— ")
    text = block.text if text.endswith(":") else text
    if text and len(text) < _MOST:
        yield Heading(text, weight, first=True, named=named)
    for child in heading.iterdescendants():
        part = words(child) if isinstance(child.tag, str) else None
        if part and part != text and len(part) < _MOST and not part.endswith(":"):
            yield Heading(part, weight - 0.5)
    own = squeeze(" ".join([heading.text or "", *(child.tail or "" for child in heading)]))
    if own and own != text:
        yield Heading(own, weight - 0.5)


_MOST = 400


def _without_kicker(node: etree._Element) -> Iterator[str]:
    yield node.text or ""
    for child in node:
        if isinstance(child.tag, str) and child.tag != "time" and not _KICKER.search(marks_of(child)):
            yield from _without_kicker(child)
        yield child.tail or ""
