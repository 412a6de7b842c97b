"""Page: an HTML document taken apart into what its head, its JSON-LD and its headings say."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit

from lxml import etree

from refs.fetch.decode import words
from refs.fetch.webpage.jsonld import load_jsonld
from refs.fetch.webpage.visible import Block, blocks_of
from refs.model.flaw import Flaw
from refs.model.web import unwrap_archive
from refs.text import squeeze

_MOST = 8_000_000
_MOST_VALUE = 5_000
_MOST_VALUES = 300
_MOST_TITLE = 600
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-z0-9_:-]{2,40})", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Page:
    """A page: its tree, its meta tags by lower-case name, and its JSON-LD objects, flattened."""

    url: str
    root: etree._Element
    metas: Mapping[str, list[str]] = field(default_factory=dict)
    objects: tuple[Mapping[str, Any], ...] = ()
    title: str | None = None
    canonical: str | None = None
    language: str | None = None

    def meta(self, *names: str) -> tuple[str, str] | None:
        """The first filled meta tag of these names, with its name."""
        for name in names:
            for value in self.metas.get(name, ()):
                return name, value
        return None

    @cached_property
    def blocks(self) -> list[Block]:
        """The elements that a reader sees."""
        return [block for block in self.all_blocks if not block.aside]

    @cached_property
    def all_blocks(self) -> list[Block]:
        """The elements that a reader sees, those that stand aside of the text too."""
        return blocks_of(self.root)

    @property
    def host(self) -> str:
        """The host of the page without ``www.``."""
        return (split_url(self.url).hostname or "").lower().removeprefix("www.")

    @property
    def path(self) -> str:
        """The path of the page without its outer slashes."""
        return split_url(self.url).path.strip("/")


def split_url(url: str, base: str = "") -> SplitResult:
    """The parts of an address, as seen from another; of one that is none, nothing."""
    try:
        return urlsplit(urljoin(base, url))
    except ValueError:
        return urlsplit("")


def load_page(
    data: bytes, url: str = "", charset: str | None = None, flaws: list[Flaw] | None = None
) -> Page:
    """The page in some bytes; bytes that are no HTML give an empty page."""
    text = decode(data[:_MOST], charset)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True)
    encoded = _without_controls(text).encode("utf-8", "replace")
    try:
        root = etree.fromstring(encoded, parser)
    except (etree.LxmlError, ValueError):
        root = None
    if root is None:
        root = etree.Element("html")
    metas = _read_metas(root)
    canonical = _canonical(root, metas, url)
    objects = load_jsonld(root, [] if flaws is None else flaws)
    _drop_code(root)
    base = unwrap_archive(url or canonical or "")
    return Page(base, root, metas, objects, _title(root), canonical, root.get("lang") or root.get("{*}lang"))


# <?xml version="1.0"?><!-- a feed --><feed xmlns=
_ROOT = re.compile(
    rb"^\W{0,4}<\?xml[^>]{0,200}\?>(?:\s{1,200}|<!--.{0,500}?-->|<![^>\[]{0,500}>){0,9}<(?:\w{1,20}:)?(\w{1,40})",
    re.DOTALL,
)


def is_other_xml(data: bytes) -> bool:
    r"""Whether some bytes are XML whose root is no page: a feed, a record, an error of a service.

    >>> is_other_xml(b"<?xml version='1.0'?><feed>"), is_other_xml(b"<?xml version='1.0'?>\n<!DOCTYPE html><html>")
    (True, False)
    """
    found = _ROOT.match(data[:4096])
    return found is not None and found.group(1).lower() not in {b"html", b"head", b"body"}


def decode(data: bytes, charset: str | None = None) -> str:
    """The text of some bytes: by mark, then as UTF-8, then by the charset named outside or inside."""
    for mark, marked in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(marked, "replace")
    named = _META_CHARSET.search(data[:4096])
    inside = named.group(1).decode("ascii", "replace") if named else None
    mended = data.decode("utf-8", "replace")
    if _is_utf8(mended):
        return mended
    for name in (charset, inside, "cp1252"):
        try:
            if name:
                return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return mended


_HARM = 10


def _is_utf8(mended: str) -> bool:
    """Whether the bytes of a text were UTF-8, but for a letter that was cut in two or spoilt."""
    broken = mended.count("\ufffd")
    if not broken:
        return True
    whole = len(mended) - len(mended.encode("ascii", "ignore")) - broken
    return whole >= broken * _HARM or (broken == 1 and whole > 0 and mended.endswith("\ufffd"))


def _drop_code(root: etree._Element) -> None:
    """Take the text of programs, style sheets and TeX out, which nobody reads; data and days that they print stay."""
    for node in root.iter("script", "style", "annotation", "annotation-xml"):
        if "json" not in (node.get("type") or "") and not _PRINTS_DAY.fullmatch(node.text or ""):
            node.text = None


# showDate("2020/04/17 01:43:09")
_PRINTS_DAY = re.compile(r"[^{};]{0,60}\d{4}[-/]\d{1,2}[-/]\d{1,2}[^{};]{0,60};?\s*")


_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")


def _without_controls(text: str) -> str:
    return _DECLARATION.sub("", _CONTROLS.sub("", text))


def _read_metas(root: etree._Element) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for node in root.iter("meta"):
        told = node.get("property") or node.get("name") or node.get("itemprop") or node.get("http-equiv")
        value = squeeze((node.get("content") or node.get("value") or "")[:_MOST_VALUE])
        for name in (told or "").lower().split() if value else ():
            values = metas.setdefault(_VOCABULARY.sub(_of_vocabulary, name), [])
            if len(values) < _MOST_VALUES:
                values.append(value)
    return metas


# dc:title, dcterm:creator, prism:doi
_VOCABULARY = re.compile(r"^(dc|dcterms?|dct|prism|eprints|bepress_citation)[:.]")


def _of_vocabulary(found: re.Match[str]) -> str:
    """A prefix as most pages write it: ``dc.``, ``dcterms.``."""
    prefix = found.group(1)
    return ("dcterms" if prefix in {"dcterm", "dct"} else prefix) + "."


def _canonical(root: etree._Element, metas: Mapping[str, list[str]], url: str) -> str | None:
    for node in root.iter("link"):
        if "canonical" in (node.get("rel") or "").lower().split() and node.get("href"):
            return split_url(node.get("href", "").strip(), url).geturl() or None
    return next(iter(metas.get("og:url", ())), None)


def _title(root: etree._Element) -> str | None:
    for node in root.iter("title"):
        parent = node.getparent()
        if parent is not None and parent.tag != "svg":
            return (words(node) or "")[:_MOST_TITLE] or None
    return None
