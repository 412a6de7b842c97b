"""Page: what a check reads of an HTML body: title, main text, anchors, where it sends scripts and refreshes."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from refs.check.answer import Answer
from refs.text import squeeze

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_UNSEEN = ["script", "style", "noscript", "template", "svg"]
_LINE = 200
_SOON = 10
_ASIDE = "nav, header, footer, aside, iframe, form"
_MODIFIED = (
    ("property", "article:modified_time"),
    ("property", "og:updated_time"),
    ("name", "last-modified"),
    ("name", "dcterms.modified"),
)

SITE_MARKS = ("|", " - ", " – ", " — ", "»", "::", "·")

Attributes = Mapping[str, str | None]
# <meta charset="windows-1252">, <?xml encoding="…"?>
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
# <title>Page not found</title>
_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{0,1000})", re.IGNORECASE)
# 0; url=https://example.org/new
_REFRESH = re.compile(r"\s*(\d{0,4})[^;]{0,20};\s*url\s*=\s*[\"']?([^\"'>\s]{1,2000})", re.IGNORECASE)


@dataclass(slots=True)
class Page:
    """`text` is the visible text without navigation; `all_text` with it. One line of plain text is its own heading."""

    title: str | None = None
    heading: str = ""
    text: str = ""
    all_text: str = ""
    source: str = ""
    refresh: str | None = None
    modified: str | None = None
    scripts: int = 0

    @property
    def words(self) -> int:
        """How many words the whole visible text has."""
        return self.all_text.count(" ") + 1 if self.all_text else 0


def read_page(answer: Answer) -> Page:
    """The page of an answer; of plain text, the text alone."""
    text = decode(answer)
    if answer.is_page:
        return _read_html(text)
    if answer.kind.startswith("text/"):
        words = squeeze(text)
        return Page(heading=words if len(words) < _LINE else "", text=words, all_text=words, source=text)
    return Page()


def read_error_page(answer: Answer) -> Page:
    """The title and the source of a page that is an error anyway."""
    source = decode(answer)
    found = _TITLE.search(source)
    return Page(title=squeeze(unescape(found.group(1)))[:500] or None if found else None, source=source)


def decode(answer: Answer) -> str:
    """The body as text, by the charset of the header, of the page, or UTF-8; bytes that do not fit are replaced."""
    body = answer.body
    if body.startswith(b"\xef\xbb\xbf"):
        return body[3:].decode("utf-8", "replace")
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return body.decode("utf-16", "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        if answer.cut and error.reason == "unexpected end of data":
            return body.decode("utf-8", "ignore")
    guess = body.decode("utf-8", "replace")
    if _is_mostly_right(guess):
        return guess
    for name in _charsets(answer):
        try:
            return body.decode(name, "replace")
        except (LookupError, UnicodeError):
            continue
    return body.decode("windows-1252", "replace")


def _is_mostly_right(guess: str) -> bool:
    """Whether a text read as UTF-8 has more letters beyond ASCII than broken ones."""
    broken = guess.count("\ufffd")
    return broken < len(guess) - len(guess.encode("ascii", "ignore")) - broken


def _charsets(answer: Answer) -> list[str]:
    named = _CHARSET.search(answer.headers.get("content-type", "").encode("latin-1", "replace"))
    inside = _CHARSET.search(answer.body[:2048])
    names = [each.group(1).decode("ascii") for each in (named, inside) if each]
    return [name for name in names if name.lower() not in {"utf-8", "utf8"}]


def find_anchors(page: Page) -> frozenset[str]:
    """Every id of a page and every name of an anchor."""
    tree = _parse(page.source)
    named = {node.attributes.get("id") for node in tree.css("[id]")}
    named |= {node.attributes.get("name") for node in tree.css("a[name]")}
    return frozenset(each for each in named if each)


def plain(text: str) -> str:
    """A title or a sentence as it is compared: in lower case, with plain apostrophes, without a full stop."""
    return text.lower().replace("’", "'").strip(" .!:")


def title_parts(title: str | None, marks: Sequence[str] = (*SITE_MARKS, ": ")) -> list[str]:
    """The parts of a title, of which one is the name of the page and one that of the site."""
    if not title:
        return []
    text = plain(title)
    for mark in marks:
        text = text.replace(mark, "\0")
    return [part.strip(" .!?") for part in text.split("\0")]


def count_words(source: str) -> int:
    """How many words a reader sees of an HTML text."""
    return _read_html(source).words


def read_refresh(content: str) -> str | None:
    """Where a ``Refresh`` leads that is meant as a redirect: one of ten seconds at most."""
    found = _REFRESH.match(content)
    return found.group(2) if found and int(found.group(1) or 0) <= _SOON else None


def _parse(source: str) -> "LexborHTMLParser":
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 -- a check by HEAD parses no page

    return LexborHTMLParser(source)


def _read_html(source: str) -> Page:
    tree = _parse(source)
    scripts = len(tree.css("script"))
    tree.strip_tags(_UNSEEN)
    title, heading = tree.css_first("title"), tree.css_first("h1")
    metas = [node.attributes for node in tree.css("meta")]
    body = tree.body
    everything = squeeze(body.text(separator=" ")) if body else ""
    return Page(
        squeeze(title.text())[:500] or None if title else None,
        squeeze(heading.text(separator=" "))[:500] if heading else "",
        _main_text(tree) or everything,
        everything,
        source,
        _refresh(metas),
        _modified(metas),
        scripts,
    )


def _main_text(tree: "LexborHTMLParser") -> str:
    """The text of the main part without navigation; empty where that is the whole text."""
    asides = tree.css(_ASIDE)
    for node in asides:
        node.decompose()
    main = tree.css_first("main, article, [role=main]") or (tree.body if asides else None)
    return squeeze(main.text(separator=" ")) if main else ""


def _refresh(metas: Sequence[Attributes]) -> str | None:
    for meta in metas:
        if (meta.get("http-equiv") or "").lower() == "refresh":
            return read_refresh(meta.get("content") or "")
    return None


def _modified(metas: Sequence[Attributes]) -> str | None:
    for kind, name in _MODIFIED:
        for meta in metas:
            value = (meta.get("content") or meta.get("datetime")) if meta.get(kind) == name else None
            if value:
                return value[:40]
    return None
