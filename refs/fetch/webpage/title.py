"""The title of a page, without the name of its site."""

import re
from collections.abc import Iterator

from lxml import etree
from rapidfuzz import fuzz

from refs.fetch.decode import words
from refs.fetch.markup import rich
from refs.fetch.webpage.hosts import host_of
from refs.fetch.webpage.jsonld import name_in, works
from refs.fetch.webpage.page import Page
from refs.fetch.webpage.site import bare, names_of
from refs.fetch.webpage.visible import marks_of
from refs.text import fold, squeeze

Found = tuple[str, str]

# " | ", " - ", " – ", " :: ", " » ", "_"
_SEPARATOR = re.compile(r"\s+(?:[|–—·•»«‹›/>@]|-{1,2}|::?)\s+|\s*\|\s*|:\s+|_(?=[^\x00-\x7f])")
_HEADLINE = re.compile(
    r"(?:^|[\s_-])(?:headline|entry-?title|post-?title|article-?title|page-?title|articletitle|posttitle|title)(?:$|[\s_-])",
    re.IGNORECASE,
)
# headline__kicker, topline, article-heading__kicker
_KICKER = re.compile(
    r"kicker|topline|roofline|overline|eyebrow|dachzeile|spitzmarke|(?:^|[\s_-])(?:date|datum|label)",
    re.IGNORECASE,
)
_MOST = 1000
_NEAR = 82.0
"""How alike (0 to 100) a heading must be to what the head of the page says to be the page's title."""


def title_of(page: Page) -> Found | None:
    """The title and the tag that told it: the citation's own, the heading seen, the page's data, its head."""
    names = names_of(page)
    for tag, text in _candidates(page, names):
        title = without_site(rich(text) or "", names, page.host)
        if title:
            return tag, title
    return None


def _candidates(page: Page, names: list[str]) -> Iterator[Found]:
    if hit := page.meta("citation_title", "bepress_citation_title", "wkhealth_title"):
        yield hit
    told = list(_told(page))
    heading = _heading(page, [text for _, text in told], names)
    if heading and (
        better := _lengthened(page, heading, told, names) or _shortened(page, heading, told, names)
    ):
        yield better
    if heading:
        yield "h1", heading
    yield from told
    for _, text in _headings(page):
        yield "h1", text


def _lengthened(page: Page, heading: str, told: list[Found], names: list[str]) -> Found | None:
    """What the page's data and its head agree to call it, where the heading is only the beginning of that."""
    whole = fold(without_site(page.title or "", names, page.host))
    trusted = {"json-ld:headline"} | ({"og:title"} if host_of(page.host) else set())
    for tag, text in told:
        title = without_site(text, names, page.host)
        begins = fold(title).startswith(fold(heading)) and len(title) > len(heading)
        if tag in trusted and begins and fold(title) == whole:
            return tag, title
    return None


def _shortened(page: Page, heading: str, told: list[Found], names: list[str]) -> Found | None:
    """What the page tells machines, where the heading is that and a kicker or a date."""
    for tag, text in told:
        title = without_site(text, names, page.host)
        if 12 < len(title) < len(heading) and fold(title) in fold(heading):
            return tag, title
    return None


def _told(page: Page) -> Iterator[Found]:
    """The titles that the page tells machines."""
    whole = fold(page.title or "")
    for work in works(page.objects):
        text = name_in(work.get("headline")) or name_in(work.get("name"))
        if text and (fold(text) in whole or _alike(text, page.title or "") >= _NEAR):
            yield "json-ld:headline", text
    if hit := page.meta("og:title", "twitter:title", "parsely-title", "sailthru.title"):
        yield hit
    if page.title:
        yield "title", page.title
    if hit := page.meta("dc.title", "dcterms.title", "title"):
        yield hit


def _heading(page: Page, told: list[str], names: list[str]) -> str | None:
    """The heading that is most like what the head tells; the first of equals, and never the site's name."""
    known = _known(names, page.host)
    best, score = None, _NEAR
    for weight, text in _headings(page):
        if bare(text) in known or len(text) < 3:
            continue
        likeness = max((_alike(text, without_site(each, names, page.host)) for each in told), default=0.0)
        if likeness + weight > score:
            best, score = text, likeness + weight
    return best


