"""The title of a page, without the name of its site."""

import re
from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from refs.fetch.decode import words
from refs.fetch.markup import rich
from refs.fetch.webpage.heading import NEAR, Told, alike, heading_of, headings_of, is_other
from refs.fetch.webpage.hosts import host_of
from refs.fetch.webpage.jsonld import name_in, works
from refs.fetch.webpage.masthead import bare, homes_of
from refs.fetch.webpage.page import Page, split_url
from refs.fetch.webpage.site import known_names, names_of
from refs.text import fold, squeeze

Found = tuple[str, str]

# " | ", " - ", " – ", " :: ", " » ", "_"
_SEPARATOR = re.compile(r"\s+(?:[|–—·•»«‹›/>@]|-{1,2}|::?)\s+|\s*[|｜│ㅣ]\s*|:\s+|_(?=[^\x00-\x7f])")
# what programs call a page that nobody has called anything
_NO_TITLE = re.compile(
    r"untitled(?:[ -](?:document|page|\d+))?|new page(?: \d+)?|index|document|page \d+|[\w%+-]+\.(?:pdf|[xs]?html?|aspx?|php|docx?)",
    re.IGNORECASE,
)
_MOST = 1000
# soft hyphens, zero-width spaces, word joiners
_UNPRINTED = re.compile("[\u00ad\u200b\u2060\ufeff]")


def title_of(page: Page) -> Found | None:
    """The title and the tag that told it: the citation's own, the heading seen, the page's data, its head."""
    names = names_of(page)
    for tag, text in _candidates(page, names):
        title = without_site(
            rich(_UNPRINTED.sub("", text)) or "", names, page.host, page.path, seen=tag == "h1"
        )
        if len(bare(title)) > 1 or title == text:
            return tag, title
    return None


def _candidates(page: Page, names: list[str]) -> Iterator[Found]:
    if hit := page.meta("citation_title", "bepress_citation_title", "eprints.title", "wkhealth_title"):
        yield hit
    known = known_names(names, page.host)
    called = known | set(map(bare, homes_of(page)))
    told = [
        Told(tag, text, without_site(text, names, page.host, page.path))
        for tag, text in _told(page)
        if (bare(text) not in called and not _NO_TITLE.fullmatch(text.strip())) or not page.path
    ]
    told = [each for each in told if not _is_cut_short(each, told)]
    if aside := _heading_aside(page, told):
        yield aside
    heading = heading_of(page, told, known)
    if heading and (
        better := _agreed(page, heading, told, names)
        or _shortened(page, heading, told)
        or _spelt(page, heading, told)
        or _about(page, heading, told)
        or _otherwise(page, heading, told)
    ):
        yield better
    if heading:
        yield "h1", heading
    elif lower := _lower(page) or _linked(page):
        yield lower
    yield from ((each.tag, each.text) for each in told)
    for each in headings_of(page):
        yield "h1", each.text
    if page.title:
        yield "title", page.title


def _heading_aside(page: Page, told: list[Told]) -> Found | None:
    """What the head of the page says twice, where it is the only heading of the first rank, though aside of the text."""
    heads = [bare(each.title) for each in told if each.tag in {"og:title", "title"}]
    if len(heads) < _BOTH or len(set(heads)) > 1:
        return None
    headings = [block for block in page.all_blocks if block.tag == "h1"]
    if any(not block.aside for block in headings) or not any(
        bare(block.text) == heads[0] for block in headings
    ):
        return None
    return next((each.tag, each.text) for each in told if each.tag == "og:title")


_BOTH = 2


def _agreed(page: Page, heading: str, told: list[Told], names: list[str]) -> Found | None:
    """What the page's data and its head agree to call it, where the heading is only the beginning of that."""
    whole = fold(without_site(page.title or "", names, page.host, page.path))
    known = host_of(page.host, page.path)
    trusted = {"json-ld:headline"} | (
        {"json-ld:name", "og:title"} if known and known.titled_by_head else set()
    )
    for each in told:
        begins = fold(each.title).startswith(fold(heading)) and len(each.title) > len(heading)
        if each.tag in trusted and begins and fold(each.title) == whole:
            return each.tag, each.title
    return None


def _shortened(page: Page, heading: str, told: list[Told]) -> Found | None:
    """What the page tells machines, where the heading is that and a kicker or a date."""
    whole = bare(heading)
    if whole in bare(page.title or "") or any(bare(each.title) == whole for each in told):
        return None
    for each in told:
        if 12 < len(each.title) < len(heading) and fold(each.title) in fold(heading):
            return each.tag, each.title
    return None


def _lower(page: Page) -> Found | None:
    """The headline of the page's data, where it is seen as a lower heading and there is none of the first rank."""
    if any(block.tag == "h1" for block in page.blocks):
        return None
    seen = {bare(block.text) for block in page.blocks if block.tag in {"h2", "h3"}} - {""}
    headlines = (name_in(work.get("headline")) or "" for work in works(page.objects))
    return next((("json-ld:headline", each) for each in headlines if bare(each) in seen), None)


def _linked(page: Page) -> Found | None:
    """The lower heading that is a link to the page itself, where there is none of the first rank."""
    if not page.path or any(block.tag == "h1" for block in page.blocks):
        return None
    lower = [block for block in page.blocks if block.tag in {"h2", "h3"} and len(block.text) > _LEAST]
    own = {block.text: block.tag for block in lower if page.path in _paths(block.node, block.text, page.url)}
    return next(((tag, text) for text, tag in own.items()), None) if len(own) == 1 else None


