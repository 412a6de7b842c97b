"""Sitemaps and feeds → the addresses that they list (sitemaps.org 0.9, RSS 2.0, Atom 1.0)."""

import re
from dataclasses import dataclass

from lxml import etree

# <urlset>, <sitemapindex>, <rss>, <feed>
_LIST = re.compile(rb"<(?:[a-z]+:)?(urlset|sitemapindex|rss|feed)[\s>]", re.IGNORECASE)
_BEGINNING = 4_000


@dataclass(frozen=True, slots=True)
class Sitemap:
    """The addresses listed; of an index they are those of further sitemaps."""

    urls: tuple[str, ...]
    is_index: bool = False


def parse_sitemap(data: bytes) -> Sitemap | None:
    """The sitemap or feed that the bytes are, or None; a WordPress export is none."""
    beginning = data[:_BEGINNING]
    kind = _LIST.search(beginning)
    if kind is None or b"wordpress.org/export" in beginning:
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
    )
    root = etree.fromstring(data, parser)
    if root is None:
        return None
    found = (_address(element) for element in root.iter("{*}loc", "{*}link"))
    urls = tuple(dict.fromkeys(url for url in found if url.startswith(("http://", "https://"))))
    return Sitemap(urls, is_index=kind.group(1).lower() == b"sitemapindex")


def _address(element: etree._Element) -> str:
    if element.get("rel") not in {None, "alternate"}:
        return ""
    return (element.get("href") or element.text or "").strip()