def _alike(text: str, other: str) -> float:
    """How alike two titles are; one that holds the other whole counts by its length."""
    one, two = fold(text), fold(other)
    if len(one) > 12 and one in two:
        return 90.0 + 10.0 * len(one) / len(two)
    return fuzz.ratio(one, two)


def _headings(page: Page) -> Iterator[tuple[float, str]]:
    """The headings seen and their parts, with a small bonus for those that say they are the title."""
    for block in page.blocks:
        named = bool(_HEADLINE.search(block.marks))
        if block.tag == "h1":
            yield from _parts(block.node, 2.0 + (1.0 if named else 0.0))
        elif named and block.tag in {"h2", "h3", "div", "p", "span"} and block.short:
            yield 1.0, block.short


def _parts(heading: etree._Element, weight: float) -> Iterator[tuple[float, str]]:
    """A heading without its kicker and date, and each of its lines alone."""
    text = squeeze("".join(_without_kicker(heading)))
    if text and len(text) < 400:
        yield weight, text
    for child in heading.iterdescendants():
        part = words(child) if isinstance(child.tag, str) else None
        if part and part != text and len(part) < 400:
            yield weight - 0.5, part
    own = squeeze(" ".join([heading.text or "", *(child.tail or "" for child in heading)]))
    if own and own != text:
        yield weight - 0.5, own


def _without_kicker(node: etree._Element) -> Iterator[str]:
    yield node.text or ""
    for child in node:
        if isinstance(child.tag, str) and child.tag != "time" and not _KICKER.search(marks_of(child)):
            yield from _without_kicker(child)
        yield child.tail or ""


def without_site(title: str, names: list[str], host: str) -> str:
    """The title without the site's name before or behind it.

    >>> without_site("Shingles - Symptoms & causes - Mayo Clinic", ["Mayo Clinic"], "mayoclinic.org")
    'Shingles - Symptoms & causes'
    """
    title = squeeze(title[:_MOST])
    known = _known(names, host)
    while (shorter := _cut(title, known)) != title:
        title = shorter
    return _undoubled(title.strip())


def _cut(title: str, known: set[str]) -> str:
    """The title without one known name at its end or its beginning."""
    cuts = list(_SEPARATOR.finditer(title))
    for cut in reversed(cuts):
        if _is_known(title[cut.end() :], known) or _is_piped(title, cut):
            return title[: cut.start()].rstrip()
    for cut in cuts:
        if _is_known(title[: cut.start()], known):
            return title[cut.end() :].lstrip()
    return title


def _is_piped(title: str, cut: re.Match[str]) -> bool:
    """Whether what stands behind a bar at the end is a name: pages use the bar for nothing else."""
    front, rest = title[: cut.start()].split(), title[cut.end() :].split()
    return cut.group().strip() == "|" and "|" not in rest and len(rest) < 7 and len(rest) <= len(front)


def _is_known(text: str, known: set[str]) -> bool:
    """Whether a piece of a title is the site's name, perhaps with a word behind it (``CNN Politics``)."""
    segment = bare(text)
    if not segment or segment in known or segment in _FURNITURE:
        return True
    words_there = text.split()
    starts = (
        bare(" ".join(words_there[:count])) for count in range(max(1, len(words_there) - 2), len(words_there))
    )
    return any(start in known for start in starts)


_FURNITURE = {"blogarchiv", "blogarchive", "home", "startseite"}


def _known(names: list[str], host: str) -> set[str]:
    labels = host.split(".")
    hosts = [host, host.rsplit(".", 1)[0], *(label for label in labels[:-1] if len(label) > 3)]
    return {bare(name) for name in [*names, *hosts]} - {""}


def _undoubled(title: str) -> str:
    """``Shingles-Shingles - Symptoms`` without its first word printed twice."""
    first, dash, rest = title.partition("-")
    if dash and rest.startswith(first) and len(first) > 2 and not first.endswith(" "):
        return rest
    return title