_LEAST = 2


def _paths(heading: etree._Element, text: str, base: str) -> Iterator[str]:
    """The paths of the links that are a whole heading."""
    for link in heading.iterfind(".//a[@href]"):
        if words(link) == text:
            yield split_url(link.get("href", ""), base).path.strip("/")


def _about(page: Page, heading: str, told: list[Told]) -> Found | None:
    """What the page's head calls it, where the heading is nothing but the name of a work in italics, and ends so."""
    named = any(
        words(node) == heading
        for block in page.blocks
        if block.tag == "h1" and block.text == heading
        for node in block.node.iterchildren("em", "i", "cite")
    )
    if not named:
        return None
    longer = (each for each in told if each.title.endswith(heading) and len(each.title) > len(heading))
    return next(((each.tag, each.text) for each in longer), None)


def _otherwise(page: Page, heading: str, told: list[Told]) -> Found | None:
    """The title of the window, where it is all that the head tells and the heading says something else in similar words.

    A heading that calls itself the headline is the title all the same.
    """
    if not told or any(each.tag != "title" for each in told):
        return None
    if any(each.named and each.text == heading for each in headings_of(page)):
        return None
    pieces = [told[0].title, *_SEPARATOR.split(told[0].title)]
    return (told[0].tag, told[0].text) if all(is_other(heading, piece) for piece in pieces) else None


def _spelt(page: Page, heading: str, told: list[Told]) -> Found | None:
    """What the page tells machines in the same letters, where the heading parts them otherwise.

    A heading put together from pieces has lost the signs between them too.
    """
    whole = any(block.tag == "h1" and block.text == heading for block in page.blocks)
    signs = r"\s" if whole else r"[\W_]"
    letters = re.sub(signs, "", heading)
    same = [each for each in told if re.sub(signs, "", each.title) == letters]
    if same and all(each.title != heading for each in same):
        return same[0].tag, same[0].title
    return None


def _told(page: Page) -> Iterator[Found]:
    """The titles that the page tells machines."""
    seen = [each.text for each in headings_of(page) if each.first]
    heads = [page.title or "", *(page.metas.get("og:title") or ())[:2], *seen[:5]]
    for work in works(page.objects):
        headline = name_in(work.get("headline"))
        text = headline or name_in(work.get("name"))
        if text and any(fold(text) in fold(each) or alike(text, each) >= NEAR for each in heads if each):
            yield ("json-ld:headline" if headline else "json-ld:name"), text
    for tags in (("og:title", "twitter:title"), ("parsely-title", "sailthru.title")):
        if hit := page.meta(*tags):
            yield hit
    if hit := page.meta("dc.title", "dcterms.title"):
        yield hit
    if page.title:
        yield "title", page.title
    if hit := page.meta("title"):
        yield hit


def without_site(title: str, names: list[str], host: str, path: str = "", *, seen: bool = False) -> str:
    """The title without the site's name before or behind it; in what a reader sees, a bar is a bar.

    >>> without_site("Shingles - Symptoms & causes - Mayo Clinic", ["Mayo Clinic"], "mayoclinic.org")
    'Shingles - Symptoms & causes'
    """
    title = squeeze(title[:_MOST])
    if "/" in path and title.endswith(f"- {path}"):
        title = title[: -len(path)].rstrip(" -–—|")
    known = known_names(names, host)
    while (shorter := _cut(title, known, seen=seen)) != title:
        title = shorter
    return _undoubled(title.strip())


def _cut(title: str, known: set[str], *, seen: bool) -> str:
    """The title without one known name at its end, with a motto behind it perhaps, or at its beginning."""
    if (on := title.rfind(" on ")) > 0 and bare(title[on + 4 :]) in known:
        return title[:on].rstrip()
    cuts = list(_SEPARATOR.finditer(title))
    for cut in reversed(cuts):
        if _is_known(title[cut.end() :], known) or (not seen and _is_piped(title, cut)):
            return title[: cut.start()].rstrip()
    for cut in cuts:
        front = title[: cut.start()]
        if bare(front) in known or (":" not in cut.group() and _is_known(front, known)):
            return title[cut.end() :].lstrip()
    for cut, end in pairwise(cuts):
        if bare(title[cut.end() : end.start()]) in known and cut.start() > len(title) / 2:
            return title[: cut.start()].rstrip()
    return title


def _is_piped(title: str, cut: re.Match[str]) -> bool:
    """Whether what stands behind a bar at the end is a name: pages use the bar for nothing else."""
    front, rest = title[: cut.start()].split(), title[cut.end() :].split()
    return cut.group().strip() in _BARS and "|" not in rest and len(rest) < 7 and len(rest) <= len(front)


def _is_cut_short(each: Told, told: list[Told]) -> bool:
    """Whether a title ends in dots, or before a quotation mark, where another one goes on."""
    front = each.title.rstrip(" .…")
    dotted = each.title.endswith(("…", "..."))
    return bool(front) and any(
        len(other.title) > len(each.title)
        and other.title.startswith(front)
        and (dotted or other.title[len(front) :].lstrip()[:1] == '"')
        for other in told
    )


_BARS = {"|", "｜", "│", "ㅣ"}


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


def _undoubled(title: str) -> str:
    """``Shingles-Shingles - Symptoms`` without its first word printed twice."""
    first, dash, rest = title.partition("-")
    if dash and rest.startswith(first) and len(first) > 2 and not first.endswith(" "):
        return rest
    return title
