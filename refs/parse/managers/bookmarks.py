"""A browser's bookmarks (the Netscape bookmark file) → Items."""

import datetime as dt
import re
from html import unescape

from refs.model.date import Date, date_of
from refs.model.flaw import Flaw, FlawCode
from refs.model.item import Item, ItemType
from refs.model.reading import Reading
from refs.parse.draft import Draft
from refs.text import one_line

KEPT = "bookmarks"
"""The name in `Item.custom` under which stand the attributes that have no CSL variable."""

# <DT><A HREF="https://…" ADD_DATE="1420070400" TAGS="a,b">Title</A>, and <DD> behind it
_LINK = re.compile(r"<A\s+([^<>]{1,20000})>([^<]{0,5000})</A>(?:\s*<DD>([^<]{1,5000}))?", re.IGNORECASE)
_LATEST = 250_000_000_000
_ATTRIBUTE = re.compile(r"([A-Z_]+)\s*=\s*\"([^\"]*)\"", re.IGNORECASE)


def parse_bookmarks(text: str) -> Reading:
    """A web page for each bookmark; those that lead nowhere on the web are left out."""
    items: list[Item] = []
    for found in _LINK.finditer(text):
        attributes = {name.upper(): unescape(value) for name, value in _ATTRIBUTE.findall(found[1])}
        if attributes.get("HREF", "").startswith(("http://", "https://")):
            items.append(_read(attributes, found[2], found[3] or "", f"item-{len(items) + 1}"))
    flaws = () if items else (Flaw(FlawCode.BROKEN_ENTRY, "this file has no bookmarks"),)
    return Reading(tuple(items), flaws)


def _read(attributes: dict[str, str], title: str, description: str, key: str) -> Item:
    draft = Draft(KEPT, key, ItemType.WEBPAGE)
    draft.put("title", one_line(unescape(title)))
    draft.put("URL", attributes["HREF"])
    draft.put("abstract", one_line(unescape(description)))
    draft.add_words(attributes.get("TAGS", "").split(","))
    day = _day(attributes.get("ADD_DATE", ""))
    if day is not None:
        draft.values["accessed"] = day
    return draft.item()


def _day(seconds: str) -> Date | None:
    """The day of a count of seconds, or of microseconds, since 1970."""
    if not (seconds.isascii() and seconds.isdecimal()) or len(seconds) > 16:
        return None
    count = int(seconds) // (1_000_000 if len(seconds) > 12 else 1)
    return date_of(dt.datetime.fromtimestamp(count, dt.UTC).date()) if 0 < count < _LATEST else None
