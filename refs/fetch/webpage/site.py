"""The name of the site a page belongs to."""

import re
from collections import Counter
from collections.abc import Iterator

from refs.fetch.webpage.hosts import host_of
from refs.fetch.webpage.jsonld import name_in, resolve, types_of, works
from refs.fetch.webpage.page import Page
from refs.text import fold

Found = tuple[str, str]

# " | ", " - ", ": "
_PIECES = re.compile(r"\s+[|–—·•»«-]\s+|\s*\|\s*|:\s+")


def site_of(page: Page) -> Found | None:
    """The site's name and the tag that told it."""
    known = host_of(page.host)
    if known is not None:
        return "host", known.site
    return next(_candidates(page), None) or (("host", page.host) if page.host else None)


def names_of(page: Page, *, owner: bool = True) -> list[str]:
    """Every name by which the page calls its site, for taking it off titles; with its owner's or without."""
    known = host_of(page.host)
    found = [name for tag, name in _candidates(page) if owner or tag != "copyright"]
    return list(dict.fromkeys(([known.site] if known else []) + found))


def _candidates(page: Page) -> Iterator[Found]:
    told = list(_told(page))
    yield from told
    if name := _from_title(page):
        yield "host", name
    elif not told and page.host and (name := _from_rest(page)):
        yield "host", name
    elif name := _from_copyright(page):
        yield "copyright", name
    elif name := _from_text(page):
        yield "host", name


_META = ("citation_journal_title", "application-name", "dc.publisher", "dcterms.publisher", "citation_publisher")


def _told(page: Page) -> Iterator[Found]:
    """The names that the page tells machines."""
    if hit := page.meta("og:site_name"):
        yield hit[0], _without_tagline(hit[1], page.host)
    for work in works(page.objects):
        publisher = name_in(resolve(work.get("publisher"), page.objects))
        if publisher:
            yield "json-ld:publisher", publisher
    for each in page.objects:
        if types_of(each) & {"website"} and (own := name_in(each)):
            yield "json-ld:WebSite", own
    yield from (hit for name in _META if (hit := page.meta(name)))


_COMPANY = re.compile(r",?\s+(?:Inc|LLC|Ltd|GmbH|Corp)\.?$")


def _without_tagline(name: str, host: str) -> str:
    """The name without the words of praise behind it, where what is left is the host's own name."""
    first, *rest = _PIECES.split(name)
    if rest and bare(first) and bare(first) in bare(host):
        return first.strip()
    return _COMPANY.sub("", name)


def _from_title(page: Page) -> str | None:
    """The last or first piece of the title that is the host's own name, written as people write it."""
    labels = {bare(label) for label in page.host.split(".")[:-1]} | {bare(page.host)}
    for piece in _PIECES.split(page.title or ""):
        if len(piece) > 2 and (
            bare(piece) in labels or (len(bare(piece)) > 5 and bare(piece) in bare(page.host))
        ):
            return piece.strip()
        first = piece.split()[0] if piece.split() else ""
        if len(first) > 3 and bare(first) in labels:
            return first
    return None


def _from_rest(page: Page) -> str | None:
    """What stands before or behind the headline in the title: like the host's name, the words of a link home, or all that is left."""
    homes = _homes(page)
    headlines = [each for each in _headlines(page) if each not in homes]
    pieces = [piece.strip() for piece in _PIECES.split(page.title or "")]
    others = [piece for piece in pieces if piece and not any(bare(piece) in each for each in headlines)]
    if len(others) == len(pieces) or len(pieces) < 2:
        return None
    labels = [bare(label) for label in page.host.split(".")[:-1]]
    for piece in (pieces[-1], pieces[0]):
        akin = piece != max(pieces, key=len) and any(_is_akin(bare(piece), label) for label in labels)
        if (akin or bare(piece) in homes) and len(piece.split()) <= _MOST_WORDS:
            return piece
    return others[0] if others == pieces[-1:] and _is_behind_dash(page.title or "", others[0]) else None


_MOST_WORDS = 6
_SECTIONS = {"blog", "news", "home", "archive", "aktuell", "aktuelles", "article", "articles", "politics", "health", "sports", "business"}


def _is_behind_dash(title: str, piece: str) -> bool:
    """Whether a piece of a title may be a name: it is short, no section, and not what a colon announces."""
    front = title.strip().removesuffix(piece).rstrip()
    return len(piece.split()) <= _MOST_WORDS and len(bare(piece)) > 2 and bare(piece) not in _SECTIONS and front[-1:] != ":"


def _homes(page: Page) -> set[str]:
    """What the links to the home page are called, bare."""
    homes = {"/", f"{page.host}/", page.host}
    links = (block for block in page.all_blocks if block.tag == "a" and block.short)
    return {
        bare(block.short)
        for block in links
        if re.sub(r"^https?://(?:www\.)?", "", block.node.get("href") or "") in homes
    }


def _headlines(page: Page) -> list[str]:
    """The headline as the page has it in its headings and its data, bare."""
    headings = (block.text for block in page.blocks if block.tag in {"h1", "h2", "h3"})
    told = (name_in(work.get("headline")) or "" for work in works(page.objects))
    return [each for text in (*headings, *page.metas.get("og:title", ()), *told) if len(each := bare(text)) > 2]


def _is_akin(piece: str, label: str) -> bool:
    """Whether a host is called by the letters of a name, in their order (``nytimes``, New York Times), or holds it."""
    if len(label) < 3 or not piece:
        return False
    letters = iter(piece)
    spelt = piece[0] == label[0] and all(letter in letters for letter in label)
    return spelt or (len(label) > 3 and label in piece)


# Copyright 2019 A Fine Paper, Somewhere
_RIGHTS = re.compile(r"^(?:(?:copyright|copr\.?|©|\(c\)|by|\d{4}|[-–,])\s*)+|,.*$|\.?\s*all rights.*$", re.IGNORECASE)


def _from_copyright(page: Page) -> str | None:
    hit = page.meta("copyright", "dc.rights", "rights")
    text = _RIGHTS.sub("", hit[1]).strip() if hit else ""
    return text if 2 < len(text) < 60 and "//" not in text else None


def _from_text(page: Page) -> str | None:
    """The host's name as the page most often writes it."""
    label = max(page.host.split(".")[:-1] or [""], key=len)
    if len(label) < 3:
        return None
    text = " ".join(block.short for block in page.blocks[:400])
    seen = Counter(each for each in re.findall(re.escape(label), text, re.IGNORECASE) if not each.islower())
    return seen.most_common(1)[0][0] if seen else None


def known_names(names: list[str], host: str) -> set[str]:
    """The names of a site and of its host, bare."""
    labels = host.split(".")
    hosts = [host, host.rsplit(".", 1)[0], *(label for label in labels[:-1] if len(label) > 3)]
    return {bare(name) for name in [*names, *hosts]} - {""}


def bare(text: str) -> str:
    """Letters and digits only, for comparing names of sites."""
    return re.sub(r"[^\w]|_", "", fold(text).removeprefix("the ").removeprefix("www."))
