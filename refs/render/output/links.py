"""HTML entries with links: addresses and DOIs that can be followed, anchors, archived versions (Robust Links)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

# https://doi.org/10.1000/x, doi:10.1000/x, doi: 10.1000/x ; escaped HTML, no tags inside
_ADDRESS = re.compile(r"https?://[^\s<>\"\u00a0]+|\b(?:doi|DOI):\s?(10\.\d{4,9}/[^\s<>\"\u00a0]+)")
_TAG = re.compile(r"(<[^>]*>)")
_TRAILING = ".,;:!?)]}’”'\""
_UNSAFE = re.compile(r"[^A-Za-z0-9_.:-]")


@dataclass(frozen=True, slots=True)
class Version:
    """An archived copy of a page: its address and its day (ISO 8601)."""

    url: str
    date: str


def link_addresses(html: str, versions: Mapping[str, Version] | None = None) -> str:
    """The HTML with its addresses and DOIs as links; an address with an archived copy tells of it.

    >>> link_addresses("See https://example.org/a.")
    'See <a href="https://example.org/a">https://example.org/a</a>.'
    """
    if "http" not in html and "10." not in html:
        return html
    pieces = _TAG.split(html)
    known = versions or {}
    for at in range(0, len(pieces), 2):
        pieces[at] = _ADDRESS.sub(lambda found: _link(found, known), pieces[at])
    return "".join(pieces)


def _link(found: re.Match[str], versions: Mapping[str, Version]) -> str:
    text = found[0]
    bare = _trimmed(text)
    rest = text[len(bare) :]
    href = bare if found[1] is None else f"https://doi.org/{_trimmed(found[1])}"
    href = href.replace('"', "&#34;").replace("'", "&#39;")
    return f'<a href="{href}"{_version(versions.get(bare.replace("&#38;", "&")))}>{bare}</a>{rest}'


def _trimmed(text: str) -> str:
    """The address without the stops behind it; a bracket that it opened itself stays."""
    while text and text[-1] in _TRAILING and not (text[-1] == ")" and text.count("(") >= text.count(")")):
        text = text[:-1]
    return text


def _version(version: Version | None) -> str:
    if version is None:
        return ""
    return f' data-versionurl="{_attribute(version.url)}" data-versiondate="{_attribute(version.date)}"'


def _attribute(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")


def anchor_of(identity: str, prefix: str = "ref-") -> str:
    """The id attribute of an item's entry.

    >>> anchor_of("smith 2020")
    'ref-smith_2020'
    """
    return prefix + _UNSAFE.sub("_", identity)
