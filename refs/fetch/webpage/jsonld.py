"""JSON-LD in web pages, as broken as it comes: objects out of scripts, and the one that is the page."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lxml import etree

from refs.fetch.decode import as_dict, as_list, as_text
from refs.model.flaw import Flaw, FlawCode

_MOST_OBJECTS = 400
_MOST_TEXT = 2_000_000
# <!-- … -->, //<![CDATA[ … //]]>
_WRAPPING = re.compile(
    r"^\s*(?:<!--|(?:/\*|//)?\s*<!\[CDATA\[(?:\s*\*/)?)|(?:-->|(?:/\*|//)?\s*\]\]>(?:\s*\*/)?)\s*;?\s*$"
)
# /* a comment */, and // one to the end of its line
_COMMENTED = re.compile(r"(^|[\s,{}\[\]])(?:/\*(?:[^*]|\*(?!/))*\*/|//[^\n]*)")
_TRAILING_COMMA = re.compile(r",\s*(?=[}\]])")

WORKS = frozenset(
    {
        "article", "newsarticle", "blogposting", "medicalwebpage", "scholarlyarticle", "medicalscholarlyarticle",
        "techarticle", "report", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle", "backgroundnewsarticle",
        "reviewnewsarticle", "liveblogposting", "socialmediaposting", "discussionforumposting", "advertisercontentarticle",
        "satiricalarticle", "book", "chapter", "dataset", "recipe", "howto", "course", "podcastepisode", "videoobject",
        "creativework", "newsmediaarticle", "review", "howtosection", "webpage", "itempage", "faqpage", "aboutpage", "qapage",
        "collectionpage", "drug", "medicalcondition",
    }
)  # fmt: skip
_PAGES = {"webpage", "itempage", "faqpage", "aboutpage", "collectionpage", "videoobject", "creativework", "qapage", "drug",
          "medicalcondition", "review", "podcastepisode"}  # fmt: skip


def load_jsonld(root: etree._Element, flaws: list[Flaw]) -> tuple[Mapping[str, Any], ...]:
    """Every JSON-LD object of a page, those of graphs and of `mainEntity` included."""
    found: list[Mapping[str, Any]] = []
    for node in root.iter("script"):
        if "ld+json" in (node.get("type") or "").lower():
            decoded = _decode((node.text or "")[:_MOST_TEXT])
            if decoded is None:
                flaws.append(
                    Flaw(FlawCode.UNREAD, "JSON-LD of the page is broken", text=(node.text or "")[:80])
                )
            found.extend(_flatten(decoded, 0))
    return tuple(found[:_MOST_OBJECTS])


def _decode(text: str) -> Any:
    text = _WRAPPING.sub("", text).strip()
    for mended in _mend(text):
        try:
            return json.loads(mended, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _mend(text: str) -> Iterator[str]:
    """The text, then without trailing commas and semicolons, unescaped, without comments, object by object."""
    yield text
    trimmed = _TRAILING_COMMA.sub("", text.rstrip("; \n"))
    yield trimmed
    yield html.unescape(trimmed)
    yield _COMMENTED.sub(r"\1", trimmed)
    yield re.sub(r"\\(?![\"\\/bfnrtu])", r"\\\\", trimmed)
    yield "[" + re.sub(r"\}\s*\{", "},{", trimmed) + "]"


def _flatten(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > 6:
        return
    if isinstance(value, list):
        for each in value:
            yield from _flatten(each, depth + 1)
        return
    fields = as_dict(value)
    if not fields:
        return
    yield fields
    for name in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart"):
        inner = fields.get(name)
        if isinstance(inner, dict | list):
            yield from _flatten(inner, depth + 1)


def types_of(fields: Mapping[str, Any]) -> set[str]:
    """The types of an object, in lower case without the vocabulary."""
    named = as_list(fields.get("@type"))
    return {str(each).rsplit("/", 1)[-1].rsplit("#", 1)[-1].lower() for each in named}


def works(objects: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The objects that are works, articles before pages."""
    found = [each for each in objects if types_of(each) & WORKS]
    return sorted(found, key=lambda each: bool(types_of(each) <= _PAGES))


def resolve(value: Any, objects: Iterable[Mapping[str, Any]]) -> Any:
    """An object that is only named by its ``@id`` replaced by the object itself."""
    fields = as_dict(value)
    name = fields.get("@id")
    if not name or fields.get("name"):
        return value
    for each in objects:
        if each.get("@id") == name and each.get("name"):
            return each
    return value


def name_in(value: Any) -> str | None:
    """The name of a JSON-LD person or organisation: its `name`, the parts of it, or the text itself."""
    if isinstance(value, str):
        return as_text(html.unescape(value))
    fields = as_dict(value)
    parts = (as_text(fields.get(name)) for name in ("givenName", "additionalName", "familyName"))
    text = as_text(fields.get("name")) or " ".join(part for part in parts if part)
    return as_text(html.unescape(text)) if text else None
