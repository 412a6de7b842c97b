"""What a reader sees of a page: its headings, bylines and datelines, without menus, comments and teasers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from lxml import etree

from refs.fetch.decode import words
from refs.text import fold, squeeze

_HIDDEN = {
    "script",
    "style",
    "noscript",
    "nav",
    "footer",
    "form",
    "select",
    "template",
    "iframe",
    "svg",
    "button",
    "head",
}
# comment-list, sidebar, related-posts, teaser__date, cookie-banner, breadcrumb; but not the widgets of which Elementor,
# Blogger ("widget Blog") and HubSpot ("widget-span") build whole pages
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|sidebar|related|recommend\w*|teasers?|cookie\w*|footer|(?<!elementor-)widgets?(?!\sBlog\b|-(?:span|type))|newsletter|breadcrumbs?|"
    r"respond|disqus\w*|menu|navigation|promo|also|most-?read|popular|trending|latest|share|social|archive|calendar|"
    r"pagination|weitere|mehr-zum-thema|nav)(?:$|[\s_-])",
    re.IGNORECASE,
)
# comment-list, related-posts, article-teaser
_OTHERS = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|commentary|respond|disqus\w*|kommentare?|related|recommend\w*|teasers?|most-?read|"
    r"popular|trending)(?:$|[\s_-])",
    re.IGNORECASE,
)
# post-123 type-post hentry category-popular: a post of WordPress, with its categories
_POST = re.compile(r"\bhentry\b|\btype-(?:post|page)\b")
_MOST_ELEMENTS = 20_000
_MOST_TEXT = 200
_MOST_STEPS = 200


@dataclass(frozen=True)
class Block:
    """One element that is seen: its place, its tag, its class and id, its text, and whether it stands aside of the text."""

    place: int
    node: etree._Element
    tag: str
    marks: str
    aside: bool = False

    @cached_property
    def text(self) -> str:
        """The text inside, squeezed."""
        return words(self.node) or ""

    @cached_property
    def short(self) -> str:
        """The text inside, where it is short; else nothing."""
        text = squeeze(" ".join(map(str, _some_text(self.node))))
        return text if len(text) <= _MOST_TEXT else ""

    @cached_property
    def line(self) -> str:
        """The text before the first break of the line, where it is short; else nothing."""
        if self.node.find("br") is None:
            return self.short
        text = squeeze(" ".join(_first_line(self.node)))
        return text if len(text) <= _MOST_TEXT else ""


def _first_line(node: etree._Element) -> Iterator[str]:
    size = 0
    for event, each in islice(etree.iterwalk(node, events=("start", "end")), _MOST_STEPS):
        text = str((each.text if event == "start" else each.tail if each is not node else "") or "").strip()
        if size and event == "start" and each.tag == "br":
            return
        size += len(text)
        yield text if isinstance(each.tag, str) or event == "end" else ""
        if size > _MOST_TEXT:
            return


def blocks_of(root: etree._Element) -> list[Block]:
    """The elements that a reader sees, in the order of the page; comments and teasers of other pages left out."""
    return list(_walk(root))


def _walk(root: etree._Element) -> Iterator[Block]:
    stack = [(root, False)]
    place = 0
    while stack and place < _MOST_ELEMENTS:
        node, aside = stack.pop()
        if not isinstance(node.tag, str) or (node.tag in _HIDDEN and not _is_shown(node)):
            continue
        marks = marks_of(node)
        if marks and node.tag not in _BODIES:
            others = _OTHERS.search(marks)
            if (others or (not aside and _ASIDE.search(marks))) and not _is_own(node, marks):
                if others:
                    continue
                aside = True
        aside = aside or node.tag == "footer"
        yield Block(place, node, node.tag, marks, aside)
        place += 1
        stack.extend((child, aside) for child in reversed(node))


def _is_own(node: etree._Element, marks: str) -> bool:
    """Whether an element is a post, or a frame around the whole page, whatever else it is called."""
    if _POST.search(marks):
        return True
    return node.tag in {"div", "section"} and node.find(".//h1") is not None and _holds_most(node)


def _holds_most(node: etree._Element) -> bool:
    """Whether most paragraphs of the page stand in an element."""
    inside, outside = (len(each.findall(".//p")) for each in (node, node.getroottree().getroot()))
    return inside > _MOST * outside


_MOST = 0.5
"""The share of a page's paragraphs that a frame around it holds."""
_BODIES = {"body", "html", "article", "main"}


def _is_shown(node: etree._Element) -> bool:
    """Whether a footer is an article's own, which signs it, or a form is a frame around the page."""
    if node.tag == "footer":
        return next(node.iterancestors("article"), None) is not None
    return node.tag == "form" and (node.find(".//h1") is not None or _holds_most(node))


def marks_of(node: etree._Element) -> str:
    """The class, id and role of an element, by which pages say what it is."""
    if not node.keys():
        return ""
    names = map(node.get, ("class", "id", "itemprop", "property", "rel", "data-testid"))
    return " ".join(filter(None, names))[:300]


def _some_text(node: etree._Element) -> Iterator[str]:
    size = 0
    for part in node.itertext():
        text = str(part).strip()
        size += len(text)
        yield text
        if size > _MOST_TEXT:
            return


def headline_place(blocks: list[Block], title: str | None) -> int:
    """Where the headline stands: the longest heading that the page's title holds, else the first of the first rank."""
    whole = fold(title or "")
    headings = [(block.place, fold(block.text)) for block in blocks if block.tag in {"h1", "h2", "h3"}]
    told = [(len(text), -place) for place, text in headings if len(text) > 8 and text in whole]
    if told:
        return -max(told)[1]
    return next((block.place for block in blocks if block.tag == "h1"), 0)


def distance(place: int, head: int) -> float:
    """How far from the headline; what stands before it counts as a little further."""
    return place - head if place >= head else (head - place) * 1.5
