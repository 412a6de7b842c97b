"""The name of a site as its pages write it: in their titles, in links to the home page, in notes of copyright."""

import re
from collections import Counter

from refs.fetch.webpage.jsonld import name_in, works
from refs.fetch.webpage.page import Page
from refs.text import fold

PIECES = re.compile(r"\s+[|–—·•»«-]\s+|\s*[|｜│ㅣ]\s*|:\s+|_(?=[^\x00-\x7f])")
"""What stands between the pieces of a title: a bar, a dash, a dot, a colon."""


def bare(text: str) -> str:
    """Letters and digits only, for comparing names of sites."""
    return re.sub(r"[^\w]|_", "", fold(text).removeprefix("the ").removeprefix("www."))


def name_written(page: Page, *, told: bool) -> tuple[str, str] | None:
    """The name and where it was found, ``host`` for one like the host's; where pages tell one, only that is looked for."""
    if name := _from_title(page) or (
        (_from_rest(page) or _from_home(page)) if page.host and not told else None
    ):
        return "host", name
    if name := _from_copyright(page):
        return "copyright", name
    name = _from_text(page)
    return ("host", name) if name else None


_ROOMS = {
    "blog",
    "blogs",
    "news",
    "www",
    "shop",
    "forum",
    "forums",
    "community",
    "support",
    "help",
    "home",
    "health",
    "articles",
}
"""The names of rooms of a site, which as labels of its host do not name it."""


def _labels(page: Page) -> list[str]:
    """The labels of the host that may name the site, bare."""
    return [bare(label) for label in page.host.split(".")[:-1] if label not in _ROOMS]


def _hosts(page: Page) -> set[str]:
    """The labels of the host and the whole of it, bare, with and without an article."""
    hosts = {*_labels(page), bare(page.host)}
    return hosts | {each.removeprefix("the") for each in hosts if len(each) > _LONG}


_LONG = 5


def _from_home(page: Page) -> str | None:
    """The words of a link home that are the host's own name, written as people write it."""
    hosts = _hosts(page)
    return next((text for text in homes_of(page) if bare(text) in hosts and not text.islower()), None)


_PAPERS = [["News"], ["Magazine"]]
"""The words behind a host's own name that belong to it."""


def _from_title(page: Page) -> str | None:
    """The last or first piece of the title that is the host's own name, written as people write it."""
    labels = _hosts(page)
    for piece in PIECES.split(page.title or ""):
        if len(piece) > 2 and (
            bare(piece) in labels or (len(bare(piece)) > 5 and bare(piece) in bare(page.host))
        ):
            return piece.strip()
        first, *rest = piece.split() or [""]
        if len(first) > 3 and bare(first) in labels:
            return piece.strip() if rest in _PAPERS else first
    return None


def _from_rest(page: Page) -> str | None:
    """What stands before or behind the headline in the title: like the host's name, the words of a link home, or all that is left."""
    homes = set(map(bare, homes_of(page)))
    headlines = [each for each in _headlines(page) if each not in homes]
    pieces = [piece.strip() for piece in PIECES.split(page.title or "")]
    if len(pieces) == 1 and bare(pieces[0]) in homes and headlines:
        return pieces[0]
    others = [piece for piece in pieces if piece and not any(bare(piece) in each for each in headlines)]
    if len(others) == len(pieces) or len(pieces) < 2:
        return None
    labels = _labels(page)
    for piece in (pieces[-1], pieces[0]):
        akin = piece != max(pieces, key=len) and any(_is_akin(bare(piece), label) for label in labels)
        if (akin or bare(piece) in homes) and len(piece.split()) <= _MOST_WORDS:
            return piece
    if others and others[-1] == pieces[-1] and _UNDERLINED.search(page.title or ""):
        return pieces[-1]
    return others[0] if others == pieces[-1:] and _is_behind_dash(page.title or "", others[0]) else None


_MOST_WORDS = 6
# 标题_频道_某网: a line below parts the last piece, as on pages in Chinese
_UNDERLINED = re.compile(r"_[^\x00-\x7f][^_|]{1,12}$")
_SECTIONS = {
    "blog",
    "news",
    "home",
    "archive",
    "aktuell",
    "aktuelles",
    "article",
    "articles",
    "politics",
    "health",
    "sports",
    "business",
}


# Plant-Based Recipes, Oppskrift og video: what kind of page it is
_KIND = re.compile(
    r"\b(?:recipes?|rezepte?|recettes?|recetas?|receitas?|ricett[ae]|oppskrift|videos?|reviews?|podcasts?)\b",
    re.IGNORECASE,
)


def _is_behind_dash(title: str, piece: str) -> bool:
    """Whether a piece of a title may be a name: it is short, no section, and not what a colon announces."""
    front = title.strip().removesuffix(piece).rstrip()
    return (
        len(piece.split()) <= _MOST_WORDS
        and len(bare(piece)) > 2
        and bare(piece) not in _SECTIONS
        and not _KIND.search(piece)
        and front[-1:] != ":"
    )


def homes_of(page: Page) -> list[str]:
    """What the links to the home page are called."""
    starts = ("https://", "https://www.", "http://", "http://www.")
    homes = {"/", *(f"{start}{page.host}{end}" for start in starts for end in ("", "/"))}
    links = (block for block in page.all_blocks if block.tag == "a" and block.node.get("href") in homes)
    return [block.short for block in links if block.short]


def _headlines(page: Page) -> list[str]:
    """The headline as the page has it in its headings and its data, bare."""
    headings = (block.text for block in page.blocks if block.tag in {"h1", "h2", "h3"})
    told = (name_in(work.get("headline")) or "" for work in works(page.objects))
    return [
        each for text in (*headings, *page.metas.get("og:title", ()), *told) if len(each := bare(text)) > 2
    ]


def _is_akin(piece: str, label: str) -> bool:
    """Whether a host is called by the letters of a name, in their order (``nytimes``, New York Times), or holds it."""
    if len(label) < 3 or not piece:
        return False
    letters = iter(piece)
    spelt = piece[0] == label[0] and all(letter in letters for letter in label)
    return spelt or (len(label) > 3 and label in piece)


# Copyright 2019 A Fine Paper, Somewhere
_RIGHTS = re.compile(
    r"^(?:(?:copyright|copr\.?|©|\(c\)|by|\d{4}|[-–,])\s*)+|,.*$|\.?\s*all rights.*$|版权所有.*$",
    re.IGNORECASE,
)


def _from_copyright(page: Page) -> str | None:
    hit = page.meta("copyright", "dc.rights", "rights")
    text = _RIGHTS.sub("", hit[1]).strip() if hit else ""
    return text if 1 + text.isascii() < len(text) < 60 and "//" not in text else None


def _from_text(page: Page) -> str | None:
    """The host's name as the page most often writes it."""
    label = max((label for label in page.host.split(".")[:-1] if label not in _ROOMS), key=len, default="")
    if len(label) < 3:
        return None
    text = " ".join(block.short for block in page.blocks[:400])
    seen = Counter(each for each in re.findall(re.escape(label), text, re.IGNORECASE) if not each.islower())
    return seen.most_common(1)[0][0] if seen else None
